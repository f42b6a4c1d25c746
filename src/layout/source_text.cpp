#include "layout/source_text.h"

#include <algorithm>
#include <utility>

namespace krut::layout {

SourceText::SourceText(std::string text, std::string file)
    : text_(std::move(text)), file_(std::move(file)), places_(text_, 0) {}

Place SourceText::place(std::size_t offset) const {
  const data::Position position = places_.at(text_, std::min(offset, text_.size()));
  return {file_, position.line, position.column, {}};
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
