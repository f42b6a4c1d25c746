#include "base/limits.h"
#include "readback/docx_source.h"
#include "readback/faults.h"
#include "readback/pdf_source.h"
#include "readback/source.h"

namespace krut::readback {

namespace {

constexpr std::string_view pdf_mark = "%PDF-";
constexpr std::string_view zip_mark = "PK\x03\x04";
/// Readers look for the mark this far in (ISO 32000-1, annex H, note 13): mail gateways put lines before it.
constexpr std::size_t mark_room = 1'024;

Source source_of(std::string_view bytes, const Budget& budget) {
  if (is_docx(bytes)) {
    ZipReader file(bytes, budget);
    return docx_source(file, budget).source;
  }
  const std::size_t mark = bytes.substr(0, mark_room).find(pdf_mark);
  if (mark == std::string_view::npos) fail_as_unknown_kind();
  PdfFile file(bytes.substr(mark), budget);
  return pdf_source(file).source;
}

}  // namespace

bool is_docx(std::string_view paper) { return paper.starts_with(zip_mark); }

std::optional<Source> read_source(std::string_view bytes, const std::string& file_name, Diagnostics& diagnostics,
                                  const Budget& budget) {
  try {
    if (bytes.size() > limits::paper_bytes) fail_over_limit("paper_bytes");
    return source_of(bytes, budget);
  } catch (const Fault& fault) {
    Diagnostic told = fault.diagnostic;
    told.where.file = file_name;
    diagnostics.add(std::move(told));
    return std::nullopt;
  }
}

}  // namespace krut::readback
