#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "data/places.h"

namespace krut::layout {

/// The text of a layout file, with the line and column of every byte. The files of its parts join it: their bytes are
/// counted on from its own.
class SourceText {
 public:
  /// `text` must be valid UTF-8.
  SourceText(std::string text, std::string file);

  /// Of the layout's own file.
  [[nodiscard]] const std::string& text() const { return files_.front().text; }
  /// Offsets past the end of the last file mean its end.
  [[nodiscard]] Place place(std::size_t offset) const;
  /// Adds the one file of `other`; its bytes have from now on their offset there and what is given back.
  std::size_t join(const SourceText& other);

 private:
  struct File {
    std::string text;
    std::string name;
    data::Places places;
    std::size_t begin = 0;
  };
  std::vector<File> files_;
};

/// Characters as the XML reader gives them, with the way back to the bytes they were read from.
class SourceString {
 public:
  /// Appends what stands at `source_offset`. `is_verbatim`: the source has the very same bytes there; otherwise (a
  /// character reference) the whole of `text` is placed at the start.
  void append(const std::string& text, std::size_t source_offset, bool is_verbatim);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t source_offset(std::size_t offset) const;
  /// Its file joined another source, where it begins at `begin`.
  void move_to(std::size_t begin);

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
