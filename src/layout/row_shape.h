#pragma once

#include "base/diagnostic.h"
#include "layout/program.h"

namespace krut::layout {

/// Checks that the cells of every row of a table, with those that reach down from above, fill its columns exactly. Rows
/// with cells that the data repeats or stretches, and rows that follow these or a repeated row with a cell over several
/// rows, depend on the data and are left to the filling.
void check_row_shapes(const Node& table, Diagnostics& diagnostics);

/// Whether the data decides how many cells a `<row>` has, or how many columns and rows one of them takes.
[[nodiscard]] bool has_cells_of_data(const Node& row);

}  // namespace krut::layout
