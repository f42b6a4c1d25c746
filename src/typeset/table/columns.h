#pragma once

#include <cstddef>
#include <vector>

#include "base/length.h"
#include "model/document.h"

namespace krut::typeset {

/// What a cell says about the width of the columns it stands in.
struct CellWish {
  std::size_t row = 0;  ///< cells of one row share their height
  std::size_t column = 0;
  std::size_t column_span = 1;
  std::size_t row_span = 1;
  Length narrowest;                ///< no word is cut; padding left out
  std::vector<Length> paragraphs;  ///< the width of each when set in one line
  Length held{};                   ///< as narrowest, but a number keeps its unit, a name its title
};

/// Whether the widths depend on what the cells hold.
[[nodiscard]] bool needs_wishes(const std::vector<model::Column>& columns);

/// What fixed columns ask for, and a letter or two in each of the others. More than the place has is worth a warning.
[[nodiscard]] Length asked_width(const std::vector<model::Column>& columns, Length padding);

/// The widths of all columns, padding included. Fixed columns keep theirs, or give in alike where the place is too
/// narrow for what all columns ask. The others share the rest exactly, to the EMU: shares as they say; content columns
/// so that no word is cut, that what should stay on one line does where this leaves room for the others, and that the
/// rows are as low as may be. Where the place is too narrow even for a letter or two a column, the sum is more than
/// `width`; where every content column has reached its `most` and no share takes the rest, it is less.
[[nodiscard]] std::vector<Length> solve_columns(const std::vector<model::Column>& columns, Length width, Length padding,
                                                const std::vector<CellWish>& wishes);

}  // namespace krut::typeset
