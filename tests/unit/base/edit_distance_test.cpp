#include "base/edit_distance.h"

#include <gtest/gtest.h>

namespace krut {
namespace {

TEST(EditDistanceTest, counts_letters_put_in_taken_out_and_replaced) {
  EXPECT_EQ(edit_distance(U"agency", U"agency"), 0U);
  EXPECT_EQ(edit_distance(U"agancy", U"agency"), 1U);
  EXPECT_EQ(edit_distance(U"agncy", U"agency"), 1U);
  EXPECT_EQ(edit_distance(U"agenncy", U"agency"), 1U);
  EXPECT_EQ(edit_distance(U"", U"memo"), 4U);
  EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3U);
}

TEST(EditDistanceTest, two_neighbours_changed_over_are_one_slip) {
  EXPECT_EQ(edit_distance(U"stlye", U"style"), 1U);
  EXPECT_EQ(edit_distance(U"ลคอง", U"คลอง"), 1U);
  EXPECT_EQ(edit_distance(U"tabel", U"table"), 1U);
  EXPECT_EQ(edit_distance(U"ab", U"ba"), 1U);
}

TEST(EditDistanceTest, a_letter_is_changed_over_only_once_and_with_its_neighbour_only) {
  EXPECT_EQ(edit_distance(U"abc", U"cba"), 2U);
  EXPECT_EQ(edit_distance(U"ca", U"abc"), 3U);
}

TEST(EditDistanceTest, is_the_same_both_ways) {
  EXPECT_EQ(edit_distance(U"stlyes", U"style"), edit_distance(U"style", U"stlyes"));
  EXPECT_EQ(edit_distance(U"memo", U"meomo"), edit_distance(U"meomo", U"memo"));
}

}  // namespace
}  // namespace krut
