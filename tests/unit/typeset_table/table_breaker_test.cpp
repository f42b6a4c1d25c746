#include "typeset/table/table_breaker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "typeset_table/table_picture.h"

namespace krut::typeset::test {
namespace {

using Lengths = std::vector<Length>;

using namespace literals;

/// Draws the table on pages that have `others` of room; the first has only `first`, under something else.
void expect(std::string_view table, Length first, Length others, const std::string& wanted) {
  const TableShape shape(sketch(table));
  EXPECT_EQ(picture(shape, fill_all(shape, first, others)), wanted) << "the table: " << table;
}

/// All pages are fresh and alike.
void expect(std::string_view table, Length room, const std::string& wanted) { expect(table, -1_pt, room, wanted); }

TEST(TableBreaker, rows_stand_below_each_other_under_the_head) {
  expect("H10 3 3", 100_pt, "H r0 r1");
  expect("3 3 3", 60_pt, "r0 r1 | r2");
  expect("H10 5 4", 100_pt, "H r0 r1");
  expect("H10 5 4", 99_pt, "H r0 | H r1");
}

TEST(TableBreaker, the_head_is_repeated_on_every_page) {
  expect("H10 5 4 1", 100_pt, "H r0 r1 | H r2");
  expect("H20 4 4 4 4 4", 100_pt, "H r0 r1 | H r2 r3 | H r4");
  expect("H60 2 2 2 2", 100_pt, "H r0 r1 | H r2 r3");
}

TEST(TableBreaker, a_heading_stands_above_the_head_of_each_page_the_table_goes_on_on) {
  expect("C15 H10 3 3", 100_pt, "H r0 r1");
  expect("C15 H10 5 4 1", 99_pt, "H r0 | C H r1 r2");
  expect("C15 H10 g10/10 2 2 2", 65_pt, "H g0 r0 r1 | C H c0 r2");
}

TEST(TableBreaker, a_heading_that_goes_on_takes_its_room) {
  expect("C15 H10 7 7 1", 95_pt, "H r0 | C H r1 | C H r2");
  expect("C15 H10 7 8", 94_pt, "H r0 | C H r1(1-6) | C H r1(7-8)");
}

TEST(TableBreaker, a_table_that_starts_on_the_next_page_has_not_gone_on_yet) {
  expect("C15 H10 5 5", 40_pt, 100_pt, "- | H r0 | C H r1");
}

TEST(TableBreaker, padding_belongs_to_every_row) {
  expect("P2 3 3", 68_pt, "r0 r1");
  expect("P2 3 3", 67_pt, "r0 | r1");
}

TEST(TableBreaker, the_tallest_cell_makes_the_row) {
  expect("1,5,2 4,1,0", 90_pt, "r0 r1");
  expect("1,5,2 4,1,0", 89_pt, "r0 | r1");
}

TEST(TableBreaker, a_row_that_an_empty_page_can_hold_waits_for_it) {
  expect("H10 5 5", 80_pt, 100_pt, "H r0 | H r1");
  expect("H10 2 9", 60_pt, 100_pt, "H r0 | H r1");
}

TEST(TableBreaker, a_head_never_stands_without_a_row) {
  expect("H10 5", 50_pt, 100_pt, "- | H r0");
  expect("H10 1 1", 15_pt, 100_pt, "- | H r0 r1");
  expect("H10 1 1", 10_pt, 100_pt, "- | H r0 r1");
  expect("H10 12", 25_pt, 100_pt, "- | H r0(1-9) | H r0(10-12)");
}

TEST(TableBreaker, a_group_that_goes_on_shows_its_continued_label) {
  expect("H10 g10/10 1 2 1", 56_pt, 100_pt, "H g0 r0 r1 | H c0 r2");
  expect("H10 g10/10 2 2 2", 60_pt, "H g0 r0 r1 | H c0 r2");
  expect("H10 g10/10 2 2 2 2 2", 50_pt, "H g0 r0 | H c0 r1 | H c0 r2 | H c0 r3 | H c0 r4");
}

TEST(TableBreaker, a_group_may_go_on_in_silence) { expect("H10 g10 2 2 2", 60_pt, "H g0 r0 r1 | H r2"); }

TEST(TableBreaker, a_group_that_has_ended_shows_no_continued_label) {
  expect("H10 g10/10 2 2 g10/10 2", 60_pt, "H g0 r0 r1 | H g1 r2");
  expect("H10 g10/10 2 2 g10/10 2 2 2", 60_pt, "H g0 r0 r1 | H g1 r2 r3 | H c1 r4");
  expect("H10 g10/10 2 2 g0 2", 60_pt, "H g0 r0 r1 | H r2");
}

TEST(TableBreaker, a_label_never_stands_alone_at_the_foot_of_a_page) {
  expect("H10 g10 1 g10 3 1", 60_pt, 100_pt, "H g0 r0 | H g1 r1 r2");
  expect("H10 g10 1 g10 3 1", 69_pt, 100_pt, "H g0 r0 | H g1 r1 r2");
  expect("H10 g10 1 g10 3 1", 70_pt, 100_pt, "H g0 r0 g1 r1 | H r2");
}

TEST(TableBreaker, the_continued_label_takes_its_room) {
  expect("H10 g10/20 3 3 3 3", 70_pt, "H g0 r0 | H c0 r1 | H c0 r2 | H c0 r3");
  expect("H10 g10/30 1 7", 90_pt, "H g0 r0 r1(1-5) | H c0 r1(6-7)");
}

TEST(TableBreaker, a_label_without_rows_is_not_lost) {
  expect("H10 g10 g10 1", 100_pt, "H g0 r0 g1 r1");
  expect("H10 g10 1 g10", 100_pt, "H g0 r0 g1 r1");
  expect("H10 g10 1 g10", 35_pt, "H g0 r0 | H g1 r1");
}

TEST(TableBreaker, an_empty_table_still_shows_its_head) {
  expect("H10", 100_pt, "H r0");
  expect("H10 g10", 100_pt, "H g0 r0");
  expect("", 100_pt, "r0");
  expect("H10", 5_pt, 100_pt, "- | H r0");
}

TEST(TableBreaker, a_row_taller_than_a_page_splits_between_lines) {
  expect("H10 12", 100_pt, "H r0(1-9) | H r0(10-12)");
  expect("P5 H10 12", 100_pt, "H r0(1-8) | H r0(9-12)");
  expect("H10 12 2", 100_pt, "H r0(1-9) | H r0(10-12) r1");
}

TEST(TableBreaker, a_row_taller_than_a_page_starts_where_it_stands) {
  expect("H10 2 12", 60_pt, 100_pt, "H r0 r1(1-3) | H r1(4-12)");
  expect("H10 2 12", 50_pt, 100_pt, "H r0 r1(1-2) | H r1(3-10) | H r1(11-12)");
  expect("H10 12", 30_pt, 100_pt, "H r0(1-2) | H r0(3-10) | H r0(11-12)");
}

TEST(TableBreaker, a_row_taller_than_a_page_does_not_start_with_one_line) {
  expect("H10 2 12", 45_pt, 100_pt, "H r0 | H r1(1-9) | H r1(10-12)");
  expect("H10 2 12", 30_pt, 100_pt, "H r0 | H r1(1-9) | H r1(10-12)");
}

TEST(TableBreaker, two_lines_at_least_go_over) {
  expect("H10 10", 100_pt, "H r0(1-8) | H r0(9-10)");
  expect("H10 10,9", 100_pt, "H r0(1-8,1-9) | H r0(9-10,.)");
  expect("H10 12,10", 100_pt, "H r0(1-9,1-8) | H r0(10-12,9-10)");
}

TEST(TableBreaker, each_cell_splits_at_its_own_lines_and_a_finished_cell_is_empty) {
  expect("H10 12,5", 100_pt, "H r0(1-9,1-5) | H r0(10-12,.)");
  expect("H10 12,5,0,20", 100_pt, "H r0(1-9,1-5,.,1-9) | H r0(10-12,.,.,10-18) | H r0(.,.,.,19-20)");
}

TEST(TableBreaker, a_cell_of_three_lines_beside_a_tall_one_stays_whole) {
  expect("H10 2 12,3", 50_pt, 100_pt, "H r0 | H r1(1-9,1-3) | H r1(10-12,.)");
  expect("H10 2 12,3", 60_pt, 100_pt, "H r0 r1(1-3,1-3) | H r1(4-12,.)");
}

TEST(TableBreaker, a_row_splits_between_list_items_when_lines_stay_together) {
  expect("H10 3+3+3+3", 100_pt, "H r0(1-9) | H r0(10-12)");
  expect("H10 4+4+4", 100_pt, "H r0(1-8) | H r0(9-12)");
  expect("H10 2+2+2,2+9", 100_pt, "H r0(1-6,1-2) | H r0(.,3-11)");
  expect("H10 1 2+2+2+6", 60_pt, 100_pt, "H r0 r1(1-4) | H r1(5-12)");
}

TEST(TableBreaker, space_between_items_is_dropped_where_a_page_breaks) {
  expect("6~6", 60_pt, "r0(1-6) | r0(7-12)");
  expect("3~3", 65_pt, "r0");
  expect("3~3", 64_pt, "r0(1-3) | r0(4-6)");
}

TEST(TableBreaker, a_row_taller_than_three_pages_loses_nothing) {
  expect("H10 40", 100_pt, "H r0(1-9) | H r0(10-18) | H r0(19-27) | H r0(28-36) | H r0(37-40)");
  expect("H10 1 40,30 1", 100_pt,
         "H r0 r1(1-8,1-8) | H r1(9-17,9-17) | H r1(18-26,18-26) | H r1(27-35,27-30) | H r1(36-40,.) r2");
}

TEST(TableBreaker, a_row_that_may_not_split_waits_even_when_it_is_taller_than_a_page) {
  expect("H10 2 !9", 60_pt, 100_pt, "H r0 | H r1");
  expect("H10 2 !12", 60_pt, 100_pt, "H r0 | H r1(1-9) | H r1(10-12)");
}

TEST(TableBreaker, a_tall_first_row_stands_with_its_label) {
  expect("H10 g10/10 12", 100_pt, "H g0 r0(1-8) | H c0 r0(9-12)");
  expect("H10 2 g10/10 12", 60_pt, 100_pt, "H r0 g1 r1(1-2) | H c1 r1(3-10) | H c1 r1(11-12)");
  expect("H10 2 g10/10 12", 55_pt, 100_pt, "H r0 | H g1 r1(1-8) | H c1 r1(9-12)");
}

TEST(TableBreaker, a_row_that_ends_its_group_shows_the_continued_label_as_long_as_it_goes_on) {
  expect("H10 g10/10 12 g10/10 1", 100_pt, "H g0 r0(1-8) | H c0 r0(9-12) g1 r1");
}

TEST(TableBreaker, a_tiny_page_still_takes_something) {
  expect("H10 3", 30_pt, "H r0(1-2) ~ | H r0(3-3)");
  expect("H10 4", 25_pt, "H r0(1-1) % | H r0(2-2) | H r0(3-3) % | H r0(4-4)");
  expect("H10 3", 15_pt, "H r0(1-1) ! | H r0(2-2) ! | H r0(3-3) !");
  expect("2", 5_pt, "r0(1-1) ! | r0(2-2) !");
  expect("P20 1", 30_pt, "r0 !");
  expect("H10 g30 1 1", 20_pt, "H g0 r0 ! | H r1");
  expect("H10 2,3", 0_pt, "H r0(1-1,1-1) ! | H r0(2-2,2-2) ! | H r0(.,3-3) !");
}

TEST(TableBreaker, lines_kept_together_are_parted_only_when_no_page_holds_them) {
  expect("1+11", 100_pt, "r0(1-10) & | r0(11-12)");
  expect("3 1+10", 60_pt, 100_pt, "r0 | r1(1-9) & | r1(10-11)");
}

TEST(TableBreaker, a_cell_that_finds_no_room_beside_others_begins_later) {
  expect("20,8+2", 50_pt, "r0(1-5,.) ~ | r0(6-10,.) ~ | r0(11-15,.) ~ | r0(16-20,.) ~ | r0(.,1-5) & | r0(.,6-10)");
}

TEST(TableBreaker, the_foot_stands_once_after_the_last_row) {
  expect("H10 3 3 f1", 80_pt, "H r0 r1 f2");
  expect("H10 g10/10 3 3 f1,1 f1", 100_pt, "H g0 r0 r1 f2 f3");
  expect("H10 f2", 100_pt, "H f0");
}

TEST(TableBreaker, the_foot_takes_the_last_row_with_it) {
  expect("H10 3 3 f1", 75_pt, "H r0 | H r1 f2");
  expect("H10 g10/10 3 3 f1", 85_pt, "H g0 r0 | H c0 r1 f2");
}

TEST(TableBreaker, the_foot_of_a_tall_last_row_stands_with_its_last_lines) {
  expect("H10 12 f1", 100_pt, "H r0(1-9) | H r0(10-12) f1");
  expect("H10 18 f1", 100_pt, "H r0(1-9) | H r0(10-16) | H r0(17-18) f1");
  expect("H10 9 f1", 100_pt, "H r0(1-7) | H r0(8-9) f1");
  expect("H10 1 9 f1", 100_pt, "H r0 r1(1-7) | H r1(8-9) f2");
}

TEST(TableBreaker, a_foot_stands_alone_when_the_last_row_fills_a_page_and_may_not_split) {
  expect("H10 !9 f1", 100_pt, "H r0 | H f1");
}

TEST(TableBreaker, a_foot_taller_than_a_page_splits_too) { expect("H10 2 f12", 100_pt, "H r0 f1(1-7) | H f1(8-12)"); }

TEST(TableBreaker, a_cell_over_several_rows_makes_the_last_of_them_taller) {
  const TableShape shape(sketch("P2 9x3,2 1 1"));
  ASSERT_EQ(shape.rows().size(), 3U);
  EXPECT_EQ(shape.rows()[0].height, 24_pt);
  EXPECT_EQ(shape.rows()[1].height, 14_pt);
  EXPECT_EQ(shape.rows()[2].height, 94_pt - 38_pt);
}

TEST(TableBreaker, a_low_cell_over_several_rows_changes_no_height) {
  const TableShape shape(sketch("1x2,2 3"));
  EXPECT_EQ(shape.rows()[0].height, 20_pt);
  EXPECT_EQ(shape.rows()[1].height, 30_pt);
}

TEST(TableBreaker, spanning_cells_may_overlap_like_stairs) {
  const TableShape shape(sketch("2x2,1 4x2 1"));
  EXPECT_EQ(shape.rows()[0].height, 10_pt);
  EXPECT_EQ(shape.rows()[1].height, 10_pt);
  EXPECT_EQ(shape.rows()[2].height, 30_pt);
  expect("5 2x2,1 4x2 1", 90_pt, "r0 | r1 r2 r3");
}

TEST(TableBreaker, a_span_ends_with_its_group) {
  expect("3x9,1 g10 1", 50_pt, "r0 g1 r1");
  expect("1 2x5 f1", 40_pt, "r0 r1 f2");
}

TEST(TableBreaker, rows_joined_by_a_spanning_cell_stay_together_when_a_page_holds_them) {
  expect("H10 5 4x2,2 2", 100_pt, "H r0 r1 r2");
  expect("H10 5 4x2,2 2", 95_pt, "H r0 | H r1 r2");
  expect("H10 5 1x3,2 2 2 1", 95_pt, "H r0 | H r1 r2 r3 r4");
}

TEST(TableBreaker, a_spanning_cell_taller_than_a_page_parts_between_the_rows_it_spans) {
  expect("20x4,4 4 4 4", 100_pt, "r0 r1 s0.0(1-8) | r2 r3(1-4) s0.0(9-18) | r3(.) s0.0(19-20)");
}

TEST(TableBreaker, a_spanning_cell_far_taller_than_its_rows_goes_on_below_them) {
  expect("H10 g10/10 1,13x3 1 1", 100_pt, "H g0 r0 r1 r2(1-1) s0.1(1-8) | H c0 r2(.) s0.1(9-13)");
  expect("H10 5 1,13x3 1 1", 100_pt, "H r0 r1 r2 r3(1-1) s1.1(1-4) | H r3(.) s1.1(5-13)");
  expect("H10 5 1,30x3 1 1 2", 100_pt,
         "H r0 r1 r2 r3(1-1) s1.1(1-4) | H r3(.) s1.1(5-13) | H r3(.) s1.1(14-22) | H r3(.) s1.1(23-30) | H r4");
}

TEST(TableBreaker, a_spanning_cell_obeys_the_two_line_rule) {
  expect("H10 7 1,13x3 1 1", 100_pt, "H r0 r1 r2 s1.1(1-2) | H r3(1-1) s1.1(3-11) | H r3(.) s1.1(12-13)");
  expect("H10 8 1,13x3 1 1", 100_pt, "H r0 | H r1 r2 r3(1-1) s1.1(1-9) | H r3(.) s1.1(10-13)");
  expect("1,11x2 1", 100_pt, "r0 r1(1-1) s0.1(1-9) | r1(.) s0.1(10-11)");
}

TEST(TableBreaker, a_short_spanning_cell_over_many_pages_of_rows_is_not_repeated) {
  expect("1x6,4 4 4 4 4 4", 100_pt, "r0 r1 | r2 r3 s0.0(.) | r4 r5 s0.0(.)");
  expect("3x12,1 1 1 1 1 1 1 1 1 1 1 1", 20_pt, 100_pt, "- | r0 r1 r2 r3 r4 r5 r6 r7 r8 r9 | r10 r11 s0.0(.)");
}

TEST(TableBreaker, a_row_inside_a_span_still_waits_for_a_page_that_holds_it) {
  expect("30x3,4 8 2", 100_pt, "r0 s0.0(1-4) | r1 r2(1-2) s0.0(5-14) | r2(.) s0.0(15-24) | r2(.) s0.0(25-30)");
}

TEST(TableBreaker, a_row_inside_a_span_that_no_page_holds_splits_with_it) {
  expect("30x2,12 2", 100_pt, "r0(1-10) s0.0(1-10) | r0(11-12) r1(1-2) s0.0(11-20) | r1(.) s0.0(21-30)");
}

TEST(TableBreaker, rows_without_cells_of_their_own_are_carried_by_the_span) {
  expect("4x2 _", 30_pt, "r0 r1() s0.0(1-2) | r1() s0.0(3-4)");
  expect("4x2 _", 40_pt, "r0 r1");
}

TEST(TableBreaker, a_foot_stands_with_the_end_of_a_span) {
  expect("4x2,1 1 f1", 50_pt, "r0 r1 f2");
  expect("1 4x2,1 1 f1", 50_pt, "r0 | r1 r2 f3");
  expect("12x2,1 1 f1", 100_pt, "r0 r1(1-1) s0.0(1-10) | r1(.) f2 s0.0(11-12)");
  expect("10x2,1 1 f1", 100_pt, "r0 r1(1-1) s0.0(1-8) | r1(.) f2 s0.0(9-10)");
}

TEST(TableBreaker, a_smaller_next_page_makes_a_row_start_here) {
  const TableShape shape(sketch("2 6"));
  const TableStep step = fill_page(shape, {}, {60_pt, 50_pt, false});
  EXPECT_EQ(step.next, (TableCursor{1, true, {{1, 0, 4}}}));
  EXPECT_EQ(step.height, 60_pt);
}

TEST(TableBreaker, a_fresh_page_is_used_even_when_the_next_one_is_larger) {
  const TableShape shape(sketch("6"));
  EXPECT_EQ(fill_page(shape, {}, {50_pt, 100_pt, true}).next, (TableCursor{0, true, {{0, 0, 4}}}));
  EXPECT_EQ(fill_page(shape, {}, {50_pt, 100_pt, false}).next, TableCursor{});
}

TEST(TableBreaker, a_spanning_cell_lies_exactly_over_its_rows) {
  const TableShape shape(sketch("H10 2,9x2 3"));
  const TableStep step = fill_page(shape, {}, {100_pt, 100_pt, true});
  ASSERT_EQ(step.cells.size(), 3U);
  EXPECT_EQ(step.cells[0].y, 10_pt);
  EXPECT_EQ(step.cells[0].height, 40_pt);
  EXPECT_EQ(step.cells[1].y, 10_pt);
  EXPECT_EQ(step.cells[1].height, 90_pt);
  EXPECT_EQ(step.cells[2].y, 50_pt);
  EXPECT_EQ(step.cells[2].height, 50_pt);
}

TEST(TableBreaker, the_same_place_gives_the_same_page_again) {
  const TableShape shape(sketch("H10 g10/10 12,5 20x4,4 4 4 4 f1"));
  const std::vector<FilledPage> pages = fill_all(shape, 70_pt, 100_pt);
  TableCursor cursor;
  for (const FilledPage& page : pages) {
    const TableStep again = fill_page(shape, cursor, page.room);
    EXPECT_EQ(again.next, page.step.next);
    EXPECT_EQ(again.height, page.step.height);
    cursor = again.next;
  }
}

TEST(TableBreaker, least_start_is_head_label_and_what_must_stand_with_them) {
  EXPECT_EQ(least_start(TableShape(sketch("H10 g10 5 5")), 100_pt), 70_pt);
  EXPECT_EQ(least_start(TableShape(sketch("H10 12")), 100_pt), 30_pt);
  EXPECT_EQ(least_start(TableShape(sketch("P5 H10 12,3")), 100_pt), 50_pt);
  EXPECT_EQ(least_start(TableShape(sketch("H10 !12")), 100_pt), 100_pt);
  EXPECT_EQ(least_start(TableShape(sketch("H10 2x2,1 1")), 100_pt), 30_pt);
}

std::string repeated(const std::string& word, int times) {
  std::string words;
  for (int count = 0; count < times; ++count) words += word + ' ';
  return words;
}

/// Far above what a table of this size takes (about a tenth of a second with sanitizers), far below a quadratic walk.
constexpr std::chrono::seconds patience{5};

void expect_quick(const std::string& words, std::size_t pages) {
  const TableShape shape(sketch(words));
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(fill_all(shape, -1_pt, 700_pt).size(), pages);
  EXPECT_LT(std::chrono::steady_clock::now() - start, patience);
}

TEST(TableBreaker, ten_thousand_rows_take_no_time) {
  expect_quick("H20 g10/10 " + repeated("3,1,4,2,2,1", 10'000), 625);
}

TEST(TableBreaker, ten_thousand_rows_under_one_spanning_cell_take_no_time) {
  expect_quick("H20 9000x10000,1 " + repeated("3", 9'999), 455);
}

TEST(TableBreaker, a_row_of_fifty_thousand_lines_takes_no_time) { expect_quick("H20 50000,3,20000", 736); }

Lengths heights_of(std::string_view table, Length room) {
  const TableShape shape(sketch(table));
  Lengths heights;
  for (const FilledPage& page : fill_all(shape, -1_pt, room)) {
    for (const PlacedBand& band : page.step.bands) heights.push_back(band.height);
  }
  return heights;
}

TEST(TableBreaker, a_cell_taller_than_its_rows_shares_its_height_out_among_them) {
  EXPECT_EQ(heights_of("1,9x3 1 1", 100_pt), (Lengths{30_pt, 30_pt, 30_pt}));
  EXPECT_EQ(heights_of("1,8x3 3 1", 100_pt), (Lengths{20_pt, 40_pt, 20_pt}));
}

TEST(TableBreaker, a_cell_that_parts_keeps_the_rows_it_spans_low) {
  EXPECT_EQ(heights_of("1,12x3 1 1", 80_pt), (Lengths{10_pt, 10_pt, 60_pt, 40_pt}));
}

TEST(TableBreaker, cells_that_span_different_rows_leave_the_height_to_the_last) {
  EXPECT_EQ(heights_of("1,4x2,1 1,4x2 1,1", 100_pt), (Lengths{10_pt, 30_pt, 10_pt}));
}

}  // namespace
}  // namespace krut::typeset::test
