#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"
#include "typeset/table/rules.h"
#include "typeset/table/table_shape.h"

namespace krut::typeset {

/// A cell whose text is set but not placed.
struct SetCell {
  model::ElementId id = 0;
  std::size_t column = 0;
  std::size_t column_span = 1;
  std::size_t row_span = 1;
  model::VerticalAlignment vertical_alignment = model::VerticalAlignment::top;
  std::vector<Strip> strips;
};

struct SetRow {
  model::ElementId id = 0;
  bool may_split = true;
  std::vector<SetCell> cells;
};

/// The measures that all cells of a table share.
struct TableFrame {
  std::vector<Length> edges;  ///< left edge of each column, then the right edge of the last
  Length left_padding;
  Length right_padding;
  Length top_padding;  ///< with half the rule, which lies inside the row
  Length bottom_padding;
  Length rule_thickness;
};

/// What stands on paper: marks and areas from the left and top edge of the whole.
struct Drawing {
  std::vector<model::Mark> marks;
  std::vector<model::CellArea> cells;
  std::vector<CellBox> boxes;
};

/// Rows that never part: a head or a label, drawn once and copied to each page that shows it.
struct SetBand {
  Length height;
  model::ElementId first_row = 0;
  Drawing drawing;
};

/// Sets the rows of one table.
class RowSetter {
 public:
  RowSetter(const TableFrame& frame, Context& context) : frame_(frame), context_(context) {}

  /// Rows of body, head or foot with their nodes under `parent`; as an artifact they get none.
  [[nodiscard]] std::vector<SetRow> set(const std::vector<model::Row>& rows, model::NodeIndex parent,
                                        model::Role cell_role, model::ArtifactKind artifact);

 private:
  [[nodiscard]] std::vector<Strip> set_cell(const std::vector<model::Block>& blocks, Length width,
                                            model::NodeIndex node, model::ArtifactKind artifact);
  /// Tells which words were cut, and in which cell; each word once for a column.
  void report_cut_words(const Diagnostics& told, const model::Row& row, std::size_t row_number, std::size_t column);

  const TableFrame& frame_;
  Context& context_;
  std::set<std::pair<std::size_t, std::string>> told_words_;  ///< with their column
};

/// The rows in numbers.
[[nodiscard]] std::vector<RowShape> shapes_of(const std::vector<SetRow>& rows);

/// Draws the strips [first, end) of a cell into its area; their marks move over. Vertical alignment counts where the
/// cell is whole.
void draw_cell(SetCell& cell, const TableFrame& frame, std::size_t first, std::size_t end, Length y, Length height,
               Drawing& drawing);

/// Adds a copy, moved down.
void draw_band(const SetBand& band, Length y, Drawing& drawing);

[[nodiscard]] SetBand band_of(std::vector<SetRow> rows, const TableFrame& frame);

}  // namespace krut::typeset
