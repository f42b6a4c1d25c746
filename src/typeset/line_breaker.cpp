#include "typeset/line_breaker.h"

#include <algorithm>
#include <deque>
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

// How full a line has to be, as shares of its room: to be spread, to be as good as a fuller one, to be better ragged
// than with words parted that belong together, and of a paragraph's last line to be left alone.
constexpr std::int64_t least_spread_percent = 84;
constexpr std::int64_t least_as_good_percent = 92;
constexpr std::int64_t least_unparted_percent = 70;
constexpr std::int64_t short_last_line_percent = 12;
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
  if (free.end == begin) return std::max(discouraged.end, avoided.end);
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

Run part_of(const Run& run, std::size_t first, std::size_t last) {
  Run part = run;
  part.shape = text::slice(*run.shape, first, last);
  part.width = text::width_of(part.shape->advance, part.shape->font->units_per_em, run.size);
  return part;
}

/// The character that each of the first `most` clusters begins with.
std::u32string first_characters(const std::deque<Run>& runs, std::size_t most) {
  std::u32string characters;
  for (const Run& run : runs) {
    for (const model::Cluster& cluster : run.shape->clusters) {
      if (characters.size() == most) return characters;
      characters += utf8::decode(run.shape->text, cluster.text_begin).character;
    }
  }
  return characters;
}

/// How many clusters fit.
std::size_t clusters_within(const std::deque<Run>& runs, Length room) {
  std::size_t count = 0;
  for (const Run& run : runs) {
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

/// The runs, none of more than so many clusters: what is cut off the front of a long word is copied with the rest of
/// its run only, so that the time grows with the word and not with its square.
std::deque<Run> short_runs(std::vector<Run> runs) {
  constexpr std::size_t most = 256;
  std::deque<Run> shorter;
  for (Run& run : runs) {
    const std::size_t size = run.shape->clusters.size();
    if (size <= most) {
      shorter.push_back(std::move(run));
      continue;
    }
    for (std::size_t first = 0; first < size; first += most) {
      shorter.push_back(part_of(run, first, std::min(first + most, size)));
    }
  }
  return shorter;
}

/// Takes the first clusters away from `runs`, which are `width` wide.
std::vector<Run> take_clusters(std::deque<Run>& runs, Length& width, std::size_t count) {
  std::vector<Run> taken;
  while (!runs.empty() && count >= runs.front().shape->clusters.size()) {
    count -= runs.front().shape->clusters.size();
    width -= runs.front().width;
    taken.push_back(std::move(runs.front()));
    runs.pop_front();
  }
  if (count > 0 && !runs.empty()) {
    Run& next = runs.front();
    width -= next.width;
    taken.push_back(part_of(next, 0, count));
    next = part_of(next, count, next.shape->clusters.size());
    width += next.width;
  }
  return taken;
}

/// ๆ, ฯ, vowels that follow their consonant, and what closes or ends something never begin a line.
bool may_begin_line(char32_t c) {
  constexpr std::u32string_view never_first = U"\" \u00A0\u0E46\u0E2F\u0E30\u0E32\u0E33\u0E45)]}\u201D\u2019,.;:!?%";
  return never_first.find(c) == std::u32string_view::npos;
}

/// A vowel that stands before its consonant never ends a line, and neither does what opens something. Nor a hyphen:
/// readers that join words over line ends would take it for theirs and lose it.
bool may_end_line(char32_t c) {
  constexpr std::u32string_view never_last = U"\"-\u0E40\u0E41\u0E42\u0E43\u0E44([{\u201C\u2018\u0E3F";
  return never_last.find(c) == std::u32string_view::npos;
}

bool is_thai_consonant(char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; }

/// Where a word is cut, counted in clusters: what stays on the line, and the spaces behind it.
struct Cut {
  std::size_t letters = 0;
  std::size_t spaces = 0;
};

/// At a space that was to hold the word together when one is in reach, else where one line may end and the next begin.
Cut best_cut(const std::deque<Run>& runs, Length room) {
  constexpr std::u32string_view spaces = U" \u00A0";
  constexpr std::size_t longest_gap = 64;
  const std::size_t most = std::max<std::size_t>(1, clusters_within(runs, room));
  const std::u32string characters = first_characters(runs, most + longest_gap);
  if (most >= characters.size()) return {characters.size(), 0};
  for (std::size_t cut = most; cut > 0; --cut) {
    if (spaces.find(characters[cut]) == std::u32string_view::npos) continue;
    const std::size_t next = characters.find_first_not_of(spaces, cut);
    if (next != std::u32string::npos && may_begin_line(characters[next])) return {cut, next - cut};
  }
  for (std::size_t cut = most; cut > 0; --cut) {
    const bool leaves_one_letter = cut + 1 == characters.size() && is_thai_consonant(characters[cut]);
    if (!leaves_one_letter && may_begin_line(characters[cut]) && may_end_line(characters[cut - 1])) return {cut, 0};
  }
  return {most, 0};
}

/// What is left of a word while lines are cut off its front.
class WordRest {
 public:
  [[nodiscard]] bool is_empty() const { return runs_.empty(); }
  [[nodiscard]] Length width() const { return width_; }

  void take(Piece& word) {
    runs_ = short_runs(std::move(word.runs));
    word.runs.clear();
    width_ = Length();
    for (const Run& run : runs_) width_ += run.width;
  }

  /// A part that fills a line. Nothing is left where all of it goes there.
  Piece cut(Length room) {
    const Cut cut = best_cut(runs_, room);
    Piece front;
    front.runs = take_clusters(runs_, width_, cut.letters);
    if (!runs_.empty()) front.spaces = take_clusters(runs_, width_, cut.spaces);
    front.width = width_of(front.runs);
    front.space_width = width_of(front.spaces);
    return front;
  }

  void give_back(Piece& word) {
    word.runs.assign(std::make_move_iterator(runs_.begin()), std::make_move_iterator(runs_.end()));
    word.width = width_;
    runs_.clear();
  }

 private:
  std::deque<Run> runs_;
  Length width_;
};

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

/// A last line of one short word takes words over from the line before it, where that stays full enough.
void fill_last_line(const std::vector<Piece>& pieces, const LineRoom& room, std::vector<std::size_t>& ends) {
  if (ends.size() < 2) return;
  const std::size_t last = ends[ends.size() - 2];
  const std::size_t begin = ends.size() > 2 ? ends[ends.size() - 3] : 0;
  if (pieces[last - 1].line_end == LineEnd::forced) return;
  Length tail;
  for (std::size_t i = last; i < pieces.size(); ++i) {
    tail += pieces[i].width + pieces[i].space_width;
    const bool is_one_word = i + 1 == pieces.size() || pieces[i].line_end < LineEnd::unwelcome;
    if (!is_one_word || tail * 100 > room.rest * short_last_line_percent) return;
  }
  const Aim aim{begin == 0 ? room.first : room.rest, room.rest};
  Place place{last, {}};
  for (std::size_t i = begin; i + 1 < last; ++i) {
    place.width += pieces[i].width;
    const bool is_good = pieces[i].line_end == LineEnd::allowed && aim.is_filled(place, least_spread_percent);
    if (is_good) place.end = i + 1;
    place.width += pieces[i].space_width;
  }
  if (place.end < last && fits_whole(pieces, place.end, LineEnd::forced, room.rest)) ends[ends.size() - 2] = place.end;
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
