#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"

namespace krut::typeset {

/// Where a cell stands in the grid of its rows.
struct GridCell {
  const model::Cell* cell = nullptr;
  std::size_t column = 0;
  std::size_t column_span = 1;
  std::size_t row_span = 1;  ///< no further than the last of the rows
};

/// The cells of each row from left to right; those below a cell that spans rows move to the right of it.
[[nodiscard]] std::vector<std::vector<GridCell>> lay_grid(const std::vector<model::Row>& rows);

/// Columns that the table says it has, and as many shares more as its rows fill beyond them.
[[nodiscard]] std::vector<model::Column> columns_of(const model::Table& table);

}  // namespace krut::typeset
