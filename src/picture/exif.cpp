#include "picture/exif.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace krut::picture {

namespace {

constexpr std::size_t entry_size = 12;
constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t short_type = 3;
constexpr int most = 8;

/// Numbers of notes in their own byte order; nothing beyond their end.
class Notes {
 public:
  Notes(std::string_view bytes, bool is_big_endian) : bytes_(bytes), is_big_endian_(is_big_endian) {}

  [[nodiscard]] std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8U | static_cast<unsigned char>(bytes_[is_big_endian_ ? at + i : at + size - 1 - i]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_big_endian_;
};

std::optional<std::uint32_t> said_orientation(const Notes& notes) {
  const auto directory = notes.number(4, 4);
  const auto entries = directory ? notes.number(*directory, 2) : std::nullopt;
  if (!entries) return std::nullopt;
  for (std::size_t i = 0; i < *entries; ++i) {
    const std::size_t at = *directory + 2 + i * entry_size;
    const auto tag = notes.number(at, 2);
    if (!tag) return std::nullopt;
    if (*tag != orientation_tag) continue;
    if (notes.number(at + 2, 2) != short_type || notes.number(at + 4, 4) != 1U) return std::nullopt;
    return notes.number(at + 8, 2);
  }
  return std::nullopt;
}

}  // namespace

int orientation_in(std::string_view notes) {
  const bool is_big_endian = notes.substr(0, 4) == std::string_view("MM\0\x2A", 4);
  if (!is_big_endian && notes.substr(0, 4) != std::string_view("II\x2A\0", 4)) return 1;
  const auto said = said_orientation(Notes(notes, is_big_endian));
  return said && *said >= 1 && *said <= most ? static_cast<int>(*said) : 1;
}

}  // namespace krut::picture
