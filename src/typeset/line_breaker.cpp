#include "typeset/line_breaker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace krut::typeset {

namespace {

using text::LineEnd;
using text::Piece;
using text::Run;

/// End of the fullest line from `begin` that fits, or `begin` when not even its first word does.
std::size_t end_of_line(const std::vector<Piece>& pieces, std::size_t begin, Length room) {
  std::size_t allowed = begin;
  std::size_t discouraged = begin;
  Length used;
  for (std::size_t i = begin; i < pieces.size(); ++i) {
    if (used + pieces[i].width > room) return allowed != begin ? allowed : discouraged;
    used += pieces[i].width + pieces[i].space_width;
    if (pieces[i].line_end == LineEnd::forced) return i + 1;
    if (pieces[i].line_end == LineEnd::allowed) allowed = i + 1;
    if (pieces[i].line_end == LineEnd::discouraged) discouraged = i + 1;
  }
  return pieces.size();
}

std::size_t end_of_word(const std::vector<Piece>& pieces, std::size_t begin) {
  std::size_t end = begin;
  while (end + 1 < pieces.size() && pieces[end].line_end == LineEnd::never) ++end;
  return end + 1;
}

WideWord name_word(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end, bool is_cut) {
  WideWord word;
  word.is_cut = is_cut;
  for (std::size_t i = begin; i < end; ++i) {
    for (const Run& run : pieces[i].runs) {
      if (word.text.empty()) word.span = run.span;
      word.text += run.shape->text;
    }
    if (i + 1 == end) break;
    for (const Run& space : pieces[i].spaces) word.text += space.shape->text;
  }
  return word;
}

/// Whether a word fits when its clusters stand closer.
bool fits_closed_up(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end, Length room) {
  Length width;
  Length gain;
  Length last_gap;
  const auto add = [&](const Run& run) {
    last_gap = run.size.scaled(most_squeeze_percent, 100);
    gain += last_gap * static_cast<std::int64_t>(run.shape->clusters.size());
    width += run.width;
  };
  for (std::size_t i = begin; i < end; ++i) {
    for (const Run& run : pieces[i].runs) add(run);
    if (i + 1 == end) break;
    for (const Run& space : pieces[i].spaces) add(space);
  }
  return width - (gain - last_gap) <= room;
}

Run part_of(const Run& run, std::size_t first, std::size_t last) {
  Run part = run;
  part.shape = text::slice(*run.shape, first, last);
  part.width = text::width_of(part.shape->advance, part.shape->font->units_per_em, run.size);
  return part;
}

/// How many clusters of `run` fit.
std::size_t clusters_within(const Run& run, Length room) {
  std::int64_t advance = 0;
  const auto& clusters = run.shape->clusters;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    advance += clusters[i].advance;
    if (text::width_of(advance, run.shape->font->units_per_em, run.size) > room) return i;
  }
  return clusters.size();
}

Length width_of(const std::vector<Run>& runs) {
  Length width;
  for (const Run& run : runs) width += run.width;
  return width;
}

/// Takes from the front of `piece` what fits into `room`, at least one cluster when `takes_some`. What is left may be
/// empty.
Piece take_front(Piece& piece, Length room, bool takes_some) {
  Piece front;
  auto next = piece.runs.begin();
  Length left = room;
  for (; next != piece.runs.end(); ++next) {
    std::size_t count = clusters_within(*next, left);
    if (count == 0 && takes_some && front.runs.empty()) count = 1;
    if (count < next->shape->clusters.size()) {
      if (count > 0) {
        front.runs.push_back(part_of(*next, 0, count));
        *next = part_of(*next, count, next->shape->clusters.size());
      }
      break;
    }
    left -= next->width;
    front.runs.push_back(std::move(*next));
  }
  piece.runs.erase(piece.runs.begin(), next);
  front.width = width_of(front.runs);
  piece.width = width_of(piece.runs);
  return front;
}

/// Cuts the word that starts at `begin` so that a part of it fills a line; gives the end of that line.
std::size_t cut_word(std::vector<Piece>& pieces, std::size_t begin, Length room) {
  Length used;
  std::size_t at = begin;
  while (used + pieces[at].width <= room && pieces[at].line_end == LineEnd::never && at + 1 < pieces.size()) {
    used += pieces[at].width + pieces[at].space_width;
    ++at;
  }
  Piece front = take_front(pieces[at], room - used, at == begin);
  if (front.runs.empty()) return std::max(at, begin + 1);
  if (pieces[at].runs.empty()) {
    pieces[at].runs = std::move(front.runs);
    pieces[at].width = front.width;
    return at + 1;
  }
  front.line_end = LineEnd::allowed;
  pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(at), std::move(front));
  return at + 1;
}

LineRange range_of(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  LineRange line{begin, end, {}, pieces[end - 1].line_end == LineEnd::forced};
  for (std::size_t i = begin; i < end; ++i) line.width += pieces[i].width + pieces[i].space_width;
  line.width -= pieces[end - 1].space_width;
  return line;
}

}  // namespace

std::vector<LineRange> break_into_lines(text::PreparedText& text, const LineRoom& room,
                                        std::vector<WideWord>& wide_words) {
  auto& pieces = text.pieces;
  std::vector<LineRange> lines;
  std::size_t reported_until = 0;
  for (std::size_t begin = 0; begin < pieces.size();) {
    const Length width = lines.empty() ? room.first : room.rest;
    std::size_t end = end_of_line(pieces, begin, width);
    if (end == begin) {
      const std::size_t word_end = end_of_word(pieces, begin);
      const bool is_new = begin >= reported_until;
      const bool is_cut = !is_new || !fits_closed_up(pieces, begin, word_end, width);
      if (is_new) wide_words.push_back(name_word(pieces, begin, word_end, is_cut));
      const std::size_t count = pieces.size();
      end = is_cut ? cut_word(pieces, begin, width) : word_end;
      reported_until = word_end + (pieces.size() - count);
    }
    lines.push_back(range_of(pieces, begin, end));
    begin = end;
  }
  return lines;
}

}  // namespace krut::typeset
