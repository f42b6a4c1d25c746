#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace krut::pdf {

/// A picture as samples of sRGB, eight bits each, straight alpha, rows from the top.
struct Bitmap {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string rgba;
};

/// Throws `Error`: resource_missing when the bytes are no PNG or a damaged one, limit when it has too many pixels.
[[nodiscard]] Bitmap decode_png(std::string_view bytes);

/// An SVG as it looks at that size, 600 dots to the inch. It may refer to nothing outside itself. Throws as
/// `decode_png` does.
[[nodiscard]] Bitmap render_svg(std::string_view bytes, Length width, Length height);

}  // namespace krut::pdf
