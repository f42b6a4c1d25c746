#pragma once

#include "base/diagnostic.h"
#include "layout/program.h"

namespace krut::layout {

/// Checks that the cells of every row of a table, with those that reach down from above, fill its columns exactly. Rows
/// that follow a repeated row with a cell over several rows depend on the data and are left alone.
void check_row_shapes(const Node& table, Diagnostics& diagnostics);

}  // namespace krut::layout
