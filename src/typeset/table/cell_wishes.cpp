#include "typeset/table/cell_wishes.h"

#include <algorithm>
#include <utility>

#include "typeset/table/grid.h"

namespace krut::typeset {

namespace {

/// Collects what the blocks of one cell need, paragraph by paragraph.
class WishMaker {
 public:
  WishMaker(CellWish& wish, Context& context) : wish_(wish), context_(context) {}

  void add(const std::vector<model::Block>& blocks, Length inset) {
    for (const model::Block& block : blocks) {
      if (const auto* list = std::get_if<model::List>(&block.content)) {
        for (const model::ListItem& item : list->items) add(item.blocks, inset + list->indent + list->hang);
        continue;
      }
      const auto* choice = std::get_if<model::Choice>(&block.content);
      const Measure measure = measure_blocks({block}, context_);
      wish_.narrowest = std::max(wish_.narrowest, inset + measure.narrowest);
      wish_.held = std::max(wish_.held, inset + measure.held);
      wish_.paragraphs.insert(wish_.paragraphs.end(), choice == nullptr ? 1 : choice->options.size(),
                              inset + measure.natural);
    }
  }

 private:
  CellWish& wish_;
  Context& context_;
};

}  // namespace

std::vector<CellWish> cell_wishes(const model::Table& table, Context& context) {
  std::vector<CellWish> wishes;
  std::size_t first_row = 0;
  const auto add_rows = [&](const std::vector<model::Row>& rows) {
    const auto grid = lay_grid(rows);
    for (std::size_t row = 0; row < grid.size(); ++row) {
      for (const GridCell& place : grid[row]) {
        CellWish wish{first_row + row, place.column, place.column_span, place.row_span, {}, {}, {}};
        WishMaker(wish, context).add(place.cell->blocks, Length());
        wishes.push_back(std::move(wish));
      }
    }
    first_row += rows.size();
  };
  add_rows(table.head);
  for (const model::RowGroup& group : table.groups) {
    add_rows(group.head);
    add_rows(group.rows);
  }
  add_rows(table.foot);
  return wishes;
}

}  // namespace krut::typeset
