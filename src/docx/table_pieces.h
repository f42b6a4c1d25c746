#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "model/document.h"

namespace krut::docx {

/// Rows that follow each other in one of a table's lists.
struct RowStretch {
  const std::vector<model::Row>* rows = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_label = false;
};

[[nodiscard]] RowStretch all_of(const std::vector<model::Row>& rows, bool is_label = false);

/// What stands between two cuts of a table, its head left out.
struct TablePiece {
  bool is_continued = false;
  const model::RowGroup* continued_group = nullptr;  ///< whose label repeats; null: none goes on
  std::vector<RowStretch> stretches;
};

/// A table that repeats a heading or a label where it goes on is cut where the pages say that one starts, as people do
/// by hand: word processors repeat nothing but the head. Never under a cell that spans the cut. Any other table is one
/// piece. The table outlives the result.
[[nodiscard]] std::vector<TablePiece> pieces_of(const model::Table& table,
                                                const std::set<model::ElementId>& page_starts);

}  // namespace krut::docx
