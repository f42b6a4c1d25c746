#include "text/line_text.h"

#include <hb.h>

namespace krut::text {

namespace {

constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t word_joiner = 0x2060;

/// Characters that are obeyed and not set.
bool is_obeyed(char32_t c) {
  return c == zero_width_space || c == zero_width_non_joiner || c == zero_width_joiner || c == word_joiner;
}

}  // namespace

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

bool is_rare_space(char32_t character) {
  constexpr char32_t figure_space = 0x2007;
  const bool is_typographic = character >= 0x2000 && character <= 0x200A && character != figure_space;
  return is_typographic || character == 0x205F || character == 0x3000;
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
  wishes.clear();
}

void LineText::append(const std::string& text, std::uint32_t span) {
  // Room for a character a byte; what is left of it is given back. It grows by more than was asked for, so that a line
  // of many short spans is not copied for each.
  std::size_t count = characters.size();
  characters.resize(count + text.size());
  offsets.resize(count + text.size() + 1);
  spans.resize(count + text.size());
  std::size_t copied = 0;
  const auto copy_up_to = [&](std::size_t offset) {
    bytes.append(text, copied, offset - copied);
    copied = offset;
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, offset);
    const char32_t c = decoded.character;
    if (is_obeyed(c)) {
      copy_up_to(offset);
      copied += decoded.size;
      if (c == zero_width_space) wishes.push_back({count, Asked::breakable});
      if (c == word_joiner || c == zero_width_joiner) wishes.push_back({count, Asked::joined});
    } else {
      characters[count] = c;
      offsets[count + 1] = offsets[count] + static_cast<std::uint32_t>(decoded.size);
      spans[count] = count > 0 && is_extending(c) ? spans[count - 1] : span;
      ++count;
    }
    offset += decoded.size;
  }
  copy_up_to(text.size());
  characters.resize(count);
  offsets.resize(count + 1);
  spans.resize(count);
}

}  // namespace krut::text
