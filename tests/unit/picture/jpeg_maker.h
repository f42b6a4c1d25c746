#pragma once

#include <string>
#include <vector>

/// JPEGs made by hand, so that each of their bytes may be wrong.
namespace krut::picture::test {

inline std::string two(std::size_t value) {
  return {static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}

inline std::string segment(char mark, const std::string& inside) {
  return "\xFF" + std::string(1, mark) + two(inside.size() + 2) + inside;
}

inline const std::string start_of_image = "\xFF\xD8";
inline const std::string end_of_image = "\xFF\xD9";
inline const std::string jfif = segment('\xE0', std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14));

inline std::string adobe(char transform) { return segment('\xEE', std::string("Adobe\0d\0\0\0\0", 11) + transform); }

/// The notes of a camera that was held so, in the byte order "II" or "MM".
inline std::string exif(char orientation, bool is_big_endian = true) {
  const std::string notes =
      is_big_endian
          ? std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + orientation + std::string(6, '\0')
          : std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + orientation + std::string(7, '\0');
  return segment('\xE1', std::string("Exif\0\0", 6) + notes);
}

/// Tables whose only codes, of one bit, say that nothing changes: each block takes two bits.
inline std::string tables() {
  const std::string code = '\1' + std::string(16, '\0');
  return segment('\xDB', '\0' + std::string(64, '\1')) + segment('\xC4', '\0' + code) + segment('\xC4', '\x10' + code);
}

inline std::string frame(std::size_t width, std::size_t height, std::size_t components, char mark = '\xC0',
                         char precision = 8, const std::string& names = "\1\2\3\4") {
  std::string inside = precision + two(height) + two(width) + static_cast<char>(components);
  for (std::size_t i = 0; i < components; ++i) inside += std::string{names[i], '\x11', '\0'};
  return segment(mark, inside);
}

inline std::string scan(std::size_t components, const std::string& names = "\1\2\3\4",
                        const std::string& bands = std::string("\0\x3F\0", 3)) {
  std::string inside(1, static_cast<char>(components));
  for (std::size_t i = 0; i < components; ++i) inside += std::string{names[i], '\0'};
  return segment('\xDA', inside + bands);
}

/// A whole picture of one colour, with what stands before its tables.
inline std::string jpeg(std::size_t width, std::size_t height, std::size_t components, const std::string& notes = jfif,
                        const std::string& names = "\1\2\3\4") {
  const std::size_t blocks = (width + 7) / 8 * ((height + 7) / 8) * components;
  return start_of_image + notes + tables() + frame(width, height, components, '\xC0', 8, names) +
         scan(components, names) + std::string((blocks * 2 + 7) / 8, '\0') + end_of_image;
}

}  // namespace krut::picture::test
