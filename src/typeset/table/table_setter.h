#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// A place in a table where a page ended: the next page goes on from here. A value, never state hidden in the table.
struct TableCursor;

/// One page's part of a table: marks and cell areas from the table's left edge and the part's top.
struct TablePart {
  Length height;
  std::vector<model::Mark> marks;
  std::vector<model::CellArea> cells;
  model::ElementId first_row = 0;  ///< first body row of the part
  bool first_row_continues = false;
};

/// A table set in a column of `width`: columns solved, cells set as strips, nothing placed on pages yet.
class SetTable {
 public:
  SetTable(const model::Table& table, Length width, model::NodeIndex parent, Context& context);
  ~SetTable();
  SetTable(SetTable&&) noexcept;

  /// The first place: before everything.
  [[nodiscard]] std::unique_ptr<TableCursor> begin() const;
  /// What fits into `room` from `cursor`, which moves on. An empty part (height 0) means: start on the next page;
  /// never given when `is_fresh` (nothing stands above the table on this page). `next_room` is what an empty next page
  /// offers: a row that fits there whole waits for it, a taller one starts here and splits. When the table ends here,
  /// but `glued`, the height of what is glued to its end, would find no room below it, it ends a step earlier, so that
  /// its last lines go over with that. Each line is given once: its marks move into the part.
  [[nodiscard]] TablePart next(TableCursor& cursor, Length room, bool is_fresh, Length next_room, Length glued = {});
  [[nodiscard]] bool is_done(const TableCursor& cursor) const;
  /// Height of the least start: head, first label, and the first row, or the fewest of its lines that may stand there
  /// when it is too tall for `next_room` and splits. What a heading kept with the table needs below it. A table that
  /// would go over to the next page whole, so that `glued` stands under its end, starts with all of that.
  [[nodiscard]] Length least_start(Length next_room, Length glued = {}) const;
  /// Its height when all of it fits into `room`, else nothing.
  [[nodiscard]] std::optional<Length> whole_height(Length room, bool is_fresh) const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace krut::typeset
