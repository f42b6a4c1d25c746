#include "pdf/line_writer.h"

#include <algorithm>

namespace krut::pdf {
namespace {

constexpr std::int64_t steps_per_em = 10'000;  // as numbers in TJ are written: tenths of a thousandth
constexpr std::int64_t steps_per_thousandth = 10;
constexpr int step_decimals = 1;
constexpr Length tolerance = Length::points(0.009);  // a pen nearer than this stands right
constexpr Length hair = Length::points(0.05);        // nobody sees a mark stand off by it
constexpr std::int64_t millionth = 1'000'000;

bool stands_unnaturally(const model::TextLine& line) {
  return line.is_spread || std::any_of(line.pieces.begin(), line.pieces.end(),
                                       [](const model::TextPiece& piece) { return piece.cluster_spacing != Length(); });
}

/// How much of the room between its clusters a piece's codes take in themselves, in whole steps, so that a document
/// does not have codes of its own for every line. None where readers see no spaces.
std::int32_t opening_of(const model::TextPiece& piece) {
  constexpr std::int64_t most_unseen = 25;  // thousandths of an em
  constexpr std::int64_t step = 20;
  if (piece.cluster_spacing <= Length() || piece.shape->text.front() == ' ') return 0;
  const std::int64_t spacing = piece.cluster_spacing.in_units(1'000, piece.size.in_emu());
  return spacing > most_unseen ? static_cast<std::int32_t>(spacing / step * step) : 0;
}

}  // namespace

std::string actual_text(const model::TextLine& line) {
  if (!stands_unnaturally(line)) return {};
  std::string text;
  for (const model::TextPiece& piece : line.pieces) text += piece.shape->text;
  std::string entry = "/ActualText";
  append_content_string(entry, text);
  return entry;
}

Length LineWriter::pen() const { return origin_ + size_.scaled(written_, steps_per_em); }

void LineWriter::begin_run(const EncodedShape& shape, Length size) {
  origin_ = pen();
  written_ = 0;
  font_ = shape.font;
  size_ = size;
  content_.select_font(font_, size_);
}

void LineWriter::break_array() {
  if (is_string_open_) array_ += ')';
  is_string_open_ = false;
}

void LineWriter::close_array() {
  break_array();
  if (array_.empty()) return;
  if (const unsigned parts = content_.shown().parts_for(array_); parts > 0) {
    array_ = parted(array_, parts);
    has_number_ = true;
  }
  content_.out() += has_number_ ? "[" + array_ + "]TJ\n" : array_ + "Tj\n";
  array_.clear();
  mark_begin_ = 0;
  has_number_ = false;
}

void LineWriter::put(std::string_view operand, std::int64_t width, std::size_t mark_begin) {
  if (!is_string_open_) array_ += '(';
  is_string_open_ = true;
  mark_begin_ = array_.size() + mark_begin;
  array_ += operand;
  written_ += width * steps_per_thousandth;
}

void LineWriter::move_by(Length distance) {
  const std::int64_t steps = distance.in_units(steps_per_em, size_.in_emu());
  if (steps == 0) return;
  has_number_ = true;
  written_ += steps;
  if (is_string_open_ && mark_begin_ < array_.size() && distance < Length() && -distance < hair) {
    std::string gap = ")";
    append_decimal(gap, -steps, step_decimals);
    array_.insert(mark_begin_, gap + "(");
    mark_begin_ = array_.size();
    return;
  }
  break_array();
  append_decimal(array_, -steps, step_decimals);
}

void LineWriter::move_to(Length x) {
  const Length off = x - pen();
  if (off > tolerance || -off > tolerance) move_by(off);
}

void LineWriter::put_loose(const EncodedCluster& cluster, const EncodedShape& shape, Length x) {
  close_array();
  std::string properties = "<</ActualText";
  append_content_string(properties, cluster.text);
  const MarkedContent span(content_, "Span", properties + ">>");
  Length rise;
  for (const LooseCode& loose : cluster.loose) {
    const Length wanted_rise = size_.scaled(loose.y, shape.units_per_em);
    if (wanted_rise != rise) {
      close_array();
      append_points(content_.out(), wanted_rise);
      content_.out() += " Ts\n";
      rise = wanted_rise;
    }
    move_to(x + size_.scaled(loose.pen + loose.x, shape.units_per_em));
    std::string operand;
    append_escaped(operand, std::string{static_cast<char>(loose.code >> 8U), static_cast<char>(loose.code & 0xFFU)});
    put(operand, loose.width, operand.size());
  }
  close_array();
  if (rise != Length()) content_.out() += "0 Ts\n";
}

/// The common case: one string, when no cluster in it would stand off its place.
bool LineWriter::write_whole(const model::TextPiece& piece, const EncodedShape& shape) {
  if (piece.cluster_spacing != Length() || shape.has_loose_code) return false;
  if (shape.operand.empty()) return true;
  const Length least = piece.size.scaled(shape.least_drift, millionth);
  const Length most = piece.size.scaled(shape.most_drift, millionth);
  const Length off = pen() - piece.x;
  if (off + most > tolerance || off + least < -tolerance) {
    const Length middle = (least + most) / 2;
    if (most - middle > tolerance) return false;
    move_by(-off - middle);
  }
  put(shape.operand, shape.width, shape.clusters.back().mark_begin);
  return true;
}

void LineWriter::write_piece(const model::TextPiece& piece, const EncodedShape& shape) {
  std::int64_t advance = 0;
  std::int64_t count = 0;
  std::uint32_t begin = 0;
  for (const EncodedCluster& cluster : shape.clusters) {
    const Length x = piece.x + piece.size.scaled(advance, shape.units_per_em) + piece.cluster_spacing * count;
    move_to(x);
    if (!cluster.loose.empty()) {
      put_loose(cluster, shape, x);
    } else if (cluster.operand_end > begin) {
      put(std::string_view(shape.operand).substr(begin, cluster.operand_end - begin), cluster.width,
          cluster.mark_begin - begin);
    }
    begin = cluster.operand_end;
    advance += cluster.advance;
    ++count;
  }
}

/// Every line starts and ends in black.
void LineWriter::select_ink(model::Ink ink) {
  if (ink == ink_) return;
  close_array();
  content_.out() += ink == model::Ink::red ? "1 0 0 rg\n" : "0 g\n";
  ink_ = ink;
}

void LineWriter::write_pieces(const model::TextLine& line) {
  bool has_run = false;
  for (const model::TextPiece& piece : line.pieces) {
    const EncodedShape& shape = fonts_.encode(piece.shape, opening_of(piece));
    select_ink(piece.ink);
    if (!has_run || shape.font != font_ || piece.size != size_) {
      close_array();
      begin_run(shape, piece.size);
      has_run = true;
    }
    if (!write_whole(piece, shape)) write_piece(piece, shape);
  }
  select_ink(model::Ink::black);
  close_array();
}

void LineWriter::write(const model::TextLine& line) {
  if (line.pieces.empty()) return;
  origin_ = line.pieces[0].x;
  written_ = 0;
  size_ = Length();
  std::string& out = content_.out();
  out += "BT\n";
  content_.append_x(origin_);
  out += ' ';
  content_.append_y(line.baseline);
  out += " Td\n";
  write_pieces(line);
  out += "ET\n";
}

}  // namespace krut::pdf
