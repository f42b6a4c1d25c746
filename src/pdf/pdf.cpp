#include "pdf/pdf.h"

#include <new>
#include <utility>

#include "base/error.h"
#include "base/limits.h"
#include "base/page_sum.h"
#include "pdf/attachment.h"
#include "pdf/colour_profile.h"
#include "pdf/font_book.h"
#include "pdf/image_book.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_file.h"
#include "pdf/page_painter.h"
#include "pdf/signature_fields.h"
#include "pdf/tag_tree.h"

namespace krut::pdf {
namespace {

/// One file in the making.
class DocumentWriter {
 public:
  DocumentWriter(model::Pages pages, const Options& options)
      : pages_(std::move(pages)),
        options_(options),
        file_(options.budget),
        fonts_(is_promising(options.standard)),
        images_(file_),
        tags_(pages_.structure) {}

  [[nodiscard]] std::string write();

 private:
  void add_pages();
  void fill_pages(Reference resources);
  [[nodiscard]] Reference add_resources();
  [[nodiscard]] std::string archive_entries();
  [[nodiscard]] std::string navigation_entries();

  model::Pages pages_;
  const Options& options_;
  ObjectFile file_;
  FontBook fonts_;
  ImageBook images_;
  TagTree tags_;
  SignatureFields signatures_;
  std::vector<Reference> page_references_;
  std::string page_sums_;
};

void DocumentWriter::add_pages() {
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
    options_.budget.check();
    const std::string content = PagePainter(pages_.pages[i], i, fonts_, images_, tags_).paint();
    page_references_.push_back(file_.add_page(content));
    page_sums_ += page_sum(content);
    std::vector<model::Mark>().swap(pages_.pages[i].marks);  // drawn: most of what a page holds
    std::vector<model::CellArea>().swap(pages_.pages[i].cells);
  }
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) signatures_.add(file_, tags_, pages_, i, page_references_);
}

Reference DocumentWriter::add_resources() {
  const std::string fonts = fonts_.write(file_);
  const std::string images = images_.resources();
  return file_.add("/Font<<" + fonts + ">>/XObject<<" + images + ">>");
}

void DocumentWriter::fill_pages(Reference resources) {
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
    std::string entries = "/MediaBox[0 0 ";
    append_points(entries, pages_.pages[i].width);
    entries += ' ';
    append_points(entries, pages_.pages[i].height);
    entries += "]/Resources ";
    append_reference(entries, resources);
    entries += "/Tabs/S" + signatures_.annotations(i);
    if (tags_.has_content(i)) {
      entries += "/StructParents ";
      append_integer(entries, static_cast<std::int64_t>(i));
    }
    file_.fill(page_references_[i], std::move(entries));
  }
}

/// What makes the file one for archives: metadata, the meaning of its colours, its source.
std::string DocumentWriter::archive_entries() {
  std::string out;
  if (options_.standard.archive_part != 0) {
    out +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ";
    append_reference(out, file_.add_packed_stream("/N 3", srgb_profile()));
    out += ">>]";
  }
  const Reference metadata = file_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(pages_, options_));
  out += "/Metadata ";
  append_reference(out, metadata);
  return out + attach_source(file_, pages_.provenance, page_sums_, options_);
}

/// What readers go by: structure, names of pages, outline. All of it packed objects.
std::string DocumentWriter::navigation_entries() {
  std::string out = "/Lang";
  append_text_string(out, pages_.language);
  out += "/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot ";
  append_reference(out, tags_.write(file_, page_references_, needs_words_for_pictures(options_.standard)));
  if (!pages_.pages.empty()) out += "/PageLabels" + page_labels(pages_);
  const std::string outline = write_outline(file_, pages_, page_references_);
  if (!outline.empty()) out += "/Outlines " + outline;
  return out;
}

std::string DocumentWriter::write() {
  add_pages();
  fill_pages(add_resources());
  file_.set_information(information(pages_, options_));
  const std::string archive = archive_entries();
  file_.set_catalog(archive + navigation_entries() + signatures_.form());
  StringSink sink;
  try {
    file_.save(sink);
  } catch (const Error&) {
    if (sink.is_short()) throw std::bad_alloc();
    throw;
  }
  return std::move(sink.bytes());
}

}  // namespace

std::string write(model::Pages pages, const Options& options) {
  if (pages.pages.size() > limits::pages) {
    throw Error(ErrorKind::limit, "pdf.too-many-pages",
                {"เอกสารมีจำนวนหน้าเกินกำหนด", "the document has more pages than the limit"},
                {"แบ่งข้อมูลเป็นหลายเอกสาร", "split the data into several documents"});
  }
  return DocumentWriter(std::move(pages), options).write();
}

}  // namespace krut::pdf
