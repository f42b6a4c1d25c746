#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace krut::text {

/// What a place inside a word is to one who has to cut the word because no line is as wide.
enum class InnerEdge : std::uint8_t {
  none,      ///< inside a syllable, or not between Thai letters
  syllable,  ///< between two syllables
  word,      ///< between two of the words that make it up: กรุงเทพ|มหานคร
};

/// `edges[i]` becomes what stands before character i of `text`, a word or several that are held together, with whatever
/// signs among them.
void find_inner_edges(std::u32string_view text, std::vector<InnerEdge>& edges);

}  // namespace krut::text
