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
#include "typeset/table/grid.h"
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
  std::vector<model::SmallColumn> small_columns = {};  ///< whose letters are smaller than the layout says
};

/// The width of the text in a cell.
[[nodiscard]] Length text_width(const TableFrame& frame, std::size_t column, std::size_t column_span);

/// What the cells of a stretch of rows share.
struct RowKind {
  model::NodeIndex parent = 0;
  model::Role cell_role = model::Role::data_cell;
  model::ArtifactKind artifact = model::ArtifactKind::none;  ///< other than none: no nodes are made
  bool is_head = false;                                      ///< of the table
};

/// Where a cell stands, for messages.
struct CellPlace {
  std::size_t column = 0;  ///< from 0
  std::size_t row = 0;     ///< from 0, in its group or head
  bool is_head = false;
  std::string pointer;  ///< of what its row prints
};
/// Names the cell before what is told of it.
[[nodiscard]] Diagnostic told_of_cell(Diagnostic told, const CellPlace& place, const std::string& table_title);

/// A cell that stands in one column alone and had to cut a word.
struct TightCell {
  const model::Cell* cell = nullptr;
  CellPlace place;
  std::vector<WideText> texts;  ///< cut, or closed up
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
  RowSetter(const model::Table& table, const TableFrame& frame, Context& context)
      : table_(table), frame_(frame), context_(context) {}

  /// Rows of body, head or foot.
  [[nodiscard]] std::vector<SetRow> set(const std::vector<model::Row>& rows, const RowKind& kind);
  /// Tells each word that was wider than its column; of very many only the first, and how many there are.
  void report_wide_words();
  [[nodiscard]] std::vector<TightCell> take_tight_cells() { return std::exchange(tight_cells_, {}); }

 private:
  [[nodiscard]] SetCell set_cell(const GridCell& place, const CellPlace& named, const RowKind& kind,
                                 model::NodeIndex row_node);
  /// Notes which words were cut, and in which cell; each word once for a column.
  void note_wide_texts(const std::vector<WideText>& texts, const CellPlace& place);

  const model::Table& table_;
  const TableFrame& frame_;
  Context& context_;
  struct WideWordInCell {
    Diagnostic told;
    std::size_t column = 0;
    bool is_cut = false;
  };
  std::vector<WideWordInCell> wide_words_;
  std::set<std::pair<std::size_t, std::string>> told_words_;  ///< with their column
  std::vector<TightCell> tight_cells_;
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
