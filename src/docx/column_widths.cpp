#include "docx/column_widths.h"

#include <algorithm>

namespace krut::docx {

namespace {

constexpr std::int64_t one_share = 1'000;
constexpr Length narrowest = Length::points(6);

std::int64_t share_of(const model::Column& column) {
  if (column.kind == model::Column::Kind::fixed) return 0;
  return column.kind == model::Column::Kind::share ? column.share : one_share;
}

std::vector<Length> shared_widths(const model::Table& table, Length width) {
  Length room = width;
  std::int64_t shares = 0;
  for (const model::Column& column : table.columns) {
    if (column.kind == model::Column::Kind::fixed) room -= column.width;
    shares += share_of(column);
  }
  room = std::max(room, Length());
  std::vector<Length> widths;
  for (const model::Column& column : table.columns) {
    const std::int64_t share = share_of(column);
    widths.push_back(share > 0 ? std::max(room.scaled(share, shares), narrowest) : column.width);
  }
  return widths;
}

Length on_twip(Length length) { return Length::twips(length.in_twips()); }

}  // namespace

std::vector<Length> column_edges(const model::Table& table, Length width, const Options& options) {
  const auto solved = options.pages.column_widths.find(table.id);
  const bool is_solved = solved != options.pages.column_widths.end() && solved->second.size() == table.columns.size();
  const std::vector<Length> widths = is_solved ? solved->second : shared_widths(table, width);
  std::vector<Length> edges{Length()};
  Length edge;
  for (const Length column : widths) {
    edge += column;
    edges.push_back(on_twip(edge));
  }
  return edges;
}

}  // namespace krut::docx
