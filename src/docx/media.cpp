#include "docx/media.h"

#include "base/hash.h"
#include "docx/names.h"
#include "docx/namespaces.h"

namespace krut::docx {

std::string Media::add(const std::string& bytes, model::ImageKind kind) {
  const bool is_svg = kind == model::ImageKind::svg;
  const std::string extension = is_svg ? "svg" : kind == model::ImageKind::jpeg ? "jpeg" : "png";
  const std::string name = "media/image" + hexadecimal(content_hash(bytes), 16) + "." + extension;
  const auto known = ids_.find(name);
  if (known != ids_.end()) return known->second;
  package_.add_media("word/" + name, extension, is_svg ? "image/svg+xml" : "image/" + extension, bytes);
  return ids_[name] = package_.relate(part::document, relation::image, name);
}

}  // namespace krut::docx
