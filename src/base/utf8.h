#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace krut::utf8 {

/// One decoded character and the number of bytes it took.
struct Decoded {
  char32_t character = 0;
  std::size_t size = 0;
};

/// Decodes the character at `offset` (< text.size()). `text` must be valid UTF-8: see `first_fault`.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const auto bits = [&](std::size_t i, unsigned mask) { return static_cast<char32_t>(byte(i) & mask); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {bits(0, 0x1F) << 6 | bits(1, 0x3F), 2};
  if (lead < 0xF0) return {bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F), 3};
  return {bits(0, 0x07) << 18 | bits(1, 0x3F) << 12 | bits(2, 0x3F) << 6 | bits(3, 0x3F), 4};
}

/// Byte offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing.
[[nodiscard]] std::optional<std::size_t> first_fault(std::string_view text);

void append(std::string& text, char32_t character);
[[nodiscard]] std::string encode(char32_t character);

/// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count(std::string_view text);

/// The text; of one with more than `most` characters its start and its end, with "…" between. Takes time in proportion
/// to `most`, however long the text.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string from_utf32(std::u32string_view text);

/// True for a letter, vowel, mark, digit or sign of the Thai block (U+0E01 to U+0E5B).
[[nodiscard]] constexpr bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E5B; }
/// True for the Thai characters that stand above or below a consonant and take no room of their own.
[[nodiscard]] constexpr bool is_thai_mark(char32_t c) {
  return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E);
}
/// True for the four tone marks, from ่ to ๋.
[[nodiscard]] constexpr bool is_thai_tone(char32_t c) { return c >= 0x0E48 && c <= 0x0E4B; }
[[nodiscard]] constexpr bool is_thai_digit(char32_t c) { return c >= 0x0E50 && c <= 0x0E59; }

/// ASCII digits turned to Thai digits; everything else unchanged.
[[nodiscard]] std::string with_thai_digits(std::string_view text);

}  // namespace krut::utf8
