#include "text/segmenter.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "text/syllables.h"
#include "text/vocabulary.h"

namespace krut::text {

namespace {

constexpr char32_t thanthakhat = 0x0E4C;

constexpr Cost unreached = std::numeric_limits<Cost>::max() / 2;

// What readings cost that the lexicon has no figure for, in half bits.
constexpr Cost cost_of_own_word = 14;  ///< of [whole], which no other reading should break
constexpr Cost cost_of_abbreviation = 24;
constexpr Cost cost_of_letters = 44;  ///< consonants before a full stop that no list knows
constexpr Cost cost_of_each_letter = 4;
constexpr Cost cost_of_spelt_syllable = 66;  ///< spelt as Thai is, but in no list
constexpr Cost cost_of_short_syllable = 34;  ///< the consonant before it
constexpr Cost cost_of_remnant = 70;
constexpr Cost cost_of_each_in_remnant = 12;
/// A word so usual that it stands as such even beside what no list knows.
constexpr Cost most_of_common_word = 26;
constexpr std::size_t shortest_common_word = 3;
/// A rarer word that is also short is likelier a syllable of one that no list knows.
constexpr Cost most_of_short_word = 38;
constexpr std::size_t longest_short_word = 4;

// A line ends inside a word, in need, where it is long and not so usual and its parts are usual words.
constexpr std::size_t shortest_parted_word = 9;
constexpr Cost least_of_parted_word = 26;
constexpr Cost most_of_part = 35;
constexpr Cost most_of_short_part = 20;  ///< of two letters
constexpr Cost most_of_parts_above_whole = 24;

// Behind such words stand names that no list knows: ตำบล, หมู่บ้าน.
constexpr std::size_t shortest_place_word = 4;
constexpr std::size_t longest_place_word = 8;
constexpr std::size_t longest_abbreviation = 4;
constexpr std::size_t longest_remnant = 8;
constexpr std::size_t longest_spelt_syllable = 9;

/// True for a consonant that THANTHAKHAT silences, with or without a vowel between: it closes the word before it.
bool is_silenced(std::u32string_view run, std::size_t at) {
  for (std::size_t i = at + 1; i < run.size() && i <= at + 2; ++i) {
    if (run[i] == thanthakhat) return true;
    if (!utf8::is_thai_mark(run[i])) return false;
  }
  return false;
}

}  // namespace

bool may_start_word(std::u32string_view run, std::size_t at) {
  const char32_t c = run[at];
  return !utf8::is_thai_mark(c) && !is_following_vowel(c) && c != '.' && !is_silenced(run, at);
}

void Segmenter::note_places(std::u32string_view letters) {
  may_part_.assign(letters.size() + 1, true);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    may_part_[i] = may_start_word(letters, i) && !is_left_open(letters.substr(0, i));
  }
}

void Segmenter::reach(std::size_t from, std::size_t size, Cost cost, Sort sort) {
  Step& step = steps_[from + size];
  if (!may_part_[from + size] || steps_[from].cost + cost >= step.cost) return;
  step = {steps_[from].cost + cost, static_cast<std::uint32_t>(from), sort};
}

void Segmenter::reach_words(std::u32string_view rest, std::size_t from) {
  matches_.clear();
  find_matches(rest, matches_);
  for (const LexiconMatch& match : matches_) {
    const bool is_common = match.cost <= most_of_common_word && match.size >= shortest_common_word;
    const Cost most = match.size <= 2 ? most_of_common_word : most_of_short_word;
    const bool is_doubtful = match.size <= longest_short_word && match.cost > most;  // นุ แซ
    const Sort sort = match.is_syllable || is_doubtful ? Sort::syllable : is_common ? Sort::common_word : Sort::word;
    reach(from, match.size, match.cost, sort);
  }
  if (own_) {
    own_sizes_.clear();
    own_->find(rest, own_sizes_);
    for (const std::size_t size : own_sizes_) reach(from, size, cost_of_own_word, Sort::own_word);
  }
  const bool is_title = from == 0 && opens_with(Words::titles, rest) == rest.size();
  if (is_title) reach(from, rest.size(), cost_of_own_word, Sort::own_word);
  const std::size_t whole = opens_with(Words::whole, rest);
  const std::size_t place = opens_with(Words::places, rest);
  if (whole > 0) reach(from, whole, cost_of_own_word, Sort::own_word);
  if (place >= shortest_place_word && place <= longest_place_word) reach(from, place, cost_of_own_word, Sort::own_word);
}

void Segmenter::reach_abbreviation(std::u32string_view rest, std::size_t from) {
  if (rest.size() > longest_abbreviation) return;
  const bool is_letters = std::all_of(rest.begin(), rest.end(), is_consonant);
  const auto size = static_cast<Cost>(rest.size());
  if (opens_abbreviation(rest)) {
    reach(from, rest.size(), cost_of_abbreviation, Sort::own_word);
  } else if (is_letters) {
    reach(from, rest.size(), cost_of_letters + size * cost_of_each_letter, Sort::own_word);
  }
}

