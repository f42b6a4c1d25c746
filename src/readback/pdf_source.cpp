#include "readback/pdf_source.h"

#include "base/hash.h"
#include "base/limits.h"
#include "data/checked_data.h"
#include "readback/faults.h"
#include "readback/pdf_file.h"

namespace krut::readback {

namespace {

/// What src/pdf/attachment.cpp writes.
constexpr std::string_view data_name = "data.json";
constexpr std::string_view about_name = "krut.json";
constexpr std::size_t most_about_bytes = 1U << 20;
constexpr int most_name_depth = 8;  // nodes inside nodes in the tree of attached files

/// Looks through the files attached to a PDF.
class Attachments {
 public:
  explicit Attachments(PdfFile& file) : file_(file), catalog_(file.object(file.trailer()["Root"]).value) {}

  /// The bytes of the attachment of this name that stands in this relation to the document.
  [[nodiscard]] std::string bytes(std::string_view name, std::string_view relation, std::size_t most) {
    const Value specification = find(name, relation);
    if (specification.is_null()) fail_without_source();
    const Value streams = file_.object(specification["EF"]).value;
    return file_.bytes_of(file_.object(streams["F"]), most);
  }

 private:
  /// By the catalog's own list; a program that drops the list may keep the names.
  [[nodiscard]] Value find(std::string_view name, std::string_view relation) {
    const Value associated = file_.object(catalog_["AF"]).value;
    if (const Array* files = associated.array()) {
      for (const Value& file : *files) {
        Value specification = file_.object(file).value;
        if (is_wanted(specification, name, relation)) return specification;
      }
    }
    const Value names = file_.object(catalog_["Names"]).value;
    return find_in_names(names["EmbeddedFiles"], name, relation, 0);
  }

  [[nodiscard]] Value find_in_names(const Value& node, std::string_view name, std::string_view relation, int depth) {
    if (depth == most_name_depth) return {};
    const Value entries = file_.object(node).value;
    const Value names = file_.object(entries["Names"]).value;
    if (const Array* pairs = names.array()) {
      for (std::size_t i = 1; i < pairs->size(); i += 2) {
        Value specification = file_.object((*pairs)[i]).value;
        if (is_wanted(specification, name, relation)) return specification;
      }
    }
    const Value kids = file_.object(entries["Kids"]).value;
    if (const Array* nodes = kids.array()) {
      for (const Value& kid : *nodes) {
        Value found = find_in_names(kid, name, relation, depth + 1);
        if (!found.is_null()) return found;
      }
    }
    return {};
  }

  static bool is_wanted(const Value& specification, std::string_view name, std::string_view relation) {
    const std::string* own_name = specification["F"].string();
    return own_name != nullptr && *own_name == name && specification["AFRelationship"].is_name(relation);
  }

  PdfFile& file_;
  Value catalog_;
};

std::string text_at(const data::Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? value->text() : std::string();
}

}  // namespace

PdfSource pdf_source(PdfFile& file) {
  if (!file.trailer()["Encrypt"].is_null()) fail_as_encrypted();
  Attachments attachments(file);
  Diagnostics ignored;
  const auto about = data::Json::parse(attachments.bytes(about_name, "Supplement", most_about_bytes),
                                       std::string(about_name), ignored);
  if (!about) fail_as_damaged(about_name);
  PdfSource found;
  Source& source = found.source;
  source.provenance.data = attachments.bytes(data_name, "Source", limits::data_bytes);
  source.provenance.layout_name = text_at(about->root(), "layout");
  source.provenance.layout_version = text_at(about->root(), "layout_version");
  source.producer = text_at(about->root(), "producer");
  if (text_at(about->root(), "data_hash") != hash_text(source.provenance.data)) fail_as_changed();
  found.page_sums = text_at(about->root(), "page_sums");
  return found;
}

}  // namespace krut::readback
