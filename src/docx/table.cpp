#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "docx/blocks.h"
#include "docx/column_widths.h"
#include "docx/paragraphs.h"
#include "docx/table_pieces.h"
#include "model/letters.h"

namespace krut::docx {

namespace {

/// A cell above that reaches down into the row being written.
struct Reach {
  int rows_left = 0;
  int columns = 1;
};

/// How a row stands in its table.
struct RowLook {
  bool is_head = false;
  bool keeps_with_next = false;
  bool may_split = false;
};

constexpr RowLook label_look = {false, true, false};

class TableWriter {
 public:
  TableWriter(Story& story, const model::Table& table, const Column& column)
      : story_(story),
        xml_(story.xml),
        table_(table),
        column_(column),
        edges_(column_edges(table, column.width, story.shared.options)),
        filler_(filler_of(table)) {
    for (const model::SmallColumn& small : story.shared.options.pages.small_columns) {
      if (small.table == table.id) small_columns_.push_back(small);
    }
  }

  void write() {
    const std::vector<TablePiece> pieces = pieces_of(table_, story_.shared.options.pages.page_starts);
    if (column_.end_keeps_with_next && !pieces.empty()) last_row_ = last_row_of(pieces.back());
    for (const TablePiece& piece : pieces) {
      if (piece.is_continued) write_continued_heading();
      auto element = xml_.element("w:tbl");
      write_properties();
      write_grid();
      write_rows(all_of(table_.head), {true, true, false});
      if (piece.continued_group != nullptr) write_rows(all_of(piece.continued_group->continued_head), label_look);
      for (const RowStretch& stretch : piece.stretches) write_rows(stretch, stretch.is_label ? label_look : RowLook());
    }
  }

 private:
  static const model::Row* last_row_of(const TablePiece& piece) {
    const model::Row* last = nullptr;
    for (const RowStretch& stretch : piece.stretches) {
      if (stretch.begin < stretch.end) last = &(*stretch.rows)[stretch.end - 1];
    }
    return last;
  }

  /// What an empty cell's paragraph looks like: the table's first one that has a look.
  static const model::Paragraph* filler_of(const model::Table& table) {
    const model::Paragraph* found = nullptr;
    const auto look_into = [&](const std::vector<model::Row>& rows) {
      for (const model::Row& row : rows) {
        for (const model::Cell& cell : row.cells) {
          for (const model::Block& block : cell.blocks) {
            if (found == nullptr) found = std::get_if<model::Paragraph>(&block.content);
          }
        }
      }
    };
    for (const model::RowGroup& group : table.groups) look_into(group.rows);
    look_into(table.head);
    return found;
  }

  void write_properties() {
    auto properties = xml_.element("w:tblPr");  // CT_TblPr, ISO/IEC 29500-1, 17.4.59
    xml_.empty("w:tblW", {{"w:w", edges_.back() - edges_.front()}, {"w:type", "dxa"}});
    xml_.empty("w:tblInd", {{"w:w", column_.left}, {"w:type", "dxa"}});
    write_borders();
    xml_.empty("w:tblLayout", {{"w:type", "fixed"}});
    write_paddings();
    xml_.empty("w:tblLook", {{"w:val", "0020"},
                             {"w:firstRow", !table_.head.empty()},
                             {"w:lastRow", !table_.foot.empty()},
                             {"w:firstColumn", false},
                             {"w:lastColumn", false},
                             {"w:noHBand", true},
                             {"w:noVBand", true}});
    if (table_.title.empty()) return;
    xml_.empty("w:tblCaption", {{"w:val", table_.title}});
    xml_.empty("w:tblDescription", {{"w:val", table_.title}});
  }

  void write_borders() {
    auto borders = xml_.element("w:tblBorders");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      if (table_.rule_thickness == Length()) {
        xml_.empty(side, {{"w:val", "nil"}});
      } else {
        xml_.empty(
            side,
            {{"w:val", "single"}, {"w:sz", border_size(table_.rule_thickness)}, {"w:space", 0}, {"w:color", "000000"}});
      }
    }
  }

  void write_paddings() {
    auto margins = xml_.element("w:tblCellMar");
    const auto side = [&](const char* name, Length width) { xml_.empty(name, {{"w:w", width}, {"w:type", "dxa"}}); };
    side("w:top", table_.top_padding);
    side("w:left", table_.left_padding);
    side("w:bottom", table_.bottom_padding);
    side("w:right", table_.right_padding);
  }

  void write_grid() {
    auto grid = xml_.element("w:tblGrid");
    for (std::size_t index = 0; index + 1 < edges_.size(); ++index) {
      xml_.empty("w:gridCol", {{"w:w", edges_[index + 1] - edges_[index]}});
    }
  }

  /// On a page of its own, so that it stands at the top as it does on the pages.
  void write_continued_heading() {
    if (!table_.continued_heading) {
      story_.flow.breaks_page = true;
      write_thin_paragraph(story_);
      return;
    }
    model::Paragraph heading = *table_.continued_heading;
    heading.starts_page = true;
    write_paragraph(story_, heading, column_);
  }

  void write_rows(const RowStretch& stretch, RowLook look) {
    std::vector<Reach> reaches(table_.columns.size());
    for (std::size_t index = stretch.begin; index < stretch.end; ++index) {
      const model::Row& row = (*stretch.rows)[index];
      const auto& splitting = story_.shared.options.pages.splitting_rows;
      look.may_split = !look.is_head && row.may_split && splitting.count(row.id) != 0;
      RowLook kept = look;
      kept.keeps_with_next |= &row == last_row_ || stays_with_next(row, reaches);
      write_row(row, kept, reaches);
    }
  }

