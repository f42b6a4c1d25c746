#include "typeset_table/table_laws.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "typeset_table/table_picture.h"

namespace krut::typeset::test {
namespace {

/// Table number n of a run has the seed `first_seed + n`; a failure prints it.
constexpr std::uint32_t first_seed = 1;
constexpr std::uint32_t table_count = 20'000;

std::size_t things_in(const TableShape& shape) {
  std::size_t count = 1;
  for (const ShapedRow& row : shape.rows()) {
    ++count;
    for (const ShapedRow::Cell& cell : row.cells) count += cell.lines.size();
  }
  return count;
}

/// Fills all pages and names the first law that is broken, or nothing.
std::string first_fault(const RandomTable& table, std::vector<FilledPage>& pages) {
  const TableShape shape(table.numbers);
  Laws laws(table.numbers, shape);
  const std::size_t most_pages = things_in(shape) + table.rooms.size();
  TableCursor cursor;
  while (!is_done(shape, cursor)) {
    if (pages.size() > most_pages) return "the table does not end";
    const PageRoom& room = table.rooms[std::min(pages.size(), table.rooms.size() - 1)];
    const TableStep step = fill_page(shape, cursor, room);
    pages.push_back({room, step});
    const std::string fault = laws.broken_by(cursor, room, step);
    if (!fault.empty()) return fault;
    cursor = step.next;
  }
  return laws.broken_at_the_end();
}

TEST(TableLaws, twenty_thousand_random_tables_keep_them) {
  std::size_t pages_filled = 0;
  std::size_t pages_split = 0;
  std::size_t pages_disorderly = 0;
  for (std::uint32_t seed = first_seed; seed < first_seed + table_count; ++seed) {
    const RandomTable table = random_table(seed);
    std::vector<FilledPage> pages;
    const std::string fault = first_fault(table, pages);
    ASSERT_EQ(fault, "") << "seed " << seed << ", page " << pages.size() << ": "
                         << picture(TableShape(table.numbers), pages);
    pages_filled += pages.size();
    for (const FilledPage& page : pages) {
      pages_split += page.step.next.is_in_row ? 1U : 0U;
      pages_disorderly += page.step.rule != BreakRule::orderly ? 1U : 0U;
    }
  }
  RecordProperty("first_seed", static_cast<int>(first_seed));
  std::printf("seeds %u to %u: %zu pages, %zu end inside a row, %zu give up order\n", first_seed,
              first_seed + table_count - 1, pages_filled, pages_split, pages_disorderly);
  EXPECT_GT(pages_split, table_count / 4) << "the tables are too tame to prove anything";
}

TEST(TableLaws, the_same_table_breaks_the_same_way_twice) {
  constexpr std::uint32_t some = 2'000;
  for (std::uint32_t seed = first_seed; seed < first_seed + some; ++seed) {
    const RandomTable table = random_table(seed);
    std::vector<FilledPage> once;
    std::vector<FilledPage> again;
    ASSERT_EQ(first_fault(table, once), first_fault(table, again));
    ASSERT_EQ(picture(TableShape(table.numbers), once), picture(TableShape(table.numbers), again)) << "seed " << seed;
  }
}

TEST(TableLaws, a_start_that_has_its_least_room_is_never_empty) {
  constexpr std::uint32_t some = 2'000;
  for (std::uint32_t seed = first_seed; seed < first_seed + some; ++seed) {
    const RandomTable table = random_table(seed);
    const TableShape shape(table.numbers);
    const Length next = table.rooms.back().here;
    const Length least = least_start(shape, next);
    ASSERT_LE(least, next);
    if (least == next) continue;
    ASSERT_FALSE(fill_page(shape, {}, {least, next, false}).bands.empty()) << "seed " << seed;
    ASSERT_TRUE(fill_page(shape, {}, {least - Length::emu(1), next, false}).bands.empty()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace krut::typeset::test
