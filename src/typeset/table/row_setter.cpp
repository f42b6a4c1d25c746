#include "typeset/table/row_setter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "typeset/reports.h"
#include "typeset/structure.h"
#include "typeset/table/small_letters.h"

namespace krut::typeset {

namespace {

/// A cell that is narrower than its own padding is set in this width, and sticks out.
constexpr Length least_width = Length::points(1);

/// The size that the letters of a cell had to shrink to, if they had to.
std::optional<Length> most_letters(const TableFrame& frame, const GridCell& place, bool is_head) {
  if (place.column_span > 1) return std::nullopt;
  for (const model::SmallColumn& small : frame.small_columns) {
    if (small.column == place.column && small.is_head == is_head) return small.most;
  }
  return std::nullopt;
}

bool holds_cut(const std::vector<WideText>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const WideText& text) { return text.is_cut; });
}

}  // namespace

Length text_width(const TableFrame& frame, std::size_t column, std::size_t column_span) {
  const Length whole = frame.edges[column + column_span] - frame.edges[column];
  return std::max(least_width, whole - frame.left_padding - frame.right_padding);
}

Diagnostic told_of_cell(Diagnostic told, const CellPlace& place, const std::string& table_title) {
  const std::string title = table_title.empty() ? "" : " \"" + table_title + "\"";
  const std::string column = std::to_string(place.column + 1);
  const std::string row = std::to_string(place.row + 1);
  told.message.thai.insert(
      0, "ตาราง" + title + " คอลัมน์ที่ " + column + " แถวที่ " + row + (place.is_head ? " ของหัวตาราง: " : ": "));
  told.message.english.insert(
      0, "table" + title + ", column " + column + ", row " + row + (place.is_head ? " of the head: " : ": "));
  if (told.where.pointer.empty()) told.where.pointer = place.pointer;
  return told;
}

std::vector<SetRow> RowSetter::set(const std::vector<model::Row>& rows, const RowKind& kind) {
  Structure structure(context_.pages, kind.artifact);
  const auto grid = lay_grid(rows);
  std::vector<SetRow> result(rows.size());
  for (std::size_t index = 0; index < rows.size(); ++index) {
    result[index].id = rows[index].id;
    result[index].may_split = rows[index].may_split;
    const model::NodeIndex row_node =
        table_.is_grid ? kind.parent : structure.add(kind.parent, model::Role::row, rows[index].id);
    for (const GridCell& place : grid[index]) {
      const CellPlace named{place.column, index, kind.is_head, rows[index].pointer};
      result[index].cells.push_back(set_cell(place, named, kind, row_node));
    }
  }
  return result;
}

SetCell RowSetter::set_cell(const GridCell& place, const CellPlace& named, const RowKind& kind,
                            model::NodeIndex row_node) {
  Structure structure(context_.pages, kind.artifact);
  const model::NodeIndex node = table_.is_grid ? row_node : structure.add(row_node, kind.cell_role, place.cell->id);
  if (!table_.is_grid && !structure.is_artifact()) {
    model::StructureNode& cell_node = context_.pages.structure[node];
    cell_node.column = static_cast<int>(place.column);
    cell_node.column_span = static_cast<int>(place.column_span);
    cell_node.row_span = static_cast<int>(place.row_span);
  }
  const Length width = text_width(frame_, place.column, place.column_span);
  std::vector<WideText> wide_texts;
  Context inner = context_;
  inner.wide_texts = &wide_texts;
  const auto& blocks = place.cell->blocks;
  const auto most = most_letters(frame_, place, kind.is_head);
  auto strips = most ? set_blocks(in_smaller_letters(blocks, *most, context_), width, node, kind.artifact, inner)
                     : set_blocks(blocks, width, node, kind.artifact, inner);
  note_wide_texts(wide_texts, named);
  if (place.column_span == 1 && holds_cut(wide_texts)) {
    tight_cells_.push_back({place.cell, named, std::move(wide_texts)});
  }
  return {place.cell->id,   place.column, place.column_span, place.row_span, place.cell->vertical_alignment,
          std::move(strips)};
}

void RowSetter::note_wide_texts(const std::vector<WideText>& texts, const CellPlace& place) {
  for (const WideText& text : texts) {
    Diagnostic told = wide_text_warning(text);
    if (!told_words_.emplace(place.column, told.message.english).second) continue;
    told.code = "table.column-too-narrow";
    wide_words_.push_back({told_of_cell(std::move(told), place, table_.title), place.column, text.is_cut});
  }
}

void RowSetter::report_wide_words() {
  constexpr std::size_t most_told = 12;
  if (wide_words_.size() <= most_told) {
    for (WideWordInCell& word : wide_words_) context_.diagnostics.add(std::move(word.told));
    return;
  }
  std::set<std::size_t> columns;
  for (const WideWordInCell& word : wide_words_) columns.insert(word.column);
  const auto cut =
      std::count_if(wide_words_.begin(), wide_words_.end(), [](const WideWordInCell& word) { return word.is_cut; });
  const std::string all = std::to_string(wide_words_.size());
  const std::string cuts = std::to_string(cut);
  const std::string of = std::to_string(columns.size());
  const auto whole = std::find_if(wide_words_.begin(), wide_words_.end(),
                                  [&](const WideWordInCell& word) { return word.is_cut == (cut > 0); });
  Diagnostic told = std::move(whole->told);
  told.message.thai += " รวมคำที่กว้างเกินช่อง " + all + " คำ ตัดกลางคำ " + cuts + " คำ ใน " + of + " คอลัมน์";
  told.message.english +=
      "; in all, words too wide: " + all + ", of them cut: " + cuts + ", columns with such words: " + of;
  told.hint = {"ลดจำนวนคอลัมน์ หันกระดาษแนวนอน แบ่งเป็นหลายตาราง หรือลดขนาดอักษร",
               "use fewer columns, turn the paper, part the table in several, or use smaller letters"};
  context_.diagnostics.add(std::move(told));
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
