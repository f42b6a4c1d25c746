#include "layout/row_grid.h"

#include <algorithm>

namespace krut::layout {

int RowGrid::columns_left(const model::Row& row) const {
  if (reach_.empty()) return 0;
  auto left = static_cast<int>(std::count(reach_.begin(), reach_.end(), 0));
  for (const model::Cell& cell : row.cells) left -= cell.column_span;
  return left;
}

bool RowGrid::is_overlaid_by(const model::Row& row) const {
  std::size_t column = 0;
  for (const model::Cell& cell : row.cells) {
    while (column < reach_.size() && reach_[column] > 0) ++column;
    for (int i = cell.column_span; i > 0 && column < reach_.size(); --i) {
      if (reach_[column++] > 0) return true;
    }
  }
  return false;
}

void RowGrid::add(const model::Row& row) {
  if (reach_.empty()) {
    std::size_t columns = 0;
    for (const model::Cell& cell : row.cells) columns += static_cast<std::size_t>(cell.column_span);
    reach_.resize(columns);
  }
  std::vector<int> reach = reach_;
  std::size_t column = 0;
  for (const model::Cell& cell : row.cells) {
    while (column < reach_.size() && reach_[column] > 0) ++column;
    for (int i = cell.column_span; i > 0 && column < reach.size(); --i) reach[column++] = cell.row_span;
  }
  for (int& rows : reach) rows = std::max(0, rows - 1);
  reach_ = std::move(reach);
}

}  // namespace krut::layout
