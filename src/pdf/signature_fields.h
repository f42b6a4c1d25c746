#pragma once

#include <string>
#include <vector>

#include "model/page.h"
#include "pdf/object_file.h"
#include "pdf/tag_tree.h"

namespace krut::pdf {

/// The unsigned signature fields of a document, one where each hand signs (ISO 32000-1, 12.7.4.5): each is its own
/// widget, without a value, invisible, and tagged as a form.
class SignatureFields {
 public:
  /// Adds the fields of a page. Call before the tags are written.
  void add(ObjectFile& file, TagTree& tags, const model::Pages& pages, std::size_t page,
           const std::vector<Reference>& page_references);

  /// The page's /Annots entry; empty when nobody signs there.
  [[nodiscard]] std::string annotations(std::size_t page) const;
  /// The catalog's /AcroForm entry; empty when nobody signs.
  [[nodiscard]] std::string form() const;

 private:
  struct Field {
    std::size_t page = 0;
    Reference reference;
  };
  std::vector<Field> fields_;
};

}  // namespace krut::pdf
