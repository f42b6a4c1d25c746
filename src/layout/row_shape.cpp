#include "layout/row_shape.h"

#include <algorithm>
#include <vector>

#include "layout/faults.h"

namespace krut::layout {

namespace {

/// For each column, how many of the next rows are taken by a cell from above.
using Reach = std::vector<int>;

int columns_taken(const Node& row, const Reach& reach) {
  int taken = static_cast<int>(std::count_if(reach.begin(), reach.end(), [](int rows) { return rows > 0; }));
  for (const Node& cell : row.children) {
    if (cell.kind == ElementKind::cell) taken += cell.value_or<int>("span", 1);
  }
  return taken;
}

/// What reaches below `row`, whose cells fit.
Reach below(const Node& row, const Reach& above) {
  Reach reach = above;
  std::size_t column = 0;
  for (const Node& cell : row.children) {
    if (cell.kind != ElementKind::cell) continue;
    while (column < above.size() && above[column] > 0) ++column;
    for (int i = cell.value_or<int>("span", 1); i > 0 && column < reach.size(); --i) {
      reach[column++] = cell.value_or<int>("rows", 1);
    }
  }
  for (int& rows : reach) rows = std::max(0, rows - 1);
  return reach;
}

bool reaches_down(const Reach& reach) {
  return std::any_of(reach.begin(), reach.end(), [](int rows) { return rows > 0; });
}

void check_sequence(const Node& parent, int columns, Diagnostics& diagnostics) {
  Reach reach(static_cast<std::size_t>(columns), 0);
  for (const Node& row : parent.children) {
    if (row.kind == ElementKind::unknown || row.child(ElementKind::unknown) != nullptr) return;
    if (row.kind != ElementKind::row || row.child(ElementKind::cell) == nullptr) continue;
    if (has_cells_of_data(row)) return;
    const int taken = columns_taken(row, reach);
    if (taken != columns) {
      diagnostics.add(faults::wrong_cell_count(row.place, taken, columns));
      reach.assign(reach.size(), 0);
      continue;
    }
    reach = below(row, reach);
    if (reaches_down(reach) && (row.has("each") || row.has("if"))) return;
  }
}

}  // namespace

bool has_cells_of_data(const Node& row) {
  return std::any_of(row.children.begin(), row.children.end(), [](const Node& cell) {
    return cell.has("each") || cell.has("if") || cell.value<Path>("span") != nullptr ||
           cell.value<Path>("rows") != nullptr;
  });
}

void check_row_shapes(const Node& table, Diagnostics& diagnostics) {
  const auto* widths = table.value<std::vector<model::Column>>("widths");
  if (widths == nullptr) return;
  const int columns = static_cast<int>(widths->size());
  check_sequence(table, columns, diagnostics);
  for (const Node& child : table.children) {
    if (child.kind == ElementKind::row) continue;
    check_sequence(child, columns, diagnostics);
    if (const Node* head = child.child(ElementKind::group_head)) check_sequence(*head, columns, diagnostics);
  }
}

}  // namespace krut::layout
