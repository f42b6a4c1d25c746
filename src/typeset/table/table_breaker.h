#pragma once

#include <cstddef>
#include <vector>

#include "base/length.h"
#include "typeset/table/table_shape.h"

namespace krut::typeset {

/// How far a cell has come when a page ends.
struct CellProgress {
  std::size_t row = 0;  ///< in `TableShape::rows`: where the cell begins
  std::size_t cell = 0;
  std::size_t lines = 0;  ///< set so far

  bool operator==(const CellProgress&) const = default;
};

/// A place in a table where a page ended: the next page goes on from here.
struct TableCursor {
  std::size_t row = 0;              ///< the first that is not finished; the number of rows at the end
  bool is_in_row = false;           ///< a part of that row stands on an earlier page
  std::vector<CellProgress> cells;  ///< those of that row when a part of it is set, and those that span into it

  bool operator==(const TableCursor&) const = default;
};

/// The paper that is there.
struct PageRoom {
  Length here;
  Length next;            ///< of an empty next page: a row that fits there waits for it
  bool is_fresh = false;  ///< nothing stands above the table, so that waiting would gain nothing
};

enum class BandKind { continued_heading, head, label, continued_label, row };

/// A full-width piece of a page's part: a heading, the head, a label, or a row or as much of it as stands here.
struct PlacedBand {
  BandKind kind = BandKind::row;
  std::size_t index = 0;  ///< the row, or the group of a label
  Length y;               ///< from the top of the part
  Length height;
  bool continues = false;  ///< a row that began on an earlier page
  bool goes_on = false;    ///< a row that ends on a later page
};

/// A cell, or as much of it as stands here, over the rows it spans on this page.
struct PlacedCell {
  std::size_t row = 0;
  std::size_t cell = 0;
  Length y;
  Length height;
  std::size_t first_line = 0;
  std::size_t end_line = 0;
};

/// One page's part of a table, in numbers.
struct TableStep {
  TableCursor next;
  Length height;
  std::vector<PlacedBand> bands;  ///< downwards
  std::vector<PlacedCell> cells;  ///< in the order of their rows and, there, of their columns
  BreakRule rule = BreakRule::orderly;
  bool overflows = false;  ///< higher than the room: a head or a line that no page can hold
};

/// Fills one page. Rows stand whole where an empty page can hold them; taller ones begin here if two lines of each of
/// their cells (or all, when a cell has less than four) find room, and each cell parts at its own lines. The step may
/// be empty (height 0, `next` as `from`): then start on the next page. Never empty on a fresh page.
[[nodiscard]] TableStep fill_page(const TableShape& shape, const TableCursor& from, const PageRoom& room);

[[nodiscard]] bool is_done(const TableShape& shape, const TableCursor& cursor);

/// The least room that gives the table's start a place on a page that has something above it; at most `next_room`.
[[nodiscard]] Length least_start(const TableShape& shape, Length next_room);

}  // namespace krut::typeset
