#include "base/civil_time.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace krut {
namespace {

TEST(CivilTime, moments_are_told_by_the_calendar) {
  EXPECT_EQ(iso_text(civil_time(0)), "1970-01-01T00:00:00");
  EXPECT_EQ(iso_text(civil_time(951'782'400)), "2000-02-29T00:00:00");
  EXPECT_EQ(iso_text(civil_time(4'107'542'399)), "2100-02-28T23:59:59");
  EXPECT_EQ(iso_text(civil_time(4'107'542'400)), "2100-03-01T00:00:00") << "2100 is no leap year";
  EXPECT_EQ(compact_text(civil_time(1'681'084'800 + 8 * 3'600 + 5 * 60 + 9)), "20230410080509");
}

TEST(CivilTime, moments_before_1970_are_told_too) {
  EXPECT_EQ(iso_text(civil_time(-1)), "1969-12-31T23:59:59");
  EXPECT_EQ(iso_text(civil_time(-62'135'596'800)), "0001-01-01T00:00:00");
}

TEST(CivilTime, a_zone_may_change_the_day) {
  EXPECT_EQ(iso_text(civil_time(17 * 3'600, 7 * 3'600)), "1970-01-02T00:00:00");
  EXPECT_EQ(iso_text(civil_time(0, -3'600)), "1969-12-31T23:00:00");
}

TEST(CivilTime, what_four_digits_cannot_say_is_moved_to_their_ends) {
  constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(iso_text(civil_time(longest, 7 * 3'600)), "9999-12-31T23:59:59");
  EXPECT_EQ(iso_text(civil_time(-longest, -7 * 3'600)), "0000-01-01T00:00:00");
  EXPECT_EQ(iso_text(civil_time(253'402'300'799)), "9999-12-31T23:59:59");
}

}  // namespace
}  // namespace krut
