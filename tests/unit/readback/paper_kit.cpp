#include "unit/readback/paper_kit.h"

#include <libdeflate.h>
#include <zip.h>

#include <stdexcept>

#include "base/error.h"
#include "docx/docx.h"
#include "pdf/pdf.h"

namespace krut::tests {

namespace {

model::Provenance provenance(const std::string& data) { return {data, "ita/sample", "3"}; }

void expect(bool is_so, const char* what) {
  if (!is_so) throw std::runtime_error(what);
}

std::string padded(std::size_t number) {
  std::string text = std::to_string(number);
  return std::string(10 - text.size(), '0') + text;
}

}  // namespace

std::string pdf_paper(const std::string& data) {
  model::Pages pages;
  pages.title = "ตัวอย่าง";
  pages.provenance = provenance(data);
  pages.pages.resize(1);
  pages.pages[0].width = Length::millimetres(210);
  pages.pages[0].height = Length::millimetres(297);
  return pdf::write(pages, {.producer = "krut test", .created_at = 1'681'095'600});
}

std::string docx_paper(const std::string& data) {
  model::Document document;
  document.title = "ตัวอย่าง";
  document.provenance = provenance(data);
  document.sections.resize(1);
  docx::Options options;
  options.application = "krut test";
  return docx::write(document, options);
}

std::string read(const std::string& paper) {
  Diagnostics diagnostics;
  try {
    const auto source = readback::read_source(paper, "paper", diagnostics);
    if (source) return source->provenance.data;
  } catch (const Error& error) {
    return "[" + error.diagnostic().code + "]";
  }
  expect(diagnostics.items().size() == 1, "one diagnostic is expected");
  const Diagnostic& told = diagnostics.items().front();
  expect(told.where.file == "paper" && !told.hint.thai.empty() && !told.hint.english.empty(), "no place or hint");
  return "[" + told.code + "]";
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  expect(archive != nullptr, "no ZIP file");
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, 0);
    expect(index >= 0, "no part");
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
  }
  expect(zip_close(archive) == 0, "the ZIP file does not close");
  zip_stat_t facts;
  zip_source_stat(target, &facts);
  std::string bytes(facts.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string deflated(const std::string& bytes) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(1);
  std::string packed(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), packed.data(), packed.size()));
  libdeflate_free_compressor(compressor);
  return packed;
}

HandmadePdf& HandmadePdf::add(const std::string& body) {
  offsets_.push_back(bytes_.size());
  bytes_ += std::to_string(offsets_.size()) + " 0 obj\n" + body + "\nendobj\n";
  return *this;
}

HandmadePdf& HandmadePdf::add_stream(const std::string& entries, const std::string& bytes) {
  return add("<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream");
}

std::string HandmadePdf::file(const std::string& entries) const {
  std::string table = "xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets_) table += padded(offset) + " 00000 n \n";
  return bytes_ + table + "trailer\n<</Size " + std::to_string(offsets_.size() + 1) + entries + ">>\nstartxref\n" +
         std::to_string(bytes_.size()) + "\n%%EOF\n";
}

}  // namespace krut::tests
