#include "typeset/word_rest.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "typeset/parting.h"

namespace krut::typeset {

namespace {

using text::InnerEdge;
using text::Piece;
using text::Run;

/// What is left is looked at as a whole when it is no longer than so many lines.
constexpr std::size_t most_lines_ahead = 3;

Run part_of(const Run& run, std::size_t first, std::size_t last) {
  Run part = run;
  part.shape = text::slice(*run.shape, first, last);
  part.width = text::width_of(part.shape->advance, part.shape->font->units_per_em, run.size);
  return part;
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

constexpr std::u32string_view spaces = U" \u00A0";
bool is_held_space(char32_t c) { return spaces.find(c) != std::u32string_view::npos; }

}  // namespace

void WordRest::take(Piece& word) {
  runs_ = short_runs(std::move(word.runs));
  word.runs.clear();
  width_ = Length();
  for (const Run& run : runs_) width_ += run.width;
  note_clusters();
}

void WordRest::note_clusters() {
  clusters_.clear();
  at_ = 0;
  std::u32string letters;
  std::vector<std::size_t> begins;
  for (const Run& run : runs_) {
    const std::u32string text = utf8::to_utf32(run.shape->text);
    std::size_t offset = 0;  // in bytes
    std::size_t index = 0;   // in `text`
    for (const model::Cluster& cluster : run.shape->clusters) {
      for (; offset < cluster.text_begin; ++index) offset += utf8::encode(text[index]).size();
      begins.push_back(letters.size() + index);
      clusters_.push_back({text[index], text::width_of(cluster.advance, run.shape->font->units_per_em, run.size)});
    }
    letters += text;
  }
  std::vector<InnerEdge> edges;
  text::find_inner_edges(letters, edges);
  has_edges_ = false;
  for (std::size_t i = 1; i < clusters_.size(); ++i) {
    clusters_[i].edge = edges[begins[i]];
    has_edges_ = has_edges_ || clusters_[i].edge != InnerEdge::none;
  }
}

/// How many clusters fit.
std::size_t WordRest::count_within(Length room) const {
  std::size_t count = 0;
  for (const Run& run : runs_) {
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

/// Whether a line may end before the cluster, whatever the word says.
bool WordRest::may_cut(std::size_t index) const {
  return may_begin_line(first_of(index)) && may_end_line(first_of(index - 1));
}

/// What a line end before the cluster costs.
std::int64_t WordRest::price_at(std::size_t index) const {
  switch (clusters_[at_ + index].edge) {
    case InnerEdge::word:
      return 0;
    case InnerEdge::syllable:
      return price_of_worse_place;
    case InnerEdge::none:
      break;
  }
  const bool is_inside_thai = utf8::is_thai(first_of(index)) && utf8::is_thai(first_of(index - 1));
  return is_inside_thai ? price_of_last_resort : price_of_worse_place;
}

WordRest::Cut WordRest::cut_at_space(std::size_t most) const {
  constexpr std::size_t longest_gap = 64;
  for (std::size_t cut = most; cut > 0; --cut) {
    if (!is_held_space(first_of(cut))) continue;
    std::size_t next = cut;
    while (next < left() && next < most + longest_gap && is_held_space(first_of(next))) ++next;
    if (next < left() && may_begin_line(first_of(next))) return {cut, next - cut};
  }
  return {};
}

std::size_t WordRest::cut_between_letters(std::size_t most) const {
  for (std::size_t cut = most; cut > 0; --cut) {
    const bool leaves_one_letter = cut + 1 == left() && is_thai_consonant(first_of(cut));
    if (!leaves_one_letter && may_cut(cut)) return cut;
  }
  return most;
}

/// The best place for this line alone, or 0 where no syllable fits.
std::size_t WordRest::cut_between_syllables(std::size_t most, Length room) const {
  std::size_t best = 0;
  std::int64_t best_price = price_of_last_resort;
  Length used;
  for (std::size_t cut = 1; cut <= most; ++cut) {
    used += clusters_[at_ + cut - 1].width;
    if (!may_cut(cut)) continue;
    const std::int64_t price = price_at(cut) + price_of_room(used, room);
    if (price > best_price) continue;
    best_price = price;
    best = cut;
  }
  return best;
}

/// The first of the places that part all that is left best.
std::size_t WordRest::cut_into_few(Length room) const {
  std::vector<PartingPlace> places;
  std::vector<std::size_t> cuts;
  Length used;
  for (std::size_t cut = 1; cut < left(); ++cut) {
    used += clusters_[at_ + cut - 1].width;
    if (!may_cut(cut)) continue;
    places.push_back({used, used, price_at(cut)});
    cuts.push_back(cut);
  }
  places.push_back({width_, width_, 0});
  cuts.push_back(left());
  return cuts[first_parting(places, room, room)];
}

/// At a space that was to hold the word together when one is in reach, else between syllables, else between letters
/// where one line may end and the next begin.
WordRest::Cut WordRest::best_cut(Length room) const {
  const std::size_t most = std::max<std::size_t>(1, count_within(room));
  if (most >= left()) return {left(), 0};
  const Cut at_space = cut_at_space(most);
  if (at_space.letters > 0) return at_space;
  std::size_t cut = 0;
  if (has_edges_) {
    cut = left() <= most_lines_ahead * most ? cut_into_few(room) : cut_between_syllables(most, room);
  }
  const bool is_good = cut > 0 && cut <= most && price_at(cut) < price_of_last_resort;
  return {is_good ? cut : cut_between_letters(most), 0};
}

Piece WordRest::cut(Length room) {
  const Cut cut = best_cut(room);
  at_ += cut.letters + cut.spaces;
  Piece front;
  front.runs = take_clusters(runs_, width_, cut.letters);
  if (!runs_.empty()) front.spaces = take_clusters(runs_, width_, cut.spaces);
  front.width = width_of(front.runs);
  front.space_width = width_of(front.spaces);
  return front;
}

void WordRest::give_back(Piece& word) {
  word.runs.assign(std::make_move_iterator(runs_.begin()), std::make_move_iterator(runs_.end()));
  word.width = width_;
  runs_.clear();
}

}  // namespace krut::typeset
