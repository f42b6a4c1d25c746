#include "typeset/table/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace krut::typeset {
namespace {

using namespace literals;
using Kind = model::Column::Kind;

constexpr Length padding = 4_mm;

model::Column fixed(Length width) { return {Kind::fixed, width, 1'000, {}, {}}; }
model::Column share(std::int64_t thousandths) { return {Kind::share, {}, thousandths, {}, {}}; }
model::Column content() { return {Kind::content, {}, 1'000, {}, {}}; }

Length sum(const std::vector<Length>& widths) { return std::accumulate(widths.begin(), widths.end(), Length()); }

/// A cell of one paragraph whose longest word has 12 mm.
CellWish wish(std::size_t row, std::size_t column, Length natural) {
  return {row, column, 1, 1, std::min(natural, 12_mm), {natural}};
}

TEST(Columns, fixed_columns_keep_their_widths) {
  const auto widths = solve_columns({fixed(28_mm), fixed(60_mm), fixed(25_mm)}, 176_mm, padding, {});
  EXPECT_EQ(widths, (std::vector<Length>{28_mm, 60_mm, 25_mm}));
}

TEST(Columns, hold_a_number_to_its_unit_where_there_is_room) {
  std::vector<CellWish> wishes;
  for (std::size_t row = 0; row < 40; ++row) {
    wishes.push_back(wish(row, 0, 300_mm));
    wishes.push_back({row, 1, 1, 1, 22_mm, {31_mm}, 31_mm});
  }
  EXPECT_GE(solve_columns({content(), content()}, 160_mm, padding, wishes)[1], 31_mm + padding);
  EXPECT_LT(solve_columns({content(), content()}, 60_mm, padding, wishes)[1], 31_mm + padding);
}

TEST(Columns, shares_take_the_rest_to_the_emu) {
  const Length width = Length::emu(10'000'019);
  const auto widths = solve_columns({fixed(20_mm), share(1'000), share(1'500), share(2'000)}, width, padding, {});
  EXPECT_EQ(widths[0], 20_mm);
  EXPECT_EQ(sum(widths), width);
  EXPECT_NEAR(static_cast<double>(widths[2].in_emu()) / static_cast<double>(widths[1].in_emu()), 1.5, 1e-5);
  EXPECT_NEAR(static_cast<double>(widths[3].in_emu()) / static_cast<double>(widths[1].in_emu()), 2.0, 1e-5);
}

TEST(Columns, sixty_shares_of_a_third_add_up_exactly) {
  const std::vector<model::Column> columns(60, share(333));
  EXPECT_EQ(sum(solve_columns(columns, 257_mm, 1_mm, {})), 257_mm);
  EXPECT_EQ(sum(solve_columns(columns, Length::emu(987'654'321), 1_mm, {})), Length::emu(987'654'321));
}

TEST(Columns, fixed_columns_too_wide_for_the_paper_give_in_alike) {
  const auto widths = solve_columns({fixed(90_mm), fixed(90_mm), fixed(60_mm)}, 120_mm, padding, {});
  EXPECT_NEAR(widths[0].in_points(), (45_mm).in_points(), 0.1);
  EXPECT_NEAR(widths[2].in_points(), (30_mm).in_points(), 0.1);
  EXPECT_EQ(sum(widths), 120_mm);
  EXPECT_EQ(asked_width({fixed(90_mm), fixed(90_mm), fixed(60_mm)}, padding), 240_mm) << "the caller warns";
}

TEST(Columns, fixed_columns_leave_the_others_room_for_a_letter) {
  const auto widths = solve_columns({fixed(100_mm), share(1'000), content()}, 90_mm, padding, {});
  EXPECT_GT(widths[1], padding);
  EXPECT_GT(widths[2], padding);
  EXPECT_EQ(sum(widths), 90_mm);
}

TEST(Columns, columns_too_many_for_the_paper_keep_room_for_a_letter) {
  const auto widths = solve_columns(std::vector<model::Column>(20, share(1'000)), 90_mm, padding, {});
  EXPECT_GT(widths[1], padding);
  EXPECT_GT(sum(widths), 90_mm) << "the caller warns";
}

TEST(Columns, a_column_solved_from_content_cuts_no_word) {
  const std::vector<CellWish> wishes{wish(0, 0, 30_mm), wish(0, 1, 900_mm), wish(0, 2, 40_mm),
                                     wish(1, 0, 10_mm), wish(1, 1, 700_mm), wish(1, 2, 300_mm)};
  const auto widths = solve_columns({content(), content(), content()}, 170_mm, padding, wishes);
  EXPECT_EQ(sum(widths), 170_mm);
  for (const CellWish& cell : wishes) EXPECT_GE(widths[cell.column], cell.narrowest + padding);
  EXPECT_GT(widths[1], widths[2]);
  EXPECT_GT(widths[2], widths[0]);
}

TEST(Columns, leave_the_longest_word_what_word_processors_round) {
  const std::vector<CellWish> wishes{wish(0, 0, 12_mm), wish(0, 1, 9'000_mm)};
  const auto widths = solve_columns({content(), content()}, 170_mm, padding, wishes);
  EXPECT_GE(widths[0], 12_mm + padding + Length::twips(4));
  EXPECT_LT(widths[0], 13_mm + padding);
}

TEST(Columns, content_beside_fixed_columns_takes_exactly_what_they_leave) {
  const std::vector<CellWish> wishes{wish(0, 0, 30_mm), wish(0, 1, 900_mm), wish(0, 2, 400_mm)};
  const auto widths = solve_columns({fixed(12_mm), content(), content()}, 170_mm, padding, wishes);
  EXPECT_EQ(widths[0], 12_mm);
  EXPECT_EQ(sum(widths), 170_mm);
}

TEST(Columns, bounds_are_obeyed) {
  auto low = content();
  low.least = 50_mm;
  auto high = content();
  high.most = 30_mm;
  const std::vector<CellWish> wishes{wish(0, 0, 10_mm), wish(0, 1, 900_mm), wish(0, 2, 900_mm)};
  const auto widths = solve_columns({low, high, content()}, 170_mm, padding, wishes);
  EXPECT_GE(widths[0], 50_mm);
  EXPECT_LE(widths[1], 30_mm);
  EXPECT_EQ(sum(widths), 170_mm);
}

TEST(Columns, a_table_of_bounded_columns_is_narrower_than_the_paper) {
  auto high = content();
  high.most = 30_mm;
  const auto widths = solve_columns({high, high}, 170_mm, padding, {wish(0, 0, 20_mm), wish(0, 1, 900_mm)});
  EXPECT_EQ(widths, (std::vector<Length>{30_mm, 30_mm}));
}

TEST(Columns, a_share_beside_content_takes_what_short_texts_leave) {
  const std::vector<CellWish> wishes{wish(0, 0, 15_mm), wish(0, 1, 40_mm), wish(1, 0, 18_mm), wish(1, 1, 60_mm)};
  const auto widths = solve_columns({content(), share(1'000)}, 170_mm, padding, wishes);
  EXPECT_GE(widths[0], 22_mm) << "a short text stays on one line";
  EXPECT_LT(widths[0], 30_mm);
  EXPECT_EQ(sum(widths), 170_mm);
}

TEST(Columns, words_too_long_for_the_paper_shrink_all_columns_alike) {
  std::vector<CellWish> wishes{wish(0, 0, 900_mm), wish(0, 1, 900_mm)};
  wishes[0].narrowest = 200_mm;
  wishes[1].narrowest = 100_mm;
  const auto widths = solve_columns({content(), content()}, 150_mm, padding, wishes);
  EXPECT_EQ(sum(widths), 150_mm);
  EXPECT_GT(widths[0], widths[1]);
  EXPECT_GT(widths[1], 30_mm);
}

TEST(Columns, a_long_word_over_two_columns_widens_them) {
  std::vector<CellWish> wishes{wish(0, 0, 10_mm), wish(0, 1, 10_mm), wish(0, 2, 3'000_mm)};
  wishes.push_back({1, 0, 2, 1, 60_mm, {60_mm}});
  const auto widths = solve_columns({content(), content(), content()}, 170_mm, padding, wishes);
  EXPECT_GE(widths[0] + widths[1], 60_mm + padding);
}

/// Height of the table in whole lines.
std::int64_t lines(const std::vector<Length>& widths, const std::vector<CellWish>& wishes, std::size_t rows) {
  std::vector<std::int64_t> highest(rows, 1);
  for (const CellWish& cell : wishes) {
    std::int64_t count = 0;
    for (const Length paragraph : cell.paragraphs) {
      const std::int64_t room = (widths[cell.column] - padding).in_emu();
      count += std::max<std::int64_t>(1, (paragraph.in_emu() + room - 1) / room);
    }
    highest[cell.row] = std::max(highest[cell.row], count);
  }
  return std::accumulate(highest.begin(), highest.end(), std::int64_t{0});
}

TEST(Columns, solved_columns_are_near_the_lowest_table_that_trying_all_finds) {
  constexpr Length width = 170_mm;
  constexpr int tries = 40;
  std::mt19937 random(7);
  std::int64_t solved_lines = 0;
  std::int64_t best_lines = 0;
  for (int attempt = 0; attempt < tries; ++attempt) {
    constexpr std::size_t rows = 12;
    std::vector<CellWish> wishes;
    for (std::size_t column = 0; column < 3; ++column) {
      const int longest = 20 + static_cast<int>(random() % 800);
      for (std::size_t row = 0; row < rows; ++row) {
        wishes.push_back(wish(row, column, Length::millimetres(10 + static_cast<int>(random()) % longest)));
      }
    }
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (Length first = 16_mm; first <= width - 32_mm; first += 2_mm) {
      for (Length second = 16_mm; first + second <= width - 16_mm; second += 2_mm) {
        best = std::min(best, lines({first, second, width - first - second}, wishes, rows));
      }
    }
    const auto widths = solve_columns({content(), content(), content()}, width, padding, wishes);
    ASSERT_EQ(sum(widths), width);
    best_lines += best;
    solved_lines += lines(widths, wishes, rows);
  }
  std::printf("%lld lines solved, %lld at best\n", static_cast<long long>(solved_lines),
              static_cast<long long>(best_lines));
  EXPECT_LE(solved_lines * 100, best_lines * 106);
}

}  // namespace
}  // namespace krut::typeset
