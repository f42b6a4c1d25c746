#pragma once

#include <vector>

#include "docx/docx.h"
#include "model/document.h"

namespace krut::docx {

/// The vertical rules of a table from its left edge, one more than columns, each on a whole twip so that cells and grid
/// agree. Widths from `options` win; else fixed columns keep theirs, the rest is shared out, a column solved from
/// content counting as one share.
[[nodiscard]] std::vector<Length> column_edges(const model::Table& table, Length width, const Options& options);

}  // namespace krut::docx
