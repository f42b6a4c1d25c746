#pragma once

#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "docx/packing.h"

namespace krut::docx {

/// The parts of an OPC package (ISO/IEC 29500-2): bytes, content types and relationships, gathered first, then
/// written as one ZIP file. Large parts are packed in threads of their own while others are still being written.
class Package {
 public:
  using SharedBytes = std::shared_ptr<const std::string>;

  /// Adds a part with its own content type. `name` is its path in the ZIP file, without a leading slash.
  void add(std::string name, std::string_view content_type, std::string bytes);
  /// The same for bytes that are read elsewhere while they are packed.
  void add(std::string name, std::string_view content_type, SharedBytes bytes);
  /// The same for a part that is not packed, so that it stands in the file as it is.
  void add_stored(std::string name, std::string_view content_type, std::string bytes);
  /// Adds a part whose content type follows from its extension.
  void add_media(std::string name, std::string_view extension, std::string_view content_type, std::string bytes);
  /// Relates a part to another one; `source` is empty for the package itself. `target` is relative to the source's
  /// folder. The result is the id to use in the source's XML.
  std::string relate(std::string_view source, std::string_view type, std::string_view target);

  /// The ZIP file: content types first, then the parts in the order of adding, relationships before their sources;
  /// every time stamp is 1980-01-01. Throws `Error` (internal).
  /// The package is empty then.
  [[nodiscard]] std::string zip();

 private:
  struct Part {
    std::string name;
    std::string content_type;  ///< empty: by extension
    std::future<Packed> content;
  };
  struct Default {
    std::string extension;
    std::string content_type;
  };
  struct Relationship {
    std::string source;
    std::string id;
    std::string type;
    std::string target;
  };

  [[nodiscard]] std::string content_types() const;
  [[nodiscard]] std::vector<std::pair<std::string, Packed>> relationship_parts() const;
  [[nodiscard]] std::string relationships_of(std::string_view source) const;

  std::vector<Part> parts_;
  std::vector<Default> defaults_;
  std::vector<Relationship> relationships_;
};

/// Writes the digest of a file into it (base/own_digest.h), and the check sum of the part that it stands in. Throws
/// `Error` (internal) where the file has no place for it.
[[nodiscard]] std::string with_digest(std::string file);

}  // namespace krut::docx
