#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace krut::picture {

/// A picture as samples of sRGB, eight bits each, straight alpha, rows from the top.
struct Bitmap {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::string rgba;
};

/// Throws `Error`: resource_missing when the bytes are no PNG or a damaged one, limit when it has too many pixels.
[[nodiscard]] Bitmap decode_png(std::string_view bytes);

}  // namespace krut::picture
