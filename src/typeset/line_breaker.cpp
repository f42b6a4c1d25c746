#include "typeset/line_breaker.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "typeset/parting.h"
#include "typeset/word_rest.h"

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

// How full a line has to be, as shares of its room: to be spread, to be as good as a fuller one, to be better ragged
// than with words parted that belong together, and of a paragraph's last line to be left alone.
constexpr std::int64_t least_spread_percent = 84;
constexpr std::int64_t least_as_good_percent = 92;
constexpr std::int64_t least_unparted_percent = 70;
constexpr std::int64_t short_last_line_percent = 12;
constexpr std::int64_t short_end_percent = 50;  // the same, of a name in a narrow column
constexpr Length widest_column_of_names = Length::millimetres(30);
/// In narrower columns lines are ragged anyhow, and words that belong together stay so.
constexpr Length least_room_to_part = Length::millimetres(80);

/// Where a line may end, and how wide it is then.
struct Place {
  std::size_t end = 0;
  Length width;
};

/// The furthest places of each sort where a line that starts at `begin` may end; `begin` for none.
struct Places {
  explicit Places(std::size_t begin)
      : allowed{begin, {}}, unwelcome{begin, {}}, discouraged{begin, {}}, avoided{begin, {}} {}

  Place allowed;
  Place unwelcome;
  Place discouraged;
  Place avoided;

  void note(LineEnd sort, Place place) {
    if (sort == LineEnd::allowed) allowed = place;
    if (sort == LineEnd::unwelcome) unwelcome = place;
    if (sort == LineEnd::discouraged) discouraged = place;
    if (sort == LineEnd::avoided) avoided = place;
  }
};

/// What a line is broken for.
struct Aim {
  Length room;
  Length next;             ///< of the line behind it
  bool is_spread = false;  ///< see LineRoom
  bool is_careful = true;  ///< does not end behind a word that leads on where another place is as good

  [[nodiscard]] bool is_filled(const Place& place, std::int64_t percent) const {
    return place.width * 100 >= room * percent;
  }
};

/// The furthest place where the line may end freely, or one nearly as far that is better.
Place free_place(const Places& places, const Aim& aim) {
  if (places.unwelcome.end <= places.allowed.end) return places.allowed;
  const bool is_as_good = aim.is_careful && aim.is_filled(places.allowed, least_as_good_percent);
  return is_as_good ? places.allowed : places.unwelcome;
}

/// End of the first line of words held together that no line can hold: of all ways to part them the one that takes few
/// lines and leaves no short rest. `furthest` is the last place that fits. In wide columns more text fills the last
/// line, and this one is filled as well.
std::size_t parted_end(const std::vector<Piece>& pieces, std::size_t begin, std::size_t furthest, const Aim& aim) {
  constexpr std::size_t most_places = 64;
  if (furthest == begin || aim.room >= least_room_to_part) return furthest;
  std::vector<PartingPlace> places;
  Length used;
  for (std::size_t i = begin; i < pieces.size() && places.size() < most_places; ++i) {
    if (i >= furthest && pieces[i].width > aim.next) break;
    used += pieces[i].width;
    const bool is_end = pieces[i].line_end >= LineEnd::unwelcome;
    const std::int64_t price = is_end                                       ? 0
                               : pieces[i].line_end == LineEnd::discouraged ? price_of_worse_place
                                                                            : 2 * price_of_worse_place;
    places.push_back({used, used + pieces[i].space_width, price});
    if (is_end) break;
    used += pieces[i].space_width;
  }
  return std::min(furthest, begin + 1 + first_parting(places, aim.room, aim.next));
}

/// The best of the places. Words held together that the next line cannot hold either part here, and so do those that
/// would leave this line ragged.
std::size_t best_of(const Places& places, const std::vector<Piece>& pieces, std::size_t begin, const Aim& aim) {
  const Place free = free_place(places, aim);
  const Place& discouraged = places.discouraged;
  const Place& avoided = places.avoided;
  const bool must_part = free.end == begin || !fits_whole(pieces, free.end, LineEnd::unwelcome, aim.next);
  const bool parts_once =
      discouraged.end > free.end && fits_whole(pieces, discouraged.end, LineEnd::discouraged, aim.next);
  if (must_part && parts_once) return discouraged.end;
  if (free.end == begin) return parted_end(pieces, begin, std::max(discouraged.end, avoided.end), aim);
  const bool is_ragged = aim.is_spread && aim.room >= least_room_to_part && !aim.is_filled(free, least_spread_percent);
  const auto fills = [&](const Place& place) {
    return place.end > free.end && aim.is_filled(place, least_spread_percent);
  };
  if (is_ragged && fills(discouraged)) return discouraged.end;
  const bool is_very_ragged = is_ragged && !aim.is_filled(free, least_unparted_percent);
  return is_very_ragged && fills(avoided) ? avoided.end : free.end;
}

