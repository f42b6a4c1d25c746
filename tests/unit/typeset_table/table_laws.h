#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "typeset/table/table_breaker.h"

namespace krut::typeset::test {

/// A table and the pages it is set on, the same for the same seed.
struct RandomTable {
  TableNumbers numbers;
  std::vector<PageRoom> rooms;  ///< of the first pages; further ones are like the last
};
[[nodiscard]] RandomTable random_table(std::uint32_t seed);

/// Holds each page against the laws of a table. Knows the table as it was given, not how the breaker sums it up.
class Laws {
 public:
  Laws(const TableNumbers& numbers, const TableShape& shape);

  /// The first law that the page breaks, as a sentence, or empty. Pages come in order.
  [[nodiscard]] std::string broken_by(const TableCursor& from, const PageRoom& room, const TableStep& step);
  /// The same for the whole, after the last page.
  [[nodiscard]] std::string broken_at_the_end() const;

 private:
  using CellKey = std::pair<std::size_t, std::size_t>;  ///< row and cell
  struct Row {
    const RowShape* said = nullptr;  ///< null for the row that stands in for none
    const GroupShape* group = nullptr;
    bool is_first = false;  ///< of its group
    bool is_foot = false;
    bool is_first_of_foot = false;
  };
  void add_rows(const std::vector<RowShape>& rows, const GroupShape* group, bool is_foot);

  [[nodiscard]] std::string bands_stack_up(const PageRoom& room, const TableStep& step) const;
  [[nodiscard]] std::string rows_follow(const TableCursor& from, const TableStep& step) const;
  [[nodiscard]] std::string labels_are_right(const TableCursor& from, const TableStep& step) const;
  [[nodiscard]] std::string cells_lie_over_their_rows(const TableStep& step) const;
  [[nodiscard]] std::string lines_go_on(const TableStep& step);
  [[nodiscard]] std::string breaks_are_orderly(const PageRoom& room, const TableStep& step) const;
  [[nodiscard]] std::string rows_are_whole(const PageRoom& room, const TableStep& step) const;
  [[nodiscard]] std::string chunks_are_whole(const TableCursor& from, const PageRoom& room,
                                             const TableStep& step) const;
  [[nodiscard]] std::string room_is_used(const PageRoom& room, const TableStep& step) const;

  [[nodiscard]] const CellShape& said(const PlacedCell& placed) const {
    return rows_[placed.row].said->cells[placed.cell];
  }
  [[nodiscard]] Length own_height(std::size_t row) const;
  [[nodiscard]] Length label_above(std::size_t row) const;
  [[nodiscard]] Length top_on_next_page(std::size_t row) const;
  [[nodiscard]] Length foot_height() const;

  const TableNumbers& numbers_;
  const TableShape& shape_;
  std::vector<Row> rows_;
  std::vector<std::vector<CellKey>> covering_;  ///< for each row, the cells that stand in it or span into it
  std::map<CellKey, std::size_t> set_lines_;
};

}  // namespace krut::typeset::test
