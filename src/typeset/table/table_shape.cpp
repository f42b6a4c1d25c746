#include "typeset/table/table_shape.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace krut::typeset {

LineStack::LineStack(const std::vector<LineShape>& lines) {
  lines_.reserve(lines.size());
  Length bottom;
  for (const LineShape& line : lines) {
    bottom += line.space_before + line.height;
    lines_.push_back({line.space_before, bottom, line.may_break_before});
  }
}

Length LineStack::extent(std::size_t first, std::size_t end) const {
  if (end <= first) return {};
  const Length top = first == 0 ? Length() : lines_[first - 1].bottom + lines_[first].space_before;
  return lines_[end - 1].bottom - top;
}

std::size_t LineStack::end_within(std::size_t first, Length room, BreakRule rule) const {
  if (first >= lines_.size()) return first;
  const Length lowest = room + lines_[first].bottom - extent(first, first + 1);
  const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto over =
      std::upper_bound(begin, lines_.end(), lowest, [](Length limit, const Line& line) { return limit < line.bottom; });
  auto end = static_cast<std::size_t>(over - lines_.begin());
  while (end > first && end < lines_.size() && !may_break(end, rule)) --end;
  return end;
}

bool LineStack::may_break(std::size_t before, BreakRule rule) const {
  if (rule >= BreakRule::anywhere) return true;
  if (!lines_[before].may_break_before && rule < BreakRule::parting) return false;
  if (rule >= BreakRule::uneven && lines_.size() < 2 * fewest_lines) return true;
  return before >= fewest_lines && lines_.size() - before >= fewest_lines;
}

TableShape::TableShape(const TableNumbers& numbers)
    : continued_heading_(numbers.continued_heading),
      head_(numbers.head),
      top_padding_(numbers.top_padding),
      bottom_padding_(numbers.bottom_padding) {
  for (std::size_t source = 0; source < numbers.groups.size(); ++source) {
    const GroupShape& group = numbers.groups[source];
    const bool is_silent = group.rows.empty() && group.label == Length();
    if (is_silent) continue;
    groups_.push_back({source, group.label, group.continued_label, rows_.size()});
    append_rows(group.rows, groups_.size() - 1, false);
    if (group.rows.empty()) append_stand_in();
  }
  const bool has_body = !rows_.empty();
  if (!has_body) groups_.push_back({});
  if (!has_body && numbers.foot.empty()) append_stand_in();
  const std::size_t foot = rows_.size();
  append_rows(numbers.foot, 0, true);
  if (has_body && foot < rows_.size()) rows_[foot].starts_foot_after_body = true;
  solve_heights();
  join_rows();
  for (const Chunk& chunk : chunks_) share_heights(chunk);
}

void TableShape::append_rows(const std::vector<RowShape>& rows, std::size_t group, bool is_foot) {
  const std::size_t end = rows_.size() + rows.size();
  for (const RowShape& row : rows) {
    ShapedRow shaped;
    shaped.may_split = row.may_split;
    shaped.is_foot = is_foot;
    shaped.group = group;
    shaped.cells.reserve(row.cells.size());
    for (const CellShape& cell : row.cells) {
      const auto span = static_cast<std::size_t>(std::max(cell.row_span, 1));
      shaped.cells.push_back({LineStack(cell.lines), std::min(rows_.size() + span, end)});
    }
    rows_.push_back(std::move(shaped));
  }
}

/// A row of the last group.
void TableShape::append_stand_in() {
  ShapedRow row;
  row.is_stand_in = true;
  row.group = groups_.size() - 1;
  rows_.push_back(std::move(row));
}

void TableShape::solve_heights() {
  struct Ending {
    Length top;
    Length height;
  };
  std::vector<std::vector<Ending>> endings(rows_.size());
  Length top;
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    ShapedRow& row = rows_[index];
    for (const ShapedRow::Cell& cell : row.cells) {
      const Length height = padding() + cell.lines.extent(0, cell.lines.size());
      endings[cell.end_row - 1].push_back({top, height});
    }
    for (const Ending& ending : endings[index]) row.height = std::max(row.height, ending.height - (top - ending.top));
    top += row.height;
  }
}

void TableShape::join_rows() {
  std::size_t end = 0;
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    ShapedRow& row = rows_[index];
    const bool is_joined =
        index < end || row.starts_foot_after_body || (row.is_foot && index > 0 && rows_[index - 1].is_foot);
    if (!is_joined) chunks_.push_back({index, index, {}});
    row.chunk = chunks_.size() - 1;
    chunks_.back().end = index + 1;
    chunks_.back().height += row.height;
    for (const ShapedRow::Cell& cell : row.cells) end = std::max(end, cell.end_row);
  }
}

/// Rows under cells that all span the whole chunk, the foot left out, get even shares of what those cells lack. Spans
/// of other shapes would make the chunk taller if they were shared out, so that there the last row keeps it.
void TableShape::share_heights(const Chunk& chunk) {
  std::size_t end = chunk.end;
  while (end > chunk.begin && rows_[end - 1].is_foot && !rows_[chunk.begin].is_foot) --end;
  std::vector<Length> own(end - chunk.begin);
  bool is_even = true;
  for (std::size_t index = chunk.begin; index < chunk.end; ++index) {
    rows_[index].shared_height = rows_[index].height;
    for (const ShapedRow::Cell& cell : rows_[index].cells) {
      if (index >= end) continue;
      const bool spans_all = index == chunk.begin && cell.end_row == end;
      const bool is_plain = cell.end_row == index + 1;
      is_even &= spans_all || is_plain;
      const Length height = padding() + cell.lines.extent(0, cell.lines.size());
      if (is_plain) own[index - chunk.begin] = std::max(own[index - chunk.begin], height);
    }
  }
  const auto count = static_cast<std::int64_t>(own.size());
  if (!is_even || count < 2) return;
  Length slack;
  for (std::size_t index = chunk.begin; index < end; ++index) slack += rows_[index].height - own[index - chunk.begin];
  const Length share = slack / count;
  for (std::size_t index = chunk.begin; index < end; ++index) {
    const bool is_last = index + 1 == end;
    rows_[index].shared_height = own[index - chunk.begin] + (is_last ? slack - share * (count - 1) : share);
  }
}

}  // namespace krut::typeset
