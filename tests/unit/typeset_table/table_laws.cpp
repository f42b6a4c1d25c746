#include "typeset_table/table_laws.h"

#include <algorithm>

namespace krut::typeset::test {

namespace {

constexpr std::size_t few_lines = 4;  ///< a cell of less may stay or part as it likes
constexpr std::size_t two_lines = 2;  ///< on either side of a break in one that has as many

Length extent(const CellShape& cell, std::size_t first, std::size_t end) {
  Length height;
  for (std::size_t line = first; line < end; ++line) {
    const bool follows_break = first > 0 && line == first;
    height += cell.lines[line].height + (follows_break ? Length() : cell.lines[line].space_before);
  }
  return height;
}

const PlacedBand* first_row_of(const TableStep& step) {
  const auto found =
      std::find_if(step.bands.begin(), step.bands.end(), [](const auto& band) { return band.kind == BandKind::row; });
  return found == step.bands.end() ? nullptr : &*found;
}

}  // namespace

Laws::Laws(const TableNumbers& numbers, const TableShape& shape) : numbers_(numbers), shape_(shape) {
  for (const GroupShape& group : numbers.groups) add_rows(group.rows, &group, false);
  if (rows_.empty() && numbers.foot.empty()) rows_.push_back({});
  const std::size_t foot = rows_.size();
  add_rows(numbers.foot, nullptr, true);
  if (foot > 0 && foot < rows_.size()) rows_[foot].is_first_of_foot = true;
  covering_.resize(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (std::size_t cell = 0; cell < shape.rows()[row].cells.size(); ++cell) {
      for (std::size_t below = row; below < shape.rows()[row].cells[cell].end_row; ++below) {
        covering_[below].emplace_back(row, cell);
      }
    }
  }
}

void Laws::add_rows(const std::vector<RowShape>& rows, const GroupShape* group, bool is_foot) {
  if (rows.empty() && group != nullptr && group->label > Length())
    rows_.push_back({nullptr, group, true, false, false});
  for (const RowShape& row : rows) rows_.push_back({&row, group, &row == rows.data(), is_foot, false});
}

std::string Laws::broken_by(const TableCursor& from, const PageRoom& room, const TableStep& step) {
  if (step.bands.empty()) {
    if (room.is_fresh) return "a fresh page stays empty";
    if (step.next != from || step.height != Length()) return "an empty page moves on";
    return room_is_used(room, step);
  }
  for (const std::string& fault : {bands_stack_up(room, step), rows_follow(from, step), labels_are_right(from, step)}) {
    if (!fault.empty()) return fault;
  }
  for (const std::string& fault :
       {cells_lie_over_their_rows(step), breaks_are_orderly(room, step), rows_are_whole(room, step),
        chunks_are_whole(from, room, step), room_is_used(room, step), lines_go_on(step)}) {
    if (!fault.empty()) return fault;
  }
  return {};
}

std::string Laws::broken_at_the_end() const {
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row].said == nullptr) continue;
    for (std::size_t cell = 0; cell < rows_[row].said->cells.size(); ++cell) {
      const auto set = set_lines_.find({row, cell});
      if (set == set_lines_.end()) return "a cell is lost";
      if (set->second != rows_[row].said->cells[cell].lines.size()) return "lines are lost";
    }
  }
  return {};
}

std::string Laws::bands_stack_up(const PageRoom& room, const TableStep& step) const {
  Length y;
  std::size_t rows = 0;
  for (const PlacedBand& band : step.bands) {
    if (band.y != y) return "bands leave a gap or overlap";
    y += band.height;
    if (band.kind == BandKind::row) ++rows;
  }
  if (y != step.height) return "the part's height is not the sum of its bands";
  if (step.overflows != (y > room.here)) return "the page is too full and does not say so";
  if (step.overflows && !room.is_fresh) return "a page that is not fresh overflows";
  if (step.overflows && rows > 1) return "an overflowing page holds more than it must";
  if (step.rule != BreakRule::orderly && !room.is_fresh) return "order is given up though the next page is free";
  return {};
}

std::string Laws::rows_follow(const TableCursor& from, const TableStep& step) const {
  std::size_t row = from.row;
  bool continues = from.is_in_row;
  for (const PlacedBand& band : step.bands) {
    if (band.kind != BandKind::row) continue;
    if (band.index != row || band.continues != continues) return "rows do not follow each other";
    if (!band.goes_on) ++row;
    continues = band.goes_on;
    if (band.goes_on && &band != &step.bands.back()) return "something stands below a row that goes on";
  }
  if (step.next.row != row || step.next.is_in_row != continues) return "the cursor does not say where the page ended";
  return {};
}

