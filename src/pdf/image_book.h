#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/document.h"
#include "pdf/object_file.h"

namespace krut::pdf {

/// The pictures of a document, each embedded once.
class ImageBook {
 public:
  explicit ImageBook(ObjectFile& file) : file_(file) {}

  /// Name of the picture in the resources: "/I1". Embedded at its first use.
  [[nodiscard]] std::string name_of(const model::Image& image);
  /// The entries of an /XObject resource dictionary.
  [[nodiscard]] std::string resources() const;

 private:
  ObjectFile& file_;
  std::vector<Reference> images_;
  std::unordered_map<std::string, std::size_t> index_by_key_;
};

}  // namespace krut::pdf
