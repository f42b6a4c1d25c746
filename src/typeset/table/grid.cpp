#include "typeset/table/grid.h"

#include <algorithm>

namespace krut::typeset {

namespace {

std::size_t at_least_one(int span) { return static_cast<std::size_t>(std::max(span, 1)); }

std::size_t width_of_grid(const std::vector<model::Row>& rows) {
  std::size_t width = 0;
  for (const auto& row : lay_grid(rows)) {
    for (const GridCell& cell : row) width = std::max(width, cell.column + cell.column_span);
  }
  return width;
}

}  // namespace

std::vector<std::vector<GridCell>> lay_grid(const std::vector<model::Row>& rows) {
  std::vector<std::vector<GridCell>> grid(rows.size());
  std::vector<std::size_t> free_from;  // by column: the first row that no cell from above reaches
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t column = 0;
    for (const model::Cell& cell : rows[row].cells) {
      while (column < free_from.size() && free_from[column] > row) ++column;
      const std::size_t column_span = at_least_one(cell.column_span);
      const std::size_t row_span = std::min(at_least_one(cell.row_span), rows.size() - row);
      grid[row].push_back({&cell, column, column_span, row_span});
      if (free_from.size() < column + column_span) free_from.resize(column + column_span);
      for (std::size_t reached = 0; reached < column_span; ++reached) free_from[column++] = row + row_span;
    }
  }
  return grid;
}

std::vector<model::Column> columns_of(const model::Table& table) {
  std::vector<model::Column> columns = table.columns;
  std::size_t width = std::max(width_of_grid(table.head), width_of_grid(table.foot));
  for (const model::RowGroup& group : table.groups) {
    width =
        std::max({width, width_of_grid(group.head), width_of_grid(group.continued_head), width_of_grid(group.rows)});
  }
  columns.resize(std::max({columns.size(), width, std::size_t{1}}));
  return columns;
}

}  // namespace krut::typeset
