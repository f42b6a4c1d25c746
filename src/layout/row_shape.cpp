#include "layout/row_shape.h"

#include <algorithm>
#include <vector>

#include "layout/faults.h"

namespace krut::layout {

namespace {

/// For each column, how many of the next rows are taken by a cell from above.
using Reach = std::vector<int>;

bool spans_the_rest(const Node& cell) { return cell.value_or<int>("span", 1) == all_there_are; }

/// A cell that spans the rest takes one column at least.
int columns_taken(const Node& row, const Reach& reach) {
  int taken = static_cast<int>(std::count_if(reach.begin(), reach.end(), [](int rows) { return rows > 0; }));
  bool takes_the_rest = false;
  for (const Node& cell : row.children) {
    if (cell.kind != ElementKind::cell) continue;
    taken += spans_the_rest(cell) ? 1 : cell.value_or<int>("span", 1);
    takes_the_rest = takes_the_rest || spans_the_rest(cell);
  }
  return takes_the_rest ? std::max(taken, static_cast<int>(reach.size())) : taken;
}

/// Columns that the first cell which spans the rest of its row gets.
int rest_of(const Node& row, const Reach& above) {
  int rest = static_cast<int>(std::count(above.begin(), above.end(), 0));
  for (const Node& cell : row.children) {
    if (cell.kind == ElementKind::cell && !spans_the_rest(cell)) rest -= cell.value_or<int>("span", 1);
  }
  return std::max(rest, 1);
}

/// What reaches below `row`, whose cells fit.
Reach below(const Node& row, const Reach& above) {
  Reach reach = above;
  std::size_t column = 0;
  for (const Node& cell : row.children) {
    if (cell.kind != ElementKind::cell) continue;
    while (column < above.size() && above[column] > 0) ++column;
    const int span = spans_the_rest(cell) ? rest_of(row, above) : cell.value_or<int>("span", 1);
    for (int i = span; i > 0 && column < reach.size(); --i) {
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
