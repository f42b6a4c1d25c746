#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace krut::text {

/// What has the name of a font in a folder.
struct FontFile {
  std::string path;
  bool is_file = true;  ///< false for a folder, a pipe, a device, or a link that leads nowhere
};

/// Every .ttf, .otf, .ttc and .otc below a folder, and the .woff, .woff2, .pfb and .pfa that have to be told of, by
/// name, so that the order never depends on the disk. A folder inside it that cannot be read is a warning; the folder
/// itself throws `Error` (resource_missing).
[[nodiscard]] std::vector<FontFile> font_files_below(const std::string& folder, Diagnostics& diagnostics);

}  // namespace krut::text
