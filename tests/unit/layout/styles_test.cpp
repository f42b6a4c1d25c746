#include "layout/styles.h"

#include "layout_kit.h"

namespace krut::layout {

namespace {

std::vector<model::Style> styles_of(const std::string& declarations, const std::string& attributes = "") {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report(declarations + "<section margins=\"2cm\"><p>ก</p></section>", attributes), "{}", diagnostics);
  return document ? document->styles : std::vector<model::Style>();
}

TEST(Styles, start_from_the_regulations_letter) {
  const auto styles = styles_of("");
  ASSERT_FALSE(styles.empty());
  EXPECT_EQ(styles[0].text.family, "TH SarabunPSK");
  EXPECT_EQ(styles[0].text.size, Length::points(16));
  EXPECT_EQ(styles[0].paragraph.line_pitch, Length::points(18.1));
}

TEST(Styles, take_what_they_do_not_say_from_the_style_they_are_based_on) {
  const auto styles = styles_of(
      "<style name=\"a\" font=\"Other\" bold=\"yes\" first-indent=\"2.5cm\" align=\"thai-distribute\"/>"
      "<style name=\"b\" based-on=\"a\" bold=\"no\" space-before=\"6pt\" keep-with-next=\"yes\" outline-level=\"2\"/>");
  ASSERT_GE(styles.size(), 2U);
  EXPECT_EQ(styles[1].text.family, "Other");
  EXPECT_FALSE(styles[1].text.is_bold);
  EXPECT_EQ(styles[1].paragraph.first_line_indent, Length::millimetres(25));
  EXPECT_EQ(styles[1].paragraph.alignment, model::Alignment::thai_distribute);
  EXPECT_EQ(styles[1].paragraph.space_before, Length::points(6));
  EXPECT_TRUE(styles[1].paragraph.keeps_with_next);
  EXPECT_EQ(styles[1].paragraph.outline_level, 2);
}

TEST(Styles, of_another_size_have_a_pitch_in_proportion_unless_they_name_one) {
  const auto styles = styles_of(
      "<style name=\"a\" line-pitch=\"20pt\"/><style name=\"b\" based-on=\"a\" size=\"14pt\"/>"
      "<style name=\"c\" based-on=\"a\" size=\"14pt\" line-pitch=\"17pt\"/><style name=\"d\" based-on=\"a\"/>");
  ASSERT_GE(styles.size(), 4U);
  EXPECT_EQ(styles[1].paragraph.line_pitch, Length::twips(317));
  EXPECT_EQ(styles[2].paragraph.line_pitch, Length::points(17));
  EXPECT_EQ(styles[3].paragraph.line_pitch, Length::points(20));
}

TEST(Styles, put_the_default_one_first) {
  const auto styles = styles_of("<style name=\"a\"/><style name=\"b\" size=\"14pt\"/>", "style=\"b\"");
  ASSERT_GE(styles.size(), 2U);
  EXPECT_EQ(styles[0].name, "b");
  EXPECT_EQ(styles[1].name, "a");
}

TEST(Layouts, say_which_letters_they_need) {
  Diagnostics diagnostics;
  const auto layout =
      kit::load(kit::report("<style name=\"a\"/><section margins=\"2cm\"><p>ก<b>ข</b></p></section>"), diagnostics);
  ASSERT_TRUE(layout);
  const auto formats = layout->text_formats();
  const auto has = [&](bool is_bold, bool is_italic) {
    return std::any_of(formats.begin(), formats.end(), [&](const model::TextFormat& each) {
      return each.size == Length::points(16) && each.is_bold == is_bold && each.is_italic == is_italic;
    });
  };
  EXPECT_TRUE(has(false, false));
  EXPECT_TRUE(has(true, false));
  EXPECT_FALSE(has(false, true));
}

}  // namespace

}  // namespace krut::layout
