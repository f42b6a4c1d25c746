#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace krut::text {

/// What an unlikely reading costs, in half bits: how rare its words are.
using Cost = int;

/// A word or a syllable with which a text opens.
struct LexiconMatch {
  std::size_t size = 0;  ///< in characters
  Cost cost = 0;
  bool is_syllable = false;  ///< of words that no list has: never a word by itself
};

/// Adds to `matches` each word, and each syllable that is no word, with which `letters` opens, from the shortest on.
void find_matches(std::u32string_view letters, std::vector<LexiconMatch>& matches);

/// Whether `letters` are what stands before the first full stop of a usual abbreviation.
[[nodiscard]] bool opens_abbreviation(std::u32string_view letters);

}  // namespace krut::text
