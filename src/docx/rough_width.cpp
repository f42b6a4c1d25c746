#include "docx/rough_width.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace krut::docx {

namespace {

/// Mean width of a Thai letter in thousandths of the size.
constexpr std::int64_t letter_width = 430;
constexpr std::int64_t whole_size = 1'000;

}  // namespace

Length rough_width(const std::vector<model::Span>& spans) {
  Length width;
  for (const model::Span& span : spans) {
    const std::u32string text = utf8::to_utf32(span.text);
    const auto letters = std::count_if(text.begin(), text.end(), [](char32_t c) { return !utf8::is_thai_mark(c); });
    width += span.format.size.scaled(letters * letter_width, whole_size);
  }
  return width;
}

}  // namespace krut::docx
