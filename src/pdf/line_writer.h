#pragma once

#include "model/page.h"
#include "pdf/content.h"
#include "pdf/font_book.h"

namespace krut::pdf {

/// Writes a line of text as one text object. Every cluster stands where the line says, to a hundredth of a point: gaps
/// are numbers between the strings of TJ, never between a letter and its marks. One exception: where rounding asks the
/// pen to go back a hair behind a mark, it goes back before the mark. Some readers sort by place, and would else take
/// the next letter for the one that the mark belongs to.
class LineWriter {
 public:
  LineWriter(Content& content, FontBook& fonts) : content_(content), fonts_(fonts) {}

  void write(const model::TextLine& line);

 private:
  void write_pieces(const model::TextLine& line);
  void select_ink(model::Ink ink);
  void begin_run(const EncodedShape& shape, Length size);
  /// The trailing mark begins at `mark_begin` of the operand; at its end when there is none.
  void put(std::string_view operand, std::int64_t width, std::size_t mark_begin);
  void put_loose(const EncodedCluster& cluster, const EncodedShape& shape, Length x);
  void write_piece(const model::TextPiece& piece, const EncodedShape& shape);
  [[nodiscard]] bool write_whole(const model::TextPiece& piece, const EncodedShape& shape);
  void move_to(Length x);
  void move_by(Length distance);
  void break_array();
  void close_array();
  [[nodiscard]] Length pen() const;

  Content& content_;
  FontBook& fonts_;
  std::string array_;            // what stands between the brackets of TJ
  bool is_string_open_ = false;  // array_ ends inside a string
  bool has_number_ = false;
  std::size_t mark_begin_ = 0;  // in array_: of the mark at its end; the end when there is none
  std::size_t font_ = 0;
  Length size_;
  model::Ink ink_ = model::Ink::black;
  Length origin_;             // pen where the run started
  std::int64_t written_ = 0;  // how far the run has moved it, in ten-thousandths of an em
};

/// An entry for the property list of the sequence around a line whose letters stand wider or nearer than is natural:
/// extractors take gaps between letters for spaces, and a letter drawn nearer for one that stands before the mark of
/// the last; the line's own words end the doubt. Empty for other lines.
[[nodiscard]] std::string actual_text(const model::TextLine& line);

}  // namespace krut::pdf
