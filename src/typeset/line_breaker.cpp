#include "typeset/line_breaker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace krut::typeset {

namespace {

using text::LineEnd;
using text::Piece;
using text::Run;

/// Whether what stands from `begin` up to the next place as good as `end`, or better, fits into a line.
bool fits_whole(const std::vector<Piece>& pieces, std::size_t begin, LineEnd end, Length room) {
  Length used;
  for (std::size_t i = begin; i < pieces.size(); ++i) {
    if (used + pieces[i].width > room) return false;
    if (pieces[i].line_end >= end) return true;
    used += pieces[i].width + pieces[i].space_width;
  }
  return true;
}

/// The furthest places of each sort where a line that starts at `begin` may end; `begin` for none.
struct Places {
  std::size_t allowed = 0;
  std::size_t discouraged = 0;
  std::size_t avoided = 0;

  void note(LineEnd end, std::size_t place) {
    if (end == LineEnd::allowed) allowed = place;
    if (end == LineEnd::discouraged) discouraged = place;
    if (end == LineEnd::avoided) avoided = place;
  }
};

/// The best of the places. Words held together that the next line, which has `room`, cannot hold either part here.
std::size_t best_of(const Places& places, const std::vector<Piece>& pieces, std::size_t begin, Length room) {
  const auto [allowed, discouraged, avoided] = places;
  const bool must_part = allowed == begin || !fits_whole(pieces, allowed, LineEnd::allowed, room);
  const bool parts_once = discouraged > allowed && fits_whole(pieces, discouraged, LineEnd::discouraged, room);
  if (must_part && parts_once) return discouraged;
  return allowed != begin ? allowed : std::max(discouraged, avoided);
}

/// End of the fullest line from `begin` that fits, or `begin` when not even its first word does. `next` is the room of
/// the line behind it.
std::size_t end_of_line(const std::vector<Piece>& pieces, std::size_t begin, Length room, Length next) {
  Places places{begin, begin, begin};
  Length used;
  for (std::size_t i = begin; i < pieces.size(); ++i) {
    if (used + pieces[i].width > room) return best_of(places, pieces, begin, next);
    used += pieces[i].width + pieces[i].space_width;
    if (pieces[i].line_end == LineEnd::forced) return i + 1;
    places.note(pieces[i].line_end, i + 1);
  }
  return pieces.size();
}

WideWord name_word(const Piece& piece, bool is_cut) {
  WideWord word;
  word.is_cut = is_cut;
  if (!piece.runs.empty()) word.span = piece.runs.front().span;
  for (const Run& run : piece.runs) word.text += run.shape->text;
  return word;
}

/// Whether a word fits when its clusters stand closer.
bool fits_closed_up(const Piece& piece, Length room) {
  Length gain;
  Length last_gap;
  for (const Run& run : piece.runs) {
    last_gap = run.size.scaled(most_squeeze_percent, 100);
    gain += last_gap * static_cast<std::int64_t>(run.shape->clusters.size());
  }
  return piece.width - (gain - last_gap) <= room;
}

Run part_of(const Run& run, std::size_t first, std::size_t last) {
  Run part = run;
  part.shape = text::slice(*run.shape, first, last);
  part.width = text::width_of(part.shape->advance, part.shape->font->units_per_em, run.size);
  return part;
}

/// The character that each of the first `most` clusters begins with.
std::u32string first_characters(const Piece& piece, std::size_t most) {
  std::u32string characters;
  for (const Run& run : piece.runs) {
    for (const model::Cluster& cluster : run.shape->clusters) {
      if (characters.size() == most) return characters;
      characters += utf8::decode(run.shape->text, cluster.text_begin).character;
    }
  }
  return characters;
}

/// How many clusters fit.
std::size_t clusters_within(const Piece& piece, Length room) {
  std::size_t count = 0;
  for (const Run& run : piece.runs) {
    std::int64_t advance = 0;
    for (const model::Cluster& cluster : run.shape->clusters) {
      advance += cluster.advance;
      if (text::width_of(advance, run.shape->font->units_per_em, run.size) > room) return count;
      ++count;
    }
    room -= run.width;
  }
  return count;
}

Length width_of(const std::vector<Run>& runs) {
  Length width;
  for (const Run& run : runs) width += run.width;
  return width;
}

/// The same in runs of at most so many clusters: what is cut off the front of a long word is copied with the rest of
/// its run only, so that the time grows with the word and not with its square.
void shorten_runs(std::vector<Run>& runs) {
  constexpr std::size_t most = 256;
  const auto is_long = [](const Run& run) { return run.shape->clusters.size() > most; };
  if (std::none_of(runs.begin(), runs.end(), is_long)) return;
  std::vector<Run> shorter;
  for (const Run& run : runs) {
    const std::size_t size = run.shape->clusters.size();
    for (std::size_t first = 0; first < size; first += most) {
      shorter.push_back(part_of(run, first, std::min(first + most, size)));
    }
  }
  runs = std::move(shorter);
}

/// Takes the first clusters away from `runs`.
std::vector<Run> take_clusters(std::vector<Run>& runs, std::size_t count) {
  std::vector<Run> taken;
  auto next = runs.begin();
  for (; next != runs.end() && count >= next->shape->clusters.size(); ++next) {
    count -= next->shape->clusters.size();
    taken.push_back(std::move(*next));
  }
  if (count > 0 && next != runs.end()) {
    taken.push_back(part_of(*next, 0, count));
    *next = part_of(*next, count, next->shape->clusters.size());
  }
  runs.erase(runs.begin(), next);
  return taken;
}

/// ๆ, ฯ, vowels that follow their consonant, and what closes or ends something never begin a line.
bool may_begin_line(char32_t c) {
  constexpr std::u32string_view never_first = U" \u00A0\u0E46\u0E2F\u0E30\u0E32\u0E33\u0E45)]}\u201D\u2019,.;:!?%";
  return never_first.find(c) == std::u32string_view::npos;
}

/// A vowel that stands before its consonant never ends a line, and neither does what opens something. Nor a hyphen:
/// readers that join words over line ends would take it for theirs and lose it.
bool may_end_line(char32_t c) {
  constexpr std::u32string_view never_last = U"-\u0E40\u0E41\u0E42\u0E43\u0E44([{\u201C\u2018\u0E3F";
  return never_last.find(c) == std::u32string_view::npos;
}

/// Where a word is cut, counted in clusters: what stays on the line, and the spaces behind it.
struct Cut {
  std::size_t letters = 0;
  std::size_t spaces = 0;
};

/// At a space that was to hold the word together when one is in reach, else where one line may end and the next begin.
Cut best_cut(const Piece& piece, Length room) {
  constexpr std::u32string_view spaces = U" \u00A0";
  constexpr std::size_t longest_gap = 64;
  const std::size_t most = std::max<std::size_t>(1, clusters_within(piece, room));
  const std::u32string characters = first_characters(piece, most + longest_gap);
  if (most >= characters.size()) return {characters.size(), 0};
  for (std::size_t cut = most; cut > 0; --cut) {
    if (spaces.find(characters[cut]) == std::u32string_view::npos) continue;
    const std::size_t next = characters.find_first_not_of(spaces, cut);
    if (next != std::u32string::npos && may_begin_line(characters[next])) return {cut, next - cut};
  }
  for (std::size_t cut = most; cut > 0; --cut) {
    if (may_begin_line(characters[cut]) && may_end_line(characters[cut - 1])) return {cut, 0};
  }
  return {most, 0};
}

/// Cuts the word at `begin` so that a part of it fills a line; gives the end of that line.
std::size_t cut_word(std::vector<Piece>& pieces, std::size_t begin, Length room) {
  Piece& word = pieces[begin];
  shorten_runs(word.runs);
  const Cut cut = best_cut(word, room);
  Piece front;
  front.runs = take_clusters(word.runs, cut.letters);
  if (word.runs.empty()) {
    word.runs = std::move(front.runs);
    return begin + 1;
  }
  front.spaces = take_clusters(word.runs, cut.spaces);
  front.width = width_of(front.runs);
  front.space_width = width_of(front.spaces);
  word.width = width_of(word.runs);
  pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(begin), std::move(front));
  return begin + 1;
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
    std::size_t end = end_of_line(pieces, begin, width, room.rest);
    if (end == begin) {
      const bool is_new = begin >= reported_until;
      const bool is_cut = !is_new || !fits_closed_up(pieces[begin], width);
      if (is_new) wide_words.push_back(name_word(pieces[begin], is_cut));
      const std::size_t count = pieces.size();
      end = is_cut ? cut_word(pieces, begin, width) : begin + 1;
      reported_until = begin + 1 + (pieces.size() - count);
    }
    lines.push_back(range_of(pieces, begin, end));
    begin = end;
  }
  return lines;
}

}  // namespace krut::typeset
