#include "text/lexicon.h"

#include <cstdint>
#include <unordered_set>

#include "text/lexicon_data.h"

namespace krut::text {

namespace {

constexpr char32_t thai_block = 0x0E00;
constexpr std::uint32_t letter_mask = 0x7F;
constexpr std::uint32_t last_arc = 0x80;
constexpr unsigned class_shift = 8;
constexpr std::uint32_t class_mask = 0xF;
constexpr unsigned target_shift = 12;

// A class is worth three half bits above that of the commonest words, of four bits: see make_lexicon.py.
constexpr Cost least_cost = 8;
constexpr Cost cost_of_class = 3;
constexpr std::uint32_t syllable_class = 15;
constexpr Cost cost_of_syllable = 58;

/// The arc of `letter` from a state, or 0.
std::uint32_t arc_from(std::uint32_t state, std::uint32_t letter) {
  for (std::uint32_t at = state;; ++at) {
    const std::uint32_t arc = lexicon_arcs[at];
    if ((arc & letter_mask) == letter) return arc;
    if ((arc & last_arc) != 0) return 0;
  }
}

}  // namespace

void find_matches(std::u32string_view letters, std::vector<LexiconMatch>& matches) {
  std::uint32_t state = lexicon_start;
  for (std::size_t i = 0; i < letters.size() && state != 0; ++i) {
    const char32_t letter = letters[i] - thai_block;
    const std::uint32_t arc = letter <= letter_mask ? arc_from(state, letter) : 0;
    if (arc == 0) return;
    const std::uint32_t word_class = (arc >> class_shift) & class_mask;
    const bool is_syllable = word_class == syllable_class;
    const Cost cost = is_syllable ? cost_of_syllable : least_cost + cost_of_class * static_cast<Cost>(word_class);
    if (word_class != 0) matches.push_back({i + 1, cost, is_syllable});
    state = arc >> target_shift;
  }
}

bool opens_abbreviation(std::u32string_view letters) {
  static const std::unordered_set<std::u32string_view> known(abbreviation_list().begin(), abbreviation_list().end());
  return known.count(letters) != 0;
}

}  // namespace krut::text
