#pragma once

#include <cstdint>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"
#include "typeset/table/row_setter.h"

namespace krut::typeset {

/// No column gets letters smaller than this share of its largest, nor smaller than this size: a word is cut before its
/// column becomes hard to read, or looks like a note beside the others.
inline constexpr std::int64_t least_letters_percent = 80;
inline constexpr Length least_letters = Length::points(12);
/// Sizes are tried in half points, in which DOCX counts.
inline constexpr Length letters_step = Length::points(0.5);

/// What to do before a word is cut: the columns of the tight cells that smaller letters help, each with the largest
/// size at which its words fit, without closing them up where that can be. Head and body of a column are weighed apart.
/// A word that does not fit even in the least size is cut and counts for nothing here. Each column is told once.
[[nodiscard]] std::vector<model::SmallColumn> small_columns(const model::Table& table, const TableFrame& frame,
                                                            const std::vector<TightCell>& tight_cells,
                                                            Context& context);

/// A cell's blocks with no letter larger than `most`.
[[nodiscard]] std::vector<model::Block> in_smaller_letters(const std::vector<model::Block>& blocks, Length most,
                                                           const Context& context);

}  // namespace krut::typeset
