#include "layout/source_text.h"

#include <algorithm>
#include <utility>

namespace krut::layout {

SourceText::SourceText(std::string text, std::string file) {
  data::Places places(text, 0);
  files_.push_back({std::move(text), std::move(file), std::move(places)});
}

Place SourceText::place(std::size_t offset) const {
  auto file = std::upper_bound(files_.begin(), files_.end(), offset,
                               [](std::size_t wanted, const File& each) { return wanted < each.begin; });
  --file;
  const data::Position position = file->places.at(file->text, std::min(offset - file->begin, file->text.size()));
  return {file->name, position.line, position.column, {}};
}

std::size_t SourceText::join(const SourceText& other) {
  File file = other.files_.front();
  file.begin = files_.back().begin + files_.back().text.size() + 1;
  files_.push_back(std::move(file));
  return files_.back().begin;
}

void SourceString::append(const std::string& text, std::size_t source_offset, bool is_verbatim) {
  pieces_.push_back({text_.size(), source_offset, is_verbatim});
  text_ += text;
}

void SourceString::move_to(std::size_t begin) {
  for (Piece& piece : pieces_) piece.source_offset += begin;
}

std::size_t SourceString::source_offset(std::size_t offset) const {
  if (pieces_.empty()) return 0;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                [](std::size_t wanted, const Piece& each) { return wanted < each.offset; });
  if (piece != pieces_.begin()) --piece;
  return piece->source_offset + (piece->is_verbatim ? offset - piece->offset : 0);
}

}  // namespace krut::layout
