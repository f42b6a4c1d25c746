#include "typeset/table/row_setter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "typeset/structure.h"
#include "typeset/table/grid.h"

namespace krut::typeset {

namespace {

/// A cell that is narrower than its own padding is set in this width, and sticks out.
constexpr Length least_width = Length::points(1);

}  // namespace

std::vector<SetRow> RowSetter::set(const std::vector<model::Row>& rows, model::NodeIndex parent, model::Role cell_role,
                                   model::ArtifactKind artifact) {
  Structure structure(context_.pages, artifact);
  const auto grid = lay_grid(rows);
  std::vector<SetRow> result(rows.size());
  for (std::size_t index = 0; index < rows.size(); ++index) {
    result[index].id = rows[index].id;
    result[index].may_split = rows[index].may_split;
    const model::NodeIndex row_node = structure.add(parent, model::Role::row, rows[index].id);
    for (const GridCell& place : grid[index]) {
      const model::NodeIndex node = structure.add(row_node, cell_role, place.cell->id);
      if (!structure.is_artifact()) {
        model::StructureNode& cell_node = context_.pages.structure[node];
        cell_node.column = static_cast<int>(place.column);
        cell_node.column_span = static_cast<int>(place.column_span);
        cell_node.row_span = static_cast<int>(place.row_span);
      }
      const Length whole = frame_.edges[place.column + place.column_span] - frame_.edges[place.column];
      const Length width = std::max(least_width, whole - frame_.left_padding - frame_.right_padding);
      Diagnostics told;
      Context inner{context_.setter, context_.pages, told, context_.styles, context_.lacking};
      auto strips = set_blocks(place.cell->blocks, width, node, artifact, inner);
      report_cut_words(told, rows[index], index + 1, place.column + 1);
      result[index].cells.push_back({place.cell->id, place.column, place.column_span, place.row_span,
                                     place.cell->vertical_alignment, std::move(strips)});
    }
  }
  return result;
}

void RowSetter::report_cut_words(const Diagnostics& told, const model::Row& row, std::size_t row_number,
                                 std::size_t column) {
  for (Diagnostic item : told.items()) {
    if (item.code == "text.word-too-wide") {
      const bool is_new = told_words_.emplace(column, item.message.english).second;
      if (!is_new) continue;
      const std::string in_row = std::to_string(row_number);
      const std::string in_column = std::to_string(column);
      item.code = "table.column-too-narrow";
      item.message.thai.insert(0, "ตาราง คอลัมน์ที่ " + in_column + " แถวที่ " + in_row + ": ");
      item.message.english.insert(0, "table, column " + in_column + ", row " + in_row + ": ");
      if (item.where.pointer.empty()) item.where.pointer = row.pointer;
    }
    context_.diagnostics.add(std::move(item));
  }
}

std::vector<RowShape> shapes_of(const std::vector<SetRow>& rows) {
  std::vector<RowShape> shapes;
  shapes.reserve(rows.size());
  for (const SetRow& row : rows) {
    RowShape shape;
    shape.may_split = row.may_split;
    for (const SetCell& cell : row.cells) {
      CellShape lines;
      lines.row_span = static_cast<int>(cell.row_span);
      for (const Strip& strip : cell.strips) {
        lines.lines.push_back({strip.space_before, strip.height, strip.may_break_before});
      }
      shape.cells.push_back(std::move(lines));
    }
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

void draw_cell(SetCell& cell, const TableFrame& frame, std::size_t first, std::size_t end, Length y, Length height,
               Drawing& drawing) {
  const Length left = frame.edges[cell.column];
  const Length right = frame.edges[cell.column + cell.column_span];
  drawing.cells.push_back({cell.id, left, y, right - left, height});
  drawing.boxes.push_back({left, y, right, y + height});
  Length text_height;
  for (std::size_t index = first; index < end; ++index) {
    const bool follows_break = index == first && first > 0;
    text_height += cell.strips[index].height + (follows_break ? Length() : cell.strips[index].space_before);
  }
  Length top = y + frame.top_padding;
  if (first == 0 && end == cell.strips.size()) {
    const Length slack = std::max(Length(), height - frame.top_padding - frame.bottom_padding - text_height);
    if (cell.vertical_alignment == model::VerticalAlignment::middle) top += slack / 2;
    if (cell.vertical_alignment == model::VerticalAlignment::bottom) top += slack;
  }
  for (std::size_t index = first; index < end; ++index) {
    Strip& strip = cell.strips[index];
    const bool follows_break = index == first && first > 0;
    if (!follows_break) top += strip.space_before;
    for (model::Mark& mark : std::exchange(strip.marks, {})) {
      drawing.marks.push_back(std::move(mark));
      shift(drawing.marks.back(), left + frame.left_padding, top);
    }
    top += strip.height;
  }
}

void draw_band(const SetBand& band, Length y, Drawing& drawing) {
  for (const model::Mark& mark : band.drawing.marks) {
    drawing.marks.push_back(mark);
    shift(drawing.marks.back(), Length(), y);
  }
  for (model::CellArea area : band.drawing.cells) {
    area.y += y;
    drawing.cells.push_back(area);
  }
  for (CellBox box : band.drawing.boxes) {
    box.top += y;
    box.bottom += y;
    drawing.boxes.push_back(box);
  }
}

SetBand band_of(std::vector<SetRow> rows, const TableFrame& frame) {
  SetBand band;
  if (rows.empty()) return band;
  band.first_row = rows.front().id;
  TableNumbers numbers;
  numbers.top_padding = frame.top_padding;
  numbers.bottom_padding = frame.bottom_padding;
  numbers.groups = {{Length(), Length(), shapes_of(rows)}};
  const TableShape shape(numbers);
  std::vector<Length> tops(1);
  for (const ShapedRow& row : shape.rows()) tops.push_back(tops.back() + row.height);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (SetCell& cell : rows[row].cells) {
      const Length height = tops[row + cell.row_span] - tops[row];
      draw_cell(cell, frame, 0, cell.strips.size(), tops[row], height, band.drawing);
    }
  }
  band.height = tops.back();
  return band;
}

}  // namespace krut::typeset
