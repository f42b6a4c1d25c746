#include "pdf/content.h"

#include <gtest/gtest.h>

namespace krut::pdf {
namespace {

const std::string line = "(" + std::string(40, 'a') + ")";

TEST(ShownTexts, the_same_line_again_is_to_be_parted_at_another_number_of_places) {
  ShownTexts shown;
  EXPECT_EQ(shown.parts_for(line), 0U);
  EXPECT_EQ(shown.parts_for(line), 1U);
  EXPECT_EQ(shown.parts_for("(" + std::string(40, 'b') + ")"), 0U);
  EXPECT_EQ(shown.parts_for(line), 2U);
  EXPECT_EQ(shown.parts_for(line), 3U);
  EXPECT_EQ(shown.parts_for(line), 4U);
  EXPECT_EQ(shown.parts_for(line), 0U) << "the first is no longer among the last five";
}

TEST(ShownTexts, short_ones_stay_as_they_are) {
  ShownTexts shown;
  EXPECT_EQ(shown.parts_for("(ab)"), 0U);
  EXPECT_EQ(shown.parts_for("(ab)"), 0U);
}

TEST(ShownTexts, are_parted_between_codes_by_what_moves_nothing) {
  EXPECT_EQ(parted("(abcdef)", 0), "(abcdef)");
  EXPECT_EQ(parted("(abcdef)", 1), "(ab)0(cdef)");
  EXPECT_EQ(parted("(abcdef)", 2), "(ab)0(cd)0(ef)");
  EXPECT_EQ(parted("(ab)-17(c\\)de)", 1), "(ab)-17(c\\))0(de)");
  EXPECT_EQ(parted("(ab)-17(cd)", 3), "(ab)-17(cd)") << "where there is no place more";
}

}  // namespace
}  // namespace krut::pdf
