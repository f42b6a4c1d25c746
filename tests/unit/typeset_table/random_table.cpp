#include "typeset_table/table_laws.h"

namespace krut::typeset::test {

namespace {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  int from_to(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
  }
  bool one_in(int chances) { return from_to(1, chances) == 1; }
  Length points(int least, int most) { return Length::points(from_to(least, most)); }

 private:
  std::mt19937 engine_;
};

/// What all cells of one table have in common, so that tables of every temper occur.
struct Temper {
  int columns = 1;
  int most_lines = 4;
  bool has_spans = false;
  bool has_kept_lines = false;
  bool has_uneven_lines = false;
};

CellShape random_cell(Dice& dice, const Temper& temper) {
  CellShape cell;
  const int count = dice.one_in(12) ? dice.from_to(0, 5 * temper.most_lines) : dice.from_to(0, temper.most_lines);
  for (int line = 0; line < count; ++line) {
    LineShape shape{Length(), Length::points(10), true};
    if (temper.has_uneven_lines) shape.height = dice.points(4, 16);
    if (temper.has_uneven_lines && dice.one_in(4)) shape.space_before = dice.points(1, 9);
    if (temper.has_kept_lines) shape.may_break_before = !dice.one_in(3);
    cell.lines.push_back(shape);
  }
  if (temper.has_spans && dice.one_in(4)) cell.row_span = dice.from_to(2, 5);
  return cell;
}

/// Rows with as many cells as the spans from above leave columns for.
std::vector<RowShape> random_rows(Dice& dice, const Temper& temper, int count) {
  std::vector<RowShape> rows;
  std::vector<int> taken(static_cast<std::size_t>(temper.columns));
  for (int index = 0; index < count; ++index) {
    RowShape row;
    row.may_split = !dice.one_in(8);
    for (int& rows_taken : taken) {
      if (rows_taken > 0) {
        --rows_taken;
        continue;
      }
      row.cells.push_back(random_cell(dice, temper));
      rows_taken = row.cells.back().row_span - 1;
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

RandomTable random_table(std::uint32_t seed) {
  Dice dice(seed);
  const Temper temper{dice.from_to(1, 4), dice.from_to(1, 14), dice.one_in(2), dice.one_in(3), dice.one_in(2)};
  RandomTable table;
  if (!dice.one_in(5)) table.numbers.head = dice.points(1, 40);
  if (dice.one_in(3)) table.numbers.continued_heading = dice.points(1, 40);
  if (dice.one_in(2)) table.numbers.top_padding = dice.points(0, 4);
  if (dice.one_in(2)) table.numbers.bottom_padding = dice.points(0, 4);
  const int groups = dice.from_to(0, 3);
  for (int index = 0; index < groups; ++index) {
    GroupShape group;
    if (dice.one_in(2)) group.label = dice.points(5, 25);
    if (group.label > Length() && dice.one_in(2)) group.continued_label = dice.points(5, 25);
    group.rows = random_rows(dice, temper, dice.from_to(0, 7));
    table.numbers.groups.push_back(group);
  }
  if (dice.one_in(3)) table.numbers.foot = random_rows(dice, temper, dice.from_to(1, 2));
  const bool is_tiny = dice.one_in(25);
  const auto random_room = [&] { return is_tiny ? dice.points(0, 40) : dice.points(60, 320); };
  const Length usual = random_room();
  const bool is_even = !dice.one_in(4);
  const int pages = dice.from_to(1, 6);
  for (int page = 0; page < pages; ++page) {
    const bool is_fresh = page > 0 ? !dice.one_in(8) : dice.one_in(2);
    const Length whole = is_even ? usual : random_room();
    table.rooms.push_back({is_fresh ? whole : whole.scaled(dice.from_to(0, 100), 100), usual, is_fresh});
  }
  table.rooms.push_back({usual, usual, true});
  for (std::size_t page = 0; page + 1 < table.rooms.size(); ++page) {
    if (table.rooms[page + 1].is_fresh) table.rooms[page].next = table.rooms[page + 1].here;
  }
  return table;
}

}  // namespace krut::typeset::test