/// End of the fullest line from `begin` that fits, or `begin` when not even its first word does.
std::size_t end_of_line(const std::vector<Piece>& pieces, std::size_t begin, const Aim& aim) {
  Places places(begin);
  Length used;
  for (std::size_t i = begin; i < pieces.size(); ++i) {
    if (used + pieces[i].width > aim.room) return best_of(places, pieces, begin, aim);
    used += pieces[i].width;
    if (pieces[i].line_end == LineEnd::forced) return i + 1;
    places.note(pieces[i].line_end, {i + 1, used});
    used += pieces[i].space_width;
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

LineRange range_of(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  LineRange line{begin, end, {}, pieces[end - 1].line_end == LineEnd::forced};
  for (std::size_t i = begin; i < end; ++i) line.width += pieces[i].width + pieces[i].space_width;
  line.width -= pieces[end - 1].space_width;
  return line;
}

/// Where lines end when no word is too wide for its line; nothing where one is.
std::optional<std::vector<std::size_t>> plan(const std::vector<Piece>& pieces, const LineRoom& room, bool is_careful) {
  std::vector<std::size_t> ends;
  for (std::size_t begin = 0; begin < pieces.size(); begin = ends.back()) {
    const Length width = ends.empty() ? room.first : room.rest;
    const std::size_t end = end_of_line(pieces, begin, {width, room.rest, room.is_spread, is_careful});
    if (end == begin) return std::nullopt;
    ends.push_back(end);
  }
  return ends;
}

/// The last two lines of a text, as [begin, last) and [last, size).
struct Tail {
  std::size_t begin = 0;
  std::size_t last = 0;
  Length width;              ///< of the last line
  bool is_one_word = false;  ///< the last line is no more than that
};

Tail tail_of(const std::vector<Piece>& pieces, const std::vector<std::size_t>& ends) {
  Tail tail{ends.size() > 2 ? ends[ends.size() - 3] : 0, ends[ends.size() - 2], {}, true};
  for (std::size_t i = tail.last; i < pieces.size(); ++i) {
    tail.width += pieces[i].width + pieces[i].space_width;
    const bool is_held = i + 1 == pieces.size() || pieces[i].line_end < LineEnd::unwelcome;
    tail.is_one_word = tail.is_one_word && is_held;
  }
  return tail;
}

/// The furthest place of the line before the last one at which it is full enough; its end where there is none.
std::size_t full_enough_end(const std::vector<Piece>& pieces, const Tail& tail, Length room) {
  const Aim aim{room, room};
  Place place{tail.last, {}};
  for (std::size_t i = tail.begin; i + 1 < tail.last; ++i) {
    place.width += pieces[i].width;
    const bool is_good = pieces[i].line_end == LineEnd::allowed && aim.is_filled(place, least_spread_percent);
    if (is_good) place.end = i + 1;
    place.width += pieces[i].space_width;
  }
  return place.end;
}

/// The place that shares the words of the last two lines evenly among them: หนองบัว|ระเหว, not หนองบัวระ|เหว.
std::size_t even_end(const std::vector<Piece>& pieces, const Tail& tail, Length room) {
  const std::size_t last = tail.last;
  Length total = tail.width;
  for (std::size_t i = tail.begin; i < last; ++i) total += pieces[i].width + pieces[i].space_width;
  std::size_t best = last;
  std::int64_t best_price = std::numeric_limits<std::int64_t>::max();
  Length used;
  for (std::size_t i = tail.begin; i < last; ++i) {
    used += pieces[i].width;
    const Length behind = total - used - pieces[i].space_width;
    const std::int64_t price = price_of_room(used, room) + price_of_room(behind, room);
    used += pieces[i].space_width;
    if (pieces[i].line_end < LineEnd::unwelcome || behind > room || price >= best_price) continue;
    best_price = price;
    best = i + 1;
  }
  return best;
}

bool has_no_space(const std::vector<Piece>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.space_width == Length(); });
}

