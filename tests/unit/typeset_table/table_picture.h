#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typeset/table/table_breaker.h"

namespace krut::typeset::test {

inline constexpr Length line_height = Length::points(10);
/// Above a list item that is sketched with `~`.
inline constexpr Length item_space = Length::points(5);

/// A table drawn in a line of words. Lengths in points; every line of a cell is 10 pt high.
///   C15      a heading of 15 pt above the head of every page but the first
///   H20      a head of 20 pt            P2     padding of 2 pt above and below each cell
///   g10      a group with a label that does not repeat      g10/8  and one that repeats, 8 pt high
///   3,2      a row with cells of 3 and 2 lines              3x2    a cell of 3 lines over two rows
///   2+3      a cell of 5 lines that may part only after the second        2~3   likewise with space between
///   !3       a row that may not split   f2,1   a row of the foot          _     a row without cells
[[nodiscard]] TableNumbers sketch(std::string_view words);

struct FilledPage {
  PageRoom room;
  TableStep step;
};

/// Fills pages until the table ends. The first has `first` left under other things, or is fresh when that is negative.
[[nodiscard]] std::vector<FilledPage> fill_all(const TableShape& shape, Length first, Length others);

/// The pages as words: C continued heading, H head, g0 label, c0 continued label, r0 row, f1 foot row (numbered with
/// the others), | page,
/// - empty step. A part of a row names the lines of its cells: r0(1-4,.,1-2), a part of a spanning cell as s0.1(1-3).
/// Ends with ~ & % ! for a page that gave up order (uneven, parting, anywhere, overflowing).
[[nodiscard]] std::string picture(const TableShape& shape, const std::vector<FilledPage>& pages);

}  // namespace krut::typeset::test
