#include "text/line_text.h"

#include <hb.h>

#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t word_joiner = 0x2060;
constexpr char32_t sara_am = 0x0E33;

bool is_combining(char32_t character) {
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_extending(char32_t character) {
  if (character < 0x300) return false;
  if (utf8::is_thai(character)) return utf8::is_thai_mark(character) || character == sara_am;
  return is_combining(character);
}

bool is_space(char32_t character) {
  if (character == ' ') return true;
  if (character < 0x2000) return false;
  const bool is_figure_space = character == 0x2007;
  return (character <= 0x200A && !is_figure_space) || character == 0x205F || character == 0x3000;
}

bool is_default_ignorable(char32_t character) {
  if (character == 0x00AD || character == 0x034F || character == 0x061C || character == 0xFEFF) return true;
  const auto is_in = [&](char32_t first, char32_t last) { return character >= first && character <= last; };
  return is_in(0x200B, 0x200F) || is_in(0x202A, 0x202E) || is_in(0x2060, 0x206F) || is_in(0xFE00, 0xFE0F) ||
         is_in(0xE0000, 0xE0FFF);
}

void LineText::clear() {
  bytes.clear();
  characters.clear();
  offsets.assign(1, 0);
  spans.clear();
  asked_before.assign(1, Asked::nothing);
  asks = false;
}

void LineText::append(const std::string& text, std::uint32_t span) {
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, offset);
    const char32_t c = decoded.character;
    if (c == zero_width_space) {
      asked_before.back() = Asked::breakable;
      asks = true;
    } else if (c == word_joiner || c == zero_width_joiner) {
      asked_before.back() = Asked::joined;
      asks = true;
    } else if (c != zero_width_non_joiner) {
      const bool follows = is_extending(c) && !spans.empty();
      bytes.append(text, offset, decoded.size);
      characters += c;
      offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
      spans.push_back(follows ? spans.back() : span);
      asked_before.push_back(Asked::nothing);
    }
    offset += decoded.size;
  }
}

}  // namespace krut::text
