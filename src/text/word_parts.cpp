#include "text/word_parts.h"

#include <algorithm>
#include <limits>

#include "text/lexicon.h"
#include "text/segmenter.h"
#include "text/syllables.h"
#include "text/thai_runs.h"

namespace krut::text {

namespace {

constexpr Cost unreached = std::numeric_limits<Cost>::max() / 2;
constexpr Cost cost_of_spelt_syllable = 66;
constexpr Cost cost_of_short_syllable = 34;  ///< a consonant read with a short a, before a syllable or behind it
constexpr Cost cost_of_unreadable = 400;     ///< for each letter that is in no syllable
constexpr std::size_t longest_spelt_syllable = 10;
constexpr std::size_t fewest_parted_letters = 4;
/// Letters read at once; no word is as long.
constexpr std::size_t longest_stretch = 256;

/// What parts of a word a reading may take.
enum class Wanted : std::uint8_t { words, syllables };

/// Reads one stretch of Thai letters as parts that are shorter than it, the likeliest.
class Reading {
 public:
  Reading(std::u32string_view letters, Wanted wanted) : letters_(letters), wanted_(wanted), steps_(letters.size() + 1) {
    steps_[0].cost = 0;
    for (std::size_t at = 0; at < letters_.size(); ++at) {
      if (steps_[at].cost >= unreached) continue;
      reach_words(at);
      if (wanted_ == Wanted::syllables) reach_spelt(at);
    }
  }

  [[nodiscard]] bool is_found() const { return steps_.back().cost < unreached; }

  /// Calls `take(begin, end, is_readable)` for each part, from the last to the first.
  template <typename Take>
  void for_each_part(Take take) const {
    for (std::size_t end = letters_.size(); end > 0; end = steps_[end].from) {
      take(steps_[end].from, end, steps_[end].is_readable);
    }
  }

 private:
  struct Step {
    Cost cost = unreached;
    std::size_t from = 0;
    bool is_readable = true;
  };

  void reach(std::size_t from, std::size_t size, Cost cost, bool is_readable = true) {
    const std::size_t to = from + size;
    const bool is_whole = size == letters_.size();
    if (is_whole || steps_[from].cost + cost >= steps_[to].cost) return;
    const bool is_end = to == letters_.size();
    if (!is_end && (!may_start_word(letters_, to) || is_left_open(letters_.substr(0, to)))) return;
    steps_[to] = {steps_[from].cost + cost, from, is_readable};
  }

  void reach_words(std::size_t from) {
    constexpr Cost most_of_word = 38;
    constexpr Cost most_of_short_word = 26;
    matches_.clear();
    find_matches(letters_.substr(from), matches_);
    for (const LexiconMatch& match : matches_) {
      const Cost most = match.size <= 2 ? most_of_short_word : most_of_word;
      const bool is_word = !match.is_syllable && match.cost <= most;
      if (wanted_ == Wanted::syllables) reach(from, match.size, match.cost + cost_of_opening(from, match.size));
      if (wanted_ == Wanted::words && is_word) reach(from, match.size, match.cost);
    }
  }

  /// A consonant read with a short a is likelier the end of the syllable before it: วิท|ยา, not วิ|ทยา.
  [[nodiscard]] Cost cost_of_opening(std::size_t from, std::size_t size) const {
    const std::u32string_view part = letters_.substr(from, size);
    const bool is_short = from > 0 && size > 2 && !is_syllable(part) && is_syllable(part.substr(1)) &&
                          may_stand_before_syllable(part[0], part[1]);
    return is_short ? cost_of_short_syllable : 0;
  }

  void reach_spelt(std::size_t from) {
    const std::u32string_view rest = letters_.substr(from);
    const bool is_short = rest.size() > 2 && may_stand_before_syllable(rest[0], rest[1]);
    for (std::size_t size = 2; size <= std::min(longest_spelt_syllable, rest.size()); ++size) {
      if (is_syllable(rest.substr(0, size))) {
        reach(from, size, cost_of_spelt_syllable);
        const bool is_linked = size + 1 < rest.size() && may_stand_before_syllable(rest[size], rest[size + 1]);
        if (is_linked) reach(from, size + 1, cost_of_spelt_syllable + cost_of_short_syllable);
      }
      if (is_short && is_syllable(rest.substr(1, size - 1))) {
        reach(from, size, cost_of_spelt_syllable + cost_of_short_syllable);
      }
    }
    for (std::size_t size = 1; size <= std::min(longest_spelt_syllable, rest.size()); ++size) {
      reach(from, size, cost_of_unreadable * static_cast<Cost>(size), false);
    }
  }

  std::u32string_view letters_;
  Wanted wanted_;
  std::vector<Step> steps_;
  std::vector<LexiconMatch> matches_;
};

/// Marks the edges inside one stretch of letters, which begins at `start`.
class Marker {
 public:
  explicit Marker(std::vector<InnerEdge>& edges) : edges_(edges) {}

  void mark(std::u32string_view letters, std::size_t start) {
    const Reading words(letters, Wanted::words);
    if (!words.is_found()) {
      mark_syllables(letters, start);
      return;
    }
    words.for_each_part([&](std::size_t begin, std::size_t end, bool) {
      if (begin > 0) edges_[start + begin] = InnerEdge::word;
      mark_syllables(letters.substr(begin, end - begin), start + begin);
    });
  }

 private:
  void mark_syllables(std::u32string_view letters, std::size_t start) {
    if (letters.size() < fewest_parted_letters || is_syllable(letters)) return;
    const Reading syllables(letters, Wanted::syllables);
    if (!syllables.is_found()) return;
    bool is_next_readable = true;
    syllables.for_each_part([&](std::size_t begin, std::size_t end, bool is_readable) {
      if (end < letters.size() && is_readable && is_next_readable) edges_[start + end] = InnerEdge::syllable;
      is_next_readable = is_readable;
      if (is_readable) mark_syllables(letters.substr(begin, end - begin), start + begin);
    });
  }

  std::vector<InnerEdge>& edges_;
};

}  // namespace

void find_inner_edges(std::u32string_view text, std::vector<InnerEdge>& edges) {
  edges.assign(text.size(), InnerEdge::none);
  Marker marker(edges);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && end - at < longest_stretch && is_thai_letter(text[end])) ++end;
    if (end - at >= fewest_parted_letters) marker.mark(text.substr(at, end - at), at);
    at = std::max(end, at + 1);
  }
}

}  // namespace krut::text
