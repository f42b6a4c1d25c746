#pragma once

#include <cstddef>
#include <vector>

#include "base/length.h"

namespace krut::typeset {

/// Fewest lines on either side of a break in a cell that has twice as many.
inline constexpr std::size_t fewest_lines = 2;

/// A line of a cell, or whatever else stays in one piece there.
struct LineShape {
  Length space_before;  ///< above it; dropped where a page break stands above it
  Length height;
  bool may_break_before = true;
};

struct CellShape {
  std::vector<LineShape> lines;
  int row_span = 1;  ///< cut to the rows that its group (or the foot) still has
};

struct RowShape {
  std::vector<CellShape> cells;
  bool may_split = true;  ///< false: only when no page can hold the row whole
};

struct GroupShape {
  Length label;            ///< height of the rows above its first row; 0 when there are none
  Length continued_label;  ///< height of the rows that repeat on each page on which the group goes on
  std::vector<RowShape> rows;
};

/// A table as far as page breaks are concerned: heights, and what may not be parted.
struct TableNumbers {
  Length continued_heading;  ///< above the head of every page but the first
  Length head;               ///< on every page
  Length top_padding;        ///< of every part of a cell
  Length bottom_padding;     ///< likewise
  std::vector<GroupShape> groups;
  std::vector<RowShape> foot;
};

/// What a page break gives up. Each step is taken only when the one before puts nothing on an empty page.
enum class BreakRule {
  orderly,      ///< two lines at least on both sides of a break; a cell that goes on has begun
  uneven,       ///< a cell of less than four lines may part, a cell begin a page after its row, the foot stand alone
  parting,      ///< lines that want to stay together may part as well
  anywhere,     ///< between any two lines
  overflowing,  ///< one line of each cell, though it does not fit
};

/// The lines of one cell, summed up so that any stretch of them is measured at once.
class LineStack {
 public:
  explicit LineStack(const std::vector<LineShape>& lines);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  /// Height of the lines [first, end). Space above the first counts only at the start of the cell.
  [[nodiscard]] Length extent(std::size_t first, std::size_t end) const;
  /// The furthest `end` such that [first, end) fits into `room` and a page may end there; `first` when there is none.
  [[nodiscard]] std::size_t end_within(std::size_t first, Length room, BreakRule rule) const;

 private:
  struct Line {
    Length space_before;
    Length bottom;  ///< from the top of the cell, padding left out
    bool may_break_before = true;
  };
  [[nodiscard]] bool may_break(std::size_t before, BreakRule rule) const;

  std::vector<Line> lines_;
};

/// A row in the order of the whole table: groups one after the other, then the foot.
struct ShapedRow {
  struct Cell {
    LineStack lines;
    std::size_t end_row = 0;  ///< one past the last row it spans
  };
  std::vector<Cell> cells;
  bool may_split = true;
  bool is_foot = false;
  bool is_stand_in = false;             ///< for the rows that a group, or the table, lacks
  bool starts_foot_after_body = false;  ///< the first row of the foot of a table that has a body
  std::size_t group = 0;                ///< no meaning in the foot
  std::size_t chunk = 0;
  Length height;         ///< when its chunk stands on one page; what a spanning cell lacks, the last row gives
  Length shared_height;  ///< likewise, with what the cells over a whole chunk lack shared out among its rows
};

struct ShapedGroup {
  std::size_t source = 0;  ///< index in `TableNumbers::groups`
  Length label;
  Length continued_label;
  std::size_t first_row = 0;
};

/// Rows that want to stand on one page: a row alone, rows joined by spans, the last of them with the foot.
struct Chunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  Length height;
};

/// The numbers made ready for filling pages: rows in one sequence with their heights. A cell taller than the rows it
/// spans gives what is missing to the last of them. A group without rows, and a table without any, have one row
/// without cells and height, so that no label and no head is lost.
class TableShape {
 public:
  explicit TableShape(const TableNumbers& numbers);

  [[nodiscard]] Length continued_heading() const { return continued_heading_; }
  [[nodiscard]] Length head() const { return head_; }
  [[nodiscard]] Length top_padding() const { return top_padding_; }
  [[nodiscard]] Length padding() const { return top_padding_ + bottom_padding_; }
  [[nodiscard]] const std::vector<ShapedRow>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<ShapedGroup>& groups() const { return groups_; }
  [[nodiscard]] const std::vector<Chunk>& chunks() const { return chunks_; }

 private:
  void append_rows(const std::vector<RowShape>& rows, std::size_t group, bool is_foot);
  void append_stand_in();
  void solve_heights();
  void join_rows();
  void share_heights(const Chunk& chunk);

  Length continued_heading_;
  Length head_;
  Length top_padding_;
  Length bottom_padding_;
  std::vector<ShapedRow> rows_;
  std::vector<ShapedGroup> groups_;
  std::vector<Chunk> chunks_;
};

}  // namespace krut::typeset