std::string Laws::labels_are_right(const TableCursor& from, const TableStep& step) const {
  std::vector<PlacedBand> wanted;
  if (from != TableCursor{} && numbers_.continued_heading > Length()) {
    wanted.push_back({BandKind::continued_heading, 0, {}, numbers_.continued_heading});
  }
  if (numbers_.head > Length()) wanted.push_back({BandKind::head, 0, {}, numbers_.head});
  const Row& first = rows_[from.row];
  const bool goes_on = first.group != nullptr && (from.is_in_row || !first.is_first);
  if (goes_on && first.group->continued_label > Length()) {
    wanted.push_back({BandKind::continued_label, 0, {}, first.group->continued_label});
  }
  for (const PlacedBand& band : step.bands) {
    if (band.kind != BandKind::row) continue;
    const Length label = band.continues ? Length() : label_above(band.index);
    if (label > Length()) wanted.push_back({BandKind::label, 0, {}, label});
    wanted.push_back(band);
  }
  const auto is_same = [](const PlacedBand& a, const PlacedBand& b) {
    return a.kind == b.kind && a.height == b.height;
  };
  const bool is_right = std::equal(wanted.begin(), wanted.end(), step.bands.begin(), step.bands.end(), is_same);
  return is_right ? std::string() : "head or labels are missing, alone or out of place";
}

std::string Laws::cells_lie_over_their_rows(const TableStep& step) const {
  struct Area {
    CellKey cell;
    Length top;
    Length bottom;
  };
  std::vector<Area> wanted;
  for (const PlacedBand& band : step.bands) {
    if (band.kind != BandKind::row) continue;
    for (const CellKey& cell : covering_[band.index]) {
      const auto area =
          std::find_if(wanted.begin(), wanted.end(), [&](const Area& known) { return known.cell == cell; });
      if (area == wanted.end()) {
        wanted.push_back({cell, band.y, band.y + band.height});
      } else {
        area->bottom = band.y + band.height;
      }
    }
  }
  if (wanted.size() != step.cells.size()) return "a cell is missing on a page or there twice";
  for (const PlacedCell& placed : step.cells) {
    const auto area = std::find_if(wanted.begin(), wanted.end(),
                                   [&](const Area& known) { return known.cell == CellKey(placed.row, placed.cell); });
    if (area == wanted.end()) return "a cell stands on a page that has none of its rows";
    if (placed.y != area->top || placed.y + placed.height != area->bottom) {
      return "a cell does not lie exactly over its rows";
    }
    const Length needed = extent(said(placed), placed.first_line, placed.end_line);
    const Length padding = numbers_.top_padding + numbers_.bottom_padding;
    const bool is_overfull = needed > Length() && needed + padding > placed.height;
    if (is_overfull && !step.overflows) return "lines stick out of their cell";
  }
  return {};
}

std::string Laws::lines_go_on(const TableStep& step) {
  for (const PlacedCell& placed : step.cells) {
    std::size_t& set = set_lines_[{placed.row, placed.cell}];
    if (placed.first_line != set) return "a line is lost or set twice";
    if (placed.end_line < placed.first_line) return "lines run backwards";
    set = placed.end_line;
    const bool is_over = shape_.rows()[placed.row].cells[placed.cell].end_row <= step.next.row;
    if (is_over && set != said(placed).lines.size()) return "a cell ends before its lines do";
  }
  return {};
}

std::string Laws::breaks_are_orderly(const PageRoom& room, const TableStep& step) const {
  if (step.rule > BreakRule::orderly && !room.is_fresh) return "order is given up too early";
  if (step.rule >= BreakRule::anywhere) return {};
  for (const PlacedCell& placed : step.cells) {
    const CellShape& cell = said(placed);
    const std::size_t size = cell.lines.size();
    const std::size_t end = placed.end_line;
    if (end == size) continue;
    const bool is_orderly = step.rule == BreakRule::orderly;
    if (is_orderly && end == placed.first_line) return "a cell that goes on has nothing on a page";
    if (is_orderly && size < few_lines) return "a low cell is parted";
    const bool breaks_here = end > placed.first_line;
    if (!breaks_here) continue;
    if (size >= few_lines && (end < two_lines || size - end < two_lines)) return "a line stands alone";
    if (step.rule < BreakRule::parting && !cell.lines[end].may_break_before) return "lines kept together are parted";
  }
  return {};
}

