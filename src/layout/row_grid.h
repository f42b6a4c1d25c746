#pragma once

#include <vector>

#include "model/document.h"

namespace krut::layout {

/// Which columns of the next row are still free, while the rows of one sequence are made one after the other. Without a
/// number of columns the first row gives it.
class RowGrid {
 public:
  explicit RowGrid(int columns) : reach_(static_cast<std::size_t>(columns), 0) {}

  /// Columns that `row` leaves free under the cells that reach down from above; negative when it takes too many.
  [[nodiscard]] int columns_left(const model::Row& row) const;
  /// Whether a cell of `row` would lie over one that reaches down from above.
  [[nodiscard]] bool is_overlaid_by(const model::Row& row) const;
  [[nodiscard]] int columns() const { return static_cast<int>(reach_.size()); }
  /// Goes on below `row`.
  void add(const model::Row& row);

 private:
  std::vector<int> reach_;  ///< by column: how many of the next rows a cell from above takes
};

}  // namespace krut::layout
