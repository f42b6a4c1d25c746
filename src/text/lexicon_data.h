#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// What make_lexicon.py makes of the word lists.
namespace krut::text {

/// The state in which a word begins.
extern const std::uint32_t lexicon_start;
/// The arcs of all states; a state is the index of its first arc. Bits 0 to 6: the letter, less 0x0E00; 7: the last arc
/// of its state; 8 to 11: the class of the word that ends here, 0 for none; 12 and above: the next state, 0 for none.
extern const std::uint32_t lexicon_arcs[];

/// What stands before the first full stop of abbreviations: ก, กทม, ผบ.
[[nodiscard]] std::span<const std::u32string_view> abbreviation_list();

}  // namespace krut::text
