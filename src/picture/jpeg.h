#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace krut::picture {

/// What a PDF must say of a JPEG that it holds as it is (ISO 32000-1, 7.4.8 and 8.9.5).
struct JpegLook {
  std::uint32_t width = 0;  ///< of its rows as they are stored
  std::uint32_t height = 0;
  std::size_t components = 0;  ///< 1 grey, 3 red, green and blue, 4 cyan, magenta, yellow and black
  bool is_inverted = false;    ///< Adobe's programs store the four inks the other way round
  bool is_plain_rgb = false;   ///< its components are the colours themselves, and only their names say so
  std::string profile;         ///< a colour profile of as many components that a PDF may carry; else empty
};

/// Of a JPEG that was judged sound. Throws `Error` (internal) for another.
[[nodiscard]] JpegLook look_of_jpeg(std::string_view jpeg);

/// A sound JPEG without the notes of cameras and programs (when and where it was taken, the small pictures in it) and
/// without what follows its end. Its pixels, and what their colours mean, are as they were.
[[nodiscard]] std::string without_notes(std::string_view jpeg);

/// `made`, a JPEG, with the colour profile that `source` carries.
[[nodiscard]] std::string with_profile_of(std::string_view source, std::string made);

}  // namespace krut::picture