void Segmenter::reach_unknown(std::u32string_view rest, std::size_t from) {
  const bool is_short = rest.size() > 2 && may_stand_before_syllable(rest[0], rest[1]);
  for (std::size_t size = 2; size <= std::min(longest_spelt_syllable, rest.size()); ++size) {
    if (!may_part_[from + size]) continue;
    if (is_syllable(rest.substr(0, size))) reach(from, size, cost_of_spelt_syllable, Sort::syllable);
    if (is_short && is_syllable(rest.substr(1, size - 1))) {
      reach(from, size, cost_of_spelt_syllable + cost_of_short_syllable, Sort::syllable);
    }
  }
  for (std::size_t size = 1; size <= std::min(longest_remnant, rest.size()); ++size) {
    reach(from, size, cost_of_remnant + static_cast<Cost>(size) * cost_of_each_in_remnant, Sort::remnant);
  }
}

void Segmenter::read(const Sought& sought) {
  steps_.assign(sought.letters.size() + 1, {unreached, 0, Sort::word});
  steps_[0].cost = 0;
  for (std::size_t at = 0; at < sought.letters.size(); ++at) {
    if (steps_[at].cost >= unreached) continue;
    const std::u32string_view rest = sought.letters.substr(at);
    reach_words(rest, at);
    if (sought.has_stop) reach_abbreviation(rest, at);
    if (sought.with_unknown) reach_unknown(rest, at);
  }
}

/// May a line end between two stretches? Where one is unknown only beside a usual word, and else in need.
LineEnd Segmenter::end_between(Sort before, Sort behind) {
  const auto is_word = [](Sort sort) { return sort < Sort::syllable; };
  const auto is_common = [](Sort sort) { return sort == Sort::common_word || sort == Sort::own_word; };
  const bool is_beside_common = is_common(before) || is_common(behind);
  if (is_word(before) && is_word(behind)) return LineEnd::allowed;
  if (before == Sort::remnant || behind == Sort::remnant) return LineEnd::never;
  return is_beside_common ? LineEnd::allowed : LineEnd::avoided;
}

void Segmenter::collect(std::u32string_view letters, std::vector<Edge>& edges) {
  const std::size_t first = edges.size();
  Sort behind = Sort::word;
  for (std::size_t at = letters.size(); at > 0;) {
    const Step& step = steps_[at];
    if (at < letters.size()) {
      const LineEnd line_end = end_between(step.sort, behind);
      if (line_end != LineEnd::never) edges.push_back({at, line_end});
    }
    if (step.sort < Sort::own_word) collect_inside(letters, step.from, at, edges);
    behind = step.sort;
    at = step.from;
  }
  std::reverse(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end());
}

/// A word that usual words make up parts between them in need. Their edges are added from the last to the first.
void Segmenter::collect_inside(std::u32string_view letters, std::size_t begin, std::size_t end,
                               std::vector<Edge>& edges) {
  const std::size_t size = end - begin;
  const std::u32string_view word = letters.substr(begin, size);
  const Cost whole = steps_[end].cost - steps_[begin].cost;
  const bool is_compound = opens_with(Words::compounds, word) == size;
  if (!is_compound && (size < shortest_parted_word || whole < least_of_parted_word)) return;
  inside_.assign(size + 1, unreached);
  begins_.assign(size + 1, 0);
  inside_[0] = 0;
  for (std::size_t at = 0; at < size; ++at) {
    if (inside_[at] >= unreached) continue;
    matches_.clear();
    find_matches(word.substr(at), matches_);
    for (const LexiconMatch& match : matches_) {
      const std::size_t behind = at + match.size;
      const Cost most = match.size > 2 ? most_of_part : most_of_short_part;
      const bool is_part = match.size < size && match.cost <= most;
      if (!is_part || !may_part_[begin + behind] || inside_[at] + match.cost >= inside_[behind]) continue;
      inside_[behind] = inside_[at] + match.cost;
      begins_[behind] = at;
    }
  }
  if (inside_[size] >= unreached || (!is_compound && inside_[size] > whole + most_of_parts_above_whole)) return;
  for (std::size_t at = begins_[size]; at > 0; at = begins_[at]) edges.push_back({begin + at, LineEnd::avoided});
}

bool Segmenter::is_read_as_words() const {
  if (steps_.back().cost >= unreached) return false;
  for (std::size_t at = steps_.size() - 1; at > 0; at = steps_[at].from) {
    if (steps_[at].sort >= Sort::syllable) return false;
  }
  return true;
}

void Segmenter::find(std::u32string_view letters, bool has_stop, std::vector<Edge>& edges) {
  note_places(letters);
  read({letters, has_stop, false});
  if (!is_read_as_words()) {
    read({letters, has_stop, true});
  }
  collect(letters, edges);
}

}  // namespace krut::text
