#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "data/places.h"

namespace krut::layout {

/// The text of a layout file, with the line and column of every byte.
class SourceText {
 public:
  /// `text` must be valid UTF-8.
  SourceText(std::string text, std::string file);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Offsets past the end mean the end.
  [[nodiscard]] Place place(std::size_t offset) const;

 private:
  std::string text_;
  std::string file_;
  data::Places places_;
};

/// Characters as the XML reader gives them, with the way back to the bytes they were read from.
class SourceString {
 public:
  /// Appends what stands at `source_offset`. `is_verbatim`: the source has the very same bytes there; otherwise (a
  /// character reference) the whole of `text` is placed at the start.
  void append(const std::string& text, std::size_t source_offset, bool is_verbatim);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t source_offset(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t offset;
    std::size_t source_offset;
    bool is_verbatim;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace krut::layout
