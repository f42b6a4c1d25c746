#include "layout/source_text.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace krut::layout {

SourceText::SourceText(std::string text, std::string file) : text_(std::move(text)), file_(std::move(file)) {
  line_starts_.push_back(0);
  for (std::size_t offset = 0; offset < text_.size(); ++offset) {
    if (text_[offset] == '\n') line_starts_.push_back(offset + 1);
  }
}

Place SourceText::place(std::size_t offset) const {
  const std::size_t at = std::min(offset, text_.size());
  const auto next_line = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  const std::size_t line_start = *(next_line - 1);
  const std::string_view before = std::string_view(text_).substr(line_start, at - line_start);
  Place place;
  place.file = file_;
  place.line = static_cast<int>(next_line - line_starts_.begin());
  place.column = static_cast<int>(utf8::count(before)) + 1;
  return place;
}

void SourceString::append(const std::string& text, std::size_t source_offset, bool is_verbatim) {
  pieces_.push_back({text_.size(), source_offset, is_verbatim});
  text_ += text;
}

std::size_t SourceString::source_offset(std::size_t offset) const {
  if (pieces_.empty()) return 0;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                [](std::size_t wanted, const Piece& each) { return wanted < each.offset; });
  if (piece != pieces_.begin()) --piece;
  return piece->source_offset + (piece->is_verbatim ? offset - piece->offset : 0);
}

}  // namespace krut::layout
