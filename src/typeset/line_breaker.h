#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/length.h"
#include "text/setter.h"

namespace krut::typeset {

/// Room for text: of a paragraph's first line and of all others.
struct LineRoom {
  Length first;
  Length rest;
  bool is_spread = false;  ///< lines are spread over their room, so that one that is too short to be is ragged
};

/// One line as pieces [begin, end) of its text.
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  Length width;                ///< natural, without the spaces that end the line
  bool is_forced_end = false;  ///< a line break in the text ends it
};

/// How much closer the clusters of a word wider than its column may stand, as a share of the em; nobody sees it.
inline constexpr std::int64_t most_squeeze_percent = 3;

/// A word that no line could hold as it is.
struct WideWord {
  std::string text;
  std::uint32_t span = 0;
  bool is_cut = true;  ///< false: closing it up was enough
};

/// Fills lines one after the other, as full as the places where a line may end allow; an allowed place further back is
/// better than a discouraged one, that better than an avoided one. Where it costs next to nothing, a line does not end
/// behind a word that leads on, and the last line is more than one short word. Words held together in text that is
/// spread part where they would leave a ragged line. Words held together that are wider than a line part
/// at a discouraged place and begin on the line before, where that is enough to make them fit. A word wider than its
/// line starts a line; there it stands alone, closed up, where that is enough, or is cut between syllables: `text` then
/// holds its parts as pieces of their own. `wide_words` names both.
[[nodiscard]] std::vector<LineRange> break_into_lines(text::PreparedText& text, const LineRoom& room,
                                                      std::vector<WideWord>& wide_words);

}  // namespace krut::typeset