  /// Rows under one cell that stand on one page of ours stay on one page.
  [[nodiscard]] bool stays_with_next(const model::Row& row, const std::vector<Reach>& above) const {
    if (story_.shared.options.pages.row_heights.count(row.id) == 0) return false;
    return std::any_of(above.begin(), above.end(), [](const Reach& reach) { return reach.rows_left > 1; }) ||
           std::any_of(row.cells.begin(), row.cells.end(), [](const model::Cell& cell) { return cell.row_span > 1; });
  }

  void write_row(const model::Row& row, const RowLook& look, std::vector<Reach>& reaches) {
    story_.shared.options.budget.check();
    auto element = xml_.element("w:tr", {{"w14:paraId", story_.shared.names.paragraph(row.id)}});
    write_row_properties(row, look);
    auto cell = row.cells.begin();
    for (std::size_t column = 0; column < reaches.size();) {
      Reach& reach = reaches[column];
      if (reach.rows_left > 0) {
        --reach.rows_left;
        write_covered_cell(column, reach.columns, look);
        column += static_cast<std::size_t>(reach.columns);
      } else if (cell != row.cells.end()) {
        const int span = std::min(cell->column_span, static_cast<int>(reaches.size() - column));
        reach = {cell->row_span - 1, span};
        write_cell(*cell, column, span, look);
        column += static_cast<std::size_t>(span);
        ++cell;
      } else {
        write_empty_cell(column, 1, look);
        ++column;
      }
    }
  }

  void write_row_properties(const model::Row& row, const RowLook& look) {
    const auto& heights = story_.shared.options.pages.row_heights;
    const auto height = heights.find(row.id);
    if (look.may_split && !look.is_head && height == heights.end()) return;
    auto properties = xml_.element("w:trPr");  // CT_TrPr, ISO/IEC 29500-1, 17.4.81
    if (!look.may_split) xml_.empty("w:cantSplit");
    if (height != heights.end()) {
      const Length least = std::max(Length(), height->second - table_.rule_thickness);
      xml_.empty("w:trHeight", {{"w:val", least}, {"w:hRule", "atLeast"}});
    }
    if (look.is_head) xml_.empty("w:tblHeader");
  }

  Length width_of(std::size_t column, int span) const {
    return edges_[column + static_cast<std::size_t>(span)] - edges_[column];
  }

  void write_cell_properties(const CellKind& kind) { xml_.raw(story_.shared.property_lists.of_cell(kind)); }

  void write_cell(const model::Cell& cell, std::size_t column, int span, const RowLook& look) {
    auto element = xml_.element("w:tc");
    const auto merge = cell.row_span > 1 ? VerticalMerge::starts : VerticalMerge::none;
    write_cell_properties({width_of(column, span), span, merge, cell.vertical_alignment});
    const Length text_width = width_of(column, span) - table_.left_padding - table_.right_padding;
    if (cell.blocks.empty()) {
      write_filler(look);
    } else {
      const Column text_column{Length(), text_width, 0, look.keeps_with_next};
      const auto most = cell.column_span > 1 ? std::nullopt : most_letters(column, look.is_head);
      if (most) {
        const auto smaller = model::with_smaller_letters(cell.blocks, *most, story_.shared.styles.all());
        write_cell_blocks(story_, smaller, text_column);
      } else {
        write_cell_blocks(story_, cell.blocks, text_column);
      }
    }
  }

  /// The size that the letters of a column had to shrink to.
  [[nodiscard]] std::optional<Length> most_letters(std::size_t column, bool is_head) const {
    for (const model::SmallColumn& small : small_columns_) {
      if (small.column == column && small.is_head == is_head) return small.most;
    }
    return std::nullopt;
  }

  void write_covered_cell(std::size_t column, int span, const RowLook& look) {
    auto element = xml_.element("w:tc");
    write_cell_properties({width_of(column, span), span, VerticalMerge::goes_on});
    write_filler(look);
  }

  void write_empty_cell(std::size_t column, int span, const RowLook& look) {
    auto element = xml_.element("w:tc");
    write_cell_properties({width_of(column, span), span});
    write_filler(look);
  }

  /// A cell must hold a paragraph (ISO/IEC 29500-1, 17.4.65).
  void write_filler(const RowLook& look) {
    if (filler_ == nullptr) {
      write_thin_paragraph(story_);
      return;
    }
    ParagraphLook paragraph;
    paragraph.style = filler_->style;
    paragraph.format = filler_->format;
    paragraph.format.keeps_with_next = look.keeps_with_next;
    paragraph.format.outline_level = 0;
    const auto element = open_paragraph(story_, std::move(paragraph));
  }

  Story& story_;
  Xml& xml_;
  const model::Table& table_;
  const Column& column_;
  const model::Row* last_row_ = nullptr;  ///< when it is kept with what stands below
  std::vector<Length> edges_;
  const model::Paragraph* filler_;
  std::vector<model::SmallColumn> small_columns_;  ///< of this table
};

}  // namespace

void write_table(Story& story, const model::Table& table, const Column& column) {
  // A page break inside a table is not honoured everywhere: it stands above.
  if (story.flow.breaks_page) write_thin_paragraph(story);
  story.flow = {};
  TableWriter(story, table, column).write();
}

}  // namespace krut::docx
