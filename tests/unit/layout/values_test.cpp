#include "layout/values.h"

#include <gtest/gtest.h>

namespace krut::layout {

namespace {

using namespace krut::literals;

TEST(Lengths, are_exact_in_every_unit) {
  EXPECT_EQ(values::length("2.5cm"), Length::millimetres(25));
  EXPECT_EQ(values::length("18.1pt"), Length::twips(362));
  EXPECT_EQ(values::length("1in"), Length::points(72));
  EXPECT_EQ(values::length("0.0001mm"), Length::emu(4));
  EXPECT_EQ(values::length("0"), Length());
  EXPECT_EQ(values::length("-6pt"), Length::points(-6));
}

TEST(Lengths, without_a_unit_or_with_another_are_refused) {
  for (const char* text : {"", "2", "2.5", "cm", "2 cm", "2.cm", ".5cm", "2,5cm", "2em", "1e3pt", "2.50000cm", "+2cm",
                           "2cmx", "9999999pt", "900000cm"}) {
    EXPECT_FALSE(values::length(text)) << text;
  }
}

TEST(Sides, are_read_like_margins) {
  const auto one = values::sides("2cm");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->left, 20_mm);
  const auto two = values::sides("2cm 1.7cm");
  ASSERT_TRUE(two);
  EXPECT_EQ(two->bottom, 20_mm);
  EXPECT_EQ(two->left, 17_mm);
  const auto three = values::sides("1cm 2cm 3cm");
  ASSERT_TRUE(three);
  EXPECT_EQ(three->left, 20_mm);
  const auto four = values::sides("1.5cm 2cm 2cm 3cm");
  ASSERT_TRUE(four);
  EXPECT_EQ(four->top, 15_mm);
  EXPECT_EQ(four->left, 30_mm);
  EXPECT_FALSE(values::sides(""));
  EXPECT_FALSE(values::sides("1cm -1cm"));
  EXPECT_FALSE(values::sides("1cm 1cm 1cm 1cm 1cm"));
}

TEST(PageSizes, are_names_or_two_lengths) {
  EXPECT_EQ(values::page_size("A4")->height, 297_mm);
  EXPECT_EQ(values::page_size("A5")->width, 148_mm);
  EXPECT_EQ(values::page_size("letter")->width, 612_pt);
  EXPECT_EQ(values::page_size("10cm 20cm")->height, 200_mm);
  EXPECT_FALSE(values::page_size("a4"));
  EXPECT_FALSE(values::page_size("10cm"));
  EXPECT_FALSE(values::page_size("10cm 0"));
}

TEST(ColumnWidths, are_fixed_shared_or_solved) {
  std::string wrong;
  const auto columns =
      values::widths("2.8cm 1fr 1.5fr content content(2cm) content(2cm, 6cm) content(0,9cm,2.5)", wrong);
  ASSERT_TRUE(columns) << wrong;
  ASSERT_EQ(columns->size(), 7U);
  EXPECT_EQ((*columns)[0].width, 28_mm);
  EXPECT_EQ((*columns)[1].share, 1'000);
  EXPECT_EQ((*columns)[2].share, 1'500);
  EXPECT_EQ((*columns)[3].kind, model::Column::Kind::content);
  EXPECT_FALSE((*columns)[4].most);
  EXPECT_EQ((*columns)[5].most, 60_mm);
  EXPECT_EQ((*columns)[5].share, 1'000);
  EXPECT_EQ((*columns)[6].most, 90_mm);
  EXPECT_EQ((*columns)[6].share, 2'500);
}

TEST(ColumnWidths, that_are_wrong_are_named) {
  const auto wrong_in = [](const char* text) {
    std::string wrong;
    return values::widths(text, wrong) ? "fine" : wrong;
  };
  EXPECT_EQ(wrong_in("2cm 3 1fr"), "3");
  EXPECT_EQ(wrong_in("0fr"), "0fr");
  EXPECT_EQ(wrong_in("content(6cm,2cm)"), "content(6cm,2cm)");
  EXPECT_EQ(wrong_in("content(2cm"), "content(2cm");
  EXPECT_EQ(wrong_in("content(2cm,)"), "content(2cm,)");
  EXPECT_EQ(wrong_in("content(2cm,6cm,0)"), "content(2cm,6cm,0)");
  EXPECT_EQ(wrong_in("content(2cm,6cm,1,1)"), "content(2cm,6cm,1,1)");
  EXPECT_EQ(wrong_in("-2cm"), "-2cm");
}

}  // namespace

}  // namespace krut::layout
