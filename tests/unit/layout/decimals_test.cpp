#include "layout/decimals.h"

#include <gtest/gtest.h>

namespace krut::layout {

namespace {

TEST(Decimals, are_added_up_exactly) {
  EXPECT_EQ(sum_of_decimals({}), "0");
  EXPECT_EQ(sum_of_decimals({"0.1", "0.2"}), "0.3");
  EXPECT_EQ(sum_of_decimals({"999.99", "0.01"}), "1000.00");
  EXPECT_EQ(sum_of_decimals({"5", "-7.25"}), "-2.25");
  EXPECT_EQ(sum_of_decimals({"-5", "5.0"}), "0.0");
  EXPECT_EQ(sum_of_decimals({"123456789012345678901234567890.12", "0.88"}), "123456789012345678901234567891.00");
}

TEST(Decimals, are_compared_by_value) {
  EXPECT_EQ(compare_decimals("10", "9"), 1);
  EXPECT_EQ(compare_decimals("1.50", "1.5"), 0);
  EXPECT_EQ(compare_decimals("-2", "-1"), -1);
  EXPECT_EQ(compare_decimals("0", "-0.0"), 0);
}

TEST(Decimals, are_digits_and_nothing_else) {
  for (const char* text : {"", "-", "1.", ".5", "1e3", "1,000", "๑", "+1", " 1"}) {
    EXPECT_FALSE(compare_decimals(text, "1")) << text;
    EXPECT_FALSE(sum_of_decimals({"1", text})) << text;
  }
  EXPECT_FALSE(compare_decimals(std::string(most_decimal_digits + 1, '1'), "1"));
}

}  // namespace

}  // namespace krut::layout