std::string Laws::rows_are_whole(const PageRoom& room, const TableStep& step) const {
  const PlacedBand& last = step.bands.back();
  if (!last.goes_on || last.continues) return {};
  const bool starts_the_page = room.is_fresh && &last == first_row_of(step);
  const bool has_whole_cells = std::all_of(step.cells.begin(), step.cells.end(), [&](const PlacedCell& placed) {
    const bool is_own =
        placed.row == last.index && shape_.rows()[placed.row].cells[placed.cell].end_row == last.index + 1;
    return !is_own || placed.end_line == said(placed).lines.size();
  });
  if (starts_the_page || has_whole_cells) return {};
  if (!rows_[last.index].said->may_split) return "a row splits that may not";
  const bool has_foot_below = last.index + 1 < rows_.size() && rows_[last.index + 1].is_first_of_foot;
  const bool is_joined_above = shape_.chunks()[shape_.rows()[last.index].chunk].begin < last.index;
  if (has_foot_below && is_joined_above) return {};  // it parts for the foot where the rows above it may not
  const Length needed =
      top_on_next_page(last.index) + own_height(last.index) + (has_foot_below ? foot_height() : Length());
  return needed > room.next ? std::string() : "a row splits that the next page holds whole";
}

std::string Laws::chunks_are_whole(const TableCursor& from, const PageRoom& room, const TableStep& step) const {
  if (step.next.row >= rows_.size()) return {};
  const Chunk& chunk = shape_.chunks()[shape_.rows()[step.next.row].chunk];
  const bool is_broken = step.next.is_in_row || step.next.row != chunk.begin;
  const bool starts_the_page = from.row >= chunk.begin && room.is_fresh;
  const bool was_broken = from.row > chunk.begin || (from.row == chunk.begin && from.is_in_row);
  if (!is_broken || was_broken || starts_the_page) return {};
  const bool fits = top_on_next_page(chunk.begin) + chunk.height <= room.next;
  return fits ? "rows that belong together are parted though the next page holds them" : std::string();
}

/// A page that ends between rows had no room for the next.
std::string Laws::room_is_used(const PageRoom& room, const TableStep& step) const {
  if (step.next.row >= rows_.size() || step.next.is_in_row) return {};
  const Chunk& chunk = shape_.chunks()[shape_.rows()[step.next.row].chunk];
  if (step.next.row != chunk.begin || (step.bands.empty() && step.next == TableCursor{} && !step.cells.empty()))
    return {};
  Length left = room.here - step.height - label_above(chunk.begin);
  if (step.bands.empty()) left = room.here - top_on_next_page(chunk.begin);
  if (chunk.height <= left) return "a row is sent over that has room here";
  const Row& row = rows_[chunk.begin];
  const bool is_tall = top_on_next_page(chunk.begin) + chunk.height > room.next;
  if (!is_tall || chunk.end != chunk.begin + 1 || row.said == nullptr || !row.said->may_split) return {};
  Length least;
  for (const CellShape& cell : row.said->cells) {
    const std::size_t size = cell.lines.size();
    if (size == 0) continue;
    const bool is_plain =
        std::all_of(cell.lines.begin(), cell.lines.end(), [](const auto& line) { return line.may_break_before; });
    if (!is_plain) return {};
    least = std::max(least, extent(cell, 0, size < few_lines ? size : two_lines));
  }
  const bool has_room = least > Length() && least + numbers_.top_padding + numbers_.bottom_padding <= left;
  return has_room ? "a row taller than a page does not start though it could" : std::string();
}

/// Of the cells that stand in this row only.
Length Laws::own_height(std::size_t row) const {
  Length height;
  if (rows_[row].said == nullptr) return height;
  for (std::size_t index = 0; index < rows_[row].said->cells.size(); ++index) {
    const CellShape& cell = rows_[row].said->cells[index];
    if (shape_.rows()[row].cells[index].end_row != row + 1) continue;
    height = std::max(height, numbers_.top_padding + numbers_.bottom_padding + extent(cell, 0, cell.lines.size()));
  }
  return height;
}

Length Laws::label_above(std::size_t row) const {
  return rows_[row].group != nullptr && rows_[row].is_first ? rows_[row].group->label : Length();
}

Length Laws::top_on_next_page(std::size_t row) const {
  const Length head = numbers_.head + (row > 0 ? numbers_.continued_heading : Length());
  if (rows_[row].group == nullptr) return head;
  return head + (rows_[row].is_first ? rows_[row].group->label : rows_[row].group->continued_label);
}

Length Laws::foot_height() const {
  Length height;
  for (const ShapedRow& row : shape_.rows()) height += row.is_foot ? row.height : Length();
  return height;
}

}  // namespace krut::typeset::test