/// A last line of one short word takes words over from the line before it, where that stays full enough. A name in a
/// column that is little wider, or what else has no space and two lines, need not fill the first.
void fill_last_line(const std::vector<Piece>& pieces, const LineRoom& room, std::vector<std::size_t>& ends) {
  if (ends.size() < 2) return;
  const Tail tail = tail_of(pieces, ends);
  const Piece& before = pieces[tail.last - 1];
  if (before.line_end == LineEnd::forced || !tail.is_one_word) return;
  const bool is_name = tail.begin == 0 && room.rest < widest_column_of_names && has_no_space(pieces);
  if (tail.width * 100 > room.rest * (is_name ? short_end_percent : short_last_line_percent)) return;
  const Length width = tail.begin == 0 ? room.first : room.rest;
  const std::size_t end = is_name ? even_end(pieces, tail, width) : full_enough_end(pieces, tail, width);
  if (end < tail.last && fits_whole(pieces, end, LineEnd::forced, room.rest)) ends[ends.size() - 2] = end;
}

/// Lines that end as they should, unless that takes more of them.
std::optional<std::vector<std::size_t>> plan_lines(const std::vector<Piece>& pieces, const LineRoom& room) {
  auto careful = plan(pieces, room, true);
  if (!careful) return std::nullopt;
  if (careful->size() > 1) {
    auto plain = plan(pieces, room, false);
    if (plain && plain->size() < careful->size()) careful = std::move(plain);
  }
  fill_last_line(pieces, room, *careful);
  return careful;
}

/// Pieces on their way into lines. Words that are cut add pieces; then all go into another list as their lines are
/// made, because putting each part where it belongs would move all that stand behind it.
class LineMaker {
 public:
  LineMaker(std::vector<Piece>& pieces, const LineRoom& room, std::vector<WideWord>& wide_words)
      : pieces_(pieces), room_(room), wide_words_(wide_words) {}

  std::vector<LineRange> run() {
    planned_ = plan_lines(pieces_, room_);
    for (std::size_t begin = 0; begin < pieces_.size();) {
      const Length width = lines_.empty() ? room_.first : room_.rest;
      if (!rest_.is_empty() && rest_.width() <= width) rest_.give_back(pieces_[begin]);
      if (!rest_.is_empty()) {
        begin = add_part(begin, width);
        continue;
      }
      std::size_t end = planned_ ? next_planned() : end_of_line(pieces_, begin, {width, room_.rest, room_.is_spread});
      if (end == begin) {
        const bool is_cut = !fits_closed_up(pieces_[begin], width);
        wide_words_.push_back(name_word(pieces_[begin], is_cut));
        if (is_cut) {
          start_moving(begin);
          rest_.take(pieces_[begin]);
          begin = add_part(begin, width);
          continue;
        }
        end = begin + 1;
      }
      add_line(begin, end);
      begin = end;
    }
    if (is_moving_) pieces_ = std::move(moved_);
    return std::move(lines_);
  }

 private:
  std::size_t next_planned() { return (*planned_)[lines_.size()]; }

  void start_moving(std::size_t begin) {
    if (is_moving_) return;
    is_moving_ = true;
    const auto first = std::make_move_iterator(pieces_.begin());
    moved_.assign(first, first + static_cast<std::ptrdiff_t>(begin));
  }

  /// A line that holds a part of the word at `begin`; gives where the next line begins.
  std::size_t add_part(std::size_t begin, Length width) {
    Piece front = rest_.cut(width);
    const bool is_all = rest_.is_empty();
    Piece& word = pieces_[begin];
    if (is_all) {
      word.runs = std::move(front.runs);
      word.width = front.width;
      add_line(begin, begin + 1);
      return begin + 1;
    }
    moved_.push_back(std::move(front));
    lines_.push_back(range_of(moved_, moved_.size() - 1, moved_.size()));
    return begin;
  }

  void add_line(std::size_t begin, std::size_t end) {
    if (!is_moving_) {
      lines_.push_back(range_of(pieces_, begin, end));
      return;
    }
    const std::size_t first = moved_.size();
    for (std::size_t i = begin; i < end; ++i) moved_.push_back(std::move(pieces_[i]));
    lines_.push_back(range_of(moved_, first, moved_.size()));
  }

  std::vector<Piece>& pieces_;
  const LineRoom& room_;
  std::vector<WideWord>& wide_words_;
  std::optional<std::vector<std::size_t>> planned_;  ///< where lines end, unless a word has to be cut
  std::vector<LineRange> lines_;
  WordRest rest_;
  std::vector<Piece> moved_;
  bool is_moving_ = false;
};

}  // namespace

std::vector<LineRange> break_into_lines(text::PreparedText& text, const LineRoom& room,
                                        std::vector<WideWord>& wide_words) {
  return LineMaker(text.pieces, room, wide_words).run();
}

}  // namespace krut::typeset
