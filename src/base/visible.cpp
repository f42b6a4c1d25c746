#include "base/visible.h"

#include "base/utf8.h"

namespace krut::utf8 {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view digits = "0123456789ABCDEF";

void append_written_out(std::string& text, char32_t character) {
  if (character == U'\n' || character == U'\t') {
    text += character == U'\n' ? "\\n" : "\\t";
    return;
  }
  text += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) text += digits[character >> shift & 0xFU];
}

}  // namespace

std::string repaired(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (const auto fault = first_fault(text)) {
    result += text.substr(0, *fault);
    result += replacement;
    text.remove_prefix(*fault + 1);
  }
  result += text;
  return result;
}

std::string made_visible(std::string_view text, std::u32string_view kept) {
  const std::string valid = repaired(text);
  std::string result;
  result.reserve(valid.size());
  for (std::size_t offset = 0; offset < valid.size();) {
    const Decoded decoded = decode(valid, offset);
    if (is_acting(decoded.character) && kept.find(decoded.character) == std::u32string_view::npos) {
      append_written_out(result, decoded.character);
    } else {
      result.append(valid, offset, decoded.size);
    }
    offset += decoded.size;
  }
  return result;
}

}  // namespace krut::utf8
