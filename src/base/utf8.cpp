#include "base/utf8.h"

namespace krut::utf8 {

namespace {

constexpr std::size_t invalid = 0;

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool is_continuation(std::string_view text, std::size_t offset, unsigned char low = 0x80, unsigned char high = 0xBF) {
  return offset < text.size() && byte_at(text, offset) >= low && byte_at(text, offset) <= high;
}

/// Size of the well-formed sequence at `offset` (Unicode 15, table 3-7), or `invalid`.
std::size_t well_formed_size(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return is_continuation(text, offset + 1) ? 2 : invalid;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return is_continuation(text, offset + 1, low, high) && is_continuation(text, offset + 2) ? 3 : invalid;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return is_continuation(text, offset + 1, low, high) && is_continuation(text, offset + 2) &&
                   is_continuation(text, offset + 3)
               ? 4
               : invalid;
  }
  return invalid;
}

/// Offset behind the first `count` characters; the end where there are no more.
std::size_t end_of(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  for (; count > 0 && offset < text.size(); --count) {
    ++offset;
    while (is_continuation(text, offset)) ++offset;
  }
  return offset;
}

/// Offset of the first of the last `count` characters; the start where there are no more.
std::size_t begin_of_last(std::string_view text, std::size_t count) {
  std::size_t offset = text.size();
  for (; count > 0 && offset > 0; --count) {
    --offset;
    while (offset > 0 && is_continuation(text, offset)) --offset;
  }
  return offset;
}

}  // namespace

std::optional<std::size_t> first_fault(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t size = well_formed_size(text, offset);
    if (size == invalid) return offset;
    offset += size;
  }
  return std::nullopt;
}

void append(std::string& text, char32_t character) {
  const auto put = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

std::string encode(char32_t character) {
  std::string text;
  append(text, character);
  return text;
}

std::size_t count(std::string_view text) {
  std::size_t characters = 0;
  for (const char byte : text) characters += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  return characters;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (end_of(text, most) == text.size()) return std::string(text);
  const std::string_view start = text.substr(0, end_of(text, most - most / 2));
  const std::string_view end = text.substr(begin_of_last(text, most / 2));
  return std::string(start) + "…" + std::string(end);
}

std::u32string to_utf32(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = decode(text, offset);
    characters += decoded.character;
    offset += decoded.size;
  }
  return characters;
}

std::string from_utf32(std::u32string_view text) {
  std::string bytes;
  for (const char32_t character : text) append(bytes, character);
  return bytes;
}

std::string with_thai_digits(std::string_view text) {
  std::string result;
  result.reserve(text.size() * 3);
  for (const char byte : text) {
    if (byte >= '0' && byte <= '9') {
      append(result, 0x0E50 + static_cast<char32_t>(byte - '0'));
    } else {
      result += byte;
    }
  }
  return result;
}

}  // namespace krut::utf8
