#pragma once

#include <map>
#include <string>

#include "docx/package.h"
#include "model/document.h"

namespace krut::docx {

/// The pictures of the document part; the same bytes are stored once.
class Media {
 public:
  explicit Media(Package& package) : package_(package) {}

  /// The relationship id of a picture file.
  [[nodiscard]] std::string add(const std::string& bytes, model::ImageKind kind);

 private:
  Package& package_;
  std::map<std::string, std::string> ids_;  ///< by part name
};

}  // namespace krut::docx
