#include "base/length.h"

#include <gtest/gtest.h>

#include <limits>

namespace krut {
namespace {

TEST(LengthTest, points_millimetres_and_twips_are_exact) {
  EXPECT_EQ(Length::points(18.1).in_emu(), 229'870);
  EXPECT_EQ((1_mm).in_emu(), 36'000);
  EXPECT_EQ(Length::twips(362), 18.1_pt);
  EXPECT_EQ((72_pt).in_twips(), 1'440);
  EXPECT_EQ(25.4_mm, 72_pt);
}

TEST(LengthTest, rounding_goes_to_the_nearest_also_below_zero) {
  EXPECT_EQ(Length::emu(317).in_twips(), 0);
  EXPECT_EQ(Length::emu(318).in_twips(), 1);
  EXPECT_EQ(Length::emu(-318).in_twips(), -1);
  EXPECT_EQ(Length::points(-0.5).in_emu(), -6'350);
  EXPECT_EQ(Length::emu(10).scaled(1, 3).in_emu(), 3);
  EXPECT_EQ(Length::emu(-10).scaled(2, 3).in_emu(), -7);
}

TEST(LengthTest, sums_do_not_drift) {
  Length sum;
  for (int i = 0; i < 1'000; ++i) sum += 18.1_pt;
  EXPECT_EQ(sum, 18'100_pt);
  EXPECT_EQ(sum - 18'000_pt, 100_pt);
  EXPECT_LT(-sum, Length());
}

TEST(LengthTest, nothing_goes_beyond_the_ends_of_the_range) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  const Length longest = Length::emu(most);
  EXPECT_EQ(longest + longest, longest);
  EXPECT_EQ(-longest - longest, -longest);
  EXPECT_EQ(-longest + longest, Length());
  EXPECT_EQ(-Length::emu(least), longest);
  EXPECT_EQ(longest * -3, -longest);
  EXPECT_EQ(Length::emu(least) * least, longest);
  EXPECT_EQ(Length::twips(least), -longest);
  EXPECT_EQ(Length::points(1e300), longest);
  EXPECT_EQ(Length::millimetres(-1e300), -longest);
  EXPECT_EQ(longest.scaled(7, 7), longest);
  EXPECT_EQ(longest.scaled(most, 1), longest);
  EXPECT_EQ(longest.scaled(1, most), Length::emu(1));
  EXPECT_EQ((-longest).scaled(most, most), -longest);
  EXPECT_EQ(longest.in_twips(), most / 635) << "the rest is less than a half";
}

}  // namespace
}  // namespace krut
