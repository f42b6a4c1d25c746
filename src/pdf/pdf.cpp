#include "pdf/pdf.h"

#include "base/error.h"
#include "base/limits.h"
#include "pdf/font_book.h"
#include "pdf/image_book.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_file.h"
#include "pdf/page_painter.h"
#include "pdf/tag_tree.h"

namespace krut::pdf {
namespace {

/// One file in the making.
class DocumentWriter {
 public:
  DocumentWriter(const model::Pages& pages, const Options& options)
      : pages_(pages), options_(options), images_(file_), tags_(pages.structure) {}

  [[nodiscard]] std::string write();

 private:
  void add_pages();
  void fill_pages(Reference resources);
  [[nodiscard]] Reference add_resources();
  [[nodiscard]] std::string catalog();

  const model::Pages& pages_;
  const Options& options_;
  ObjectFile file_;
  FontBook fonts_;
  ImageBook images_;
  TagTree tags_;
  std::vector<Reference> page_references_;
};

void DocumentWriter::add_pages() {
  for (std::size_t i = 0; i < pages_.pages.size(); ++i) {
    page_references_.push_back(file_.add_page(PagePainter(pages_.pages[i], i, fonts_, images_, tags_).paint()));
  }
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
    file_.fill(page_references_[i], std::move(entries));
  }
}

std::string DocumentWriter::catalog() {
  std::string out = "/Lang";
  append_text_string(out, pages_.language);
  out += "/ViewerPreferences<</DisplayDocTitle true>>";
  if (!pages_.pages.empty()) out += "/PageLabels" + page_labels(pages_);
  const std::string outline = write_outline(file_, pages_, page_references_);
  if (!outline.empty()) out += "/Outlines " + outline;
  return out;
}

std::string DocumentWriter::write() {
  add_pages();
  fill_pages(add_resources());
  file_.set_information(information(pages_, options_));
  file_.set_catalog(catalog());
  StringSink sink;
  file_.save(sink);
  return std::move(sink.bytes());
}

}  // namespace

std::string write(const model::Pages& pages, const Options& options) {
  if (pages.pages.size() > limits::pages) {
    throw Error(ErrorKind::limit, "pdf.too-many-pages",
                {"เอกสารมีจำนวนหน้าเกินกำหนด", "the document has more pages than the limit"});
  }
  return DocumentWriter(pages, options).write();
}

}  // namespace krut::pdf
