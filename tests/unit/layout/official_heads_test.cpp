#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;

constexpr const char* memo =
    "<memo-head agency=\"{{ name }}\" reference=\"{{ note }}\" date=\"{{ day | thai-date }}\" "
    "subject=\"เรื่อง {{ name }}\"/>";

TEST(MemoHeads, carry_the_words_and_measures_of_form_29) {
  EXPECT_EQ(filled(memo, R"({"name": "สำนักปลัด", "day": "2023-04-10"})"),
            "frame #2 from column 0 below body 0 481.89 x 0\n"
            "  figure #3 39.118 x 42.52 left empty says \"ตราครุฑ\"\n"
            "  frame\n    \"ตราครุฑ\" (TH SarabunPSK 10 th-TH)\n"
            "paragraph #4 memo-title (before 5.5 keeps-with-next keeps-together keeps-space-before)\n"
            "  \"บันทึกข้อความ\"\n"
            "labelled-line #5 memo-field (before 5.2 keeps-with-next keeps-together) dots\n"
            "    \"ส่วนราชการ\" (TH SarabunPSK 20 bold th-TH)\n    \"  \"\n  item #6 \"\"\n    \"สำนักปลัด\" = /name\n"
            "side-by-side #7 \"ที่ วันที่\" keeps-with-next\n"
            "  side 229.606\n"
            "    labelled-line #8 memo-field (right 5.669) dots\n"
            "        \"ที่\" (TH SarabunPSK 20 bold th-TH)\n      item #9 \"\"\n"
            "  side share-1000\n"
            "    labelled-line #10 memo-field dots\n"
            "        \"วันที่\" (TH SarabunPSK 20 bold th-TH)\n        \"  \"\n      item #11 \"\"\n"
            "        \"๑๐ เมษายน ๒๕๖๖\" = /day\n"
            "labelled-line #12 memo-field (keeps-with-next keeps-together) dots\n"
            "    \"เรื่อง\" (TH SarabunPSK 20 bold th-TH)\n    \"  \"\n  item #13 \"\"\n"
            "    \"เรื่อง \"\n    \"สำนักปลัด\" = /name\n");
}

std::vector<model::Style> styles_of(const std::string& layout) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(layout, R"({"name": "ก"})", diagnostics);
  return document ? document->styles : std::vector<model::Style>();
}

TEST(MemoHeads, bring_their_styles_unless_the_layout_has_its_own) {
  const auto styles = styles_of(kit::report(
      "<style name=\"body\" font=\"TH Sarabun New\"/><style name=\"memo-label\" size=\"16pt\" bold=\"yes\"/>"
      "<section margins=\"2cm\">" +
      std::string(memo) + "</section>"));
  ASSERT_EQ(styles.size(), 5U);
  EXPECT_EQ(styles[1].text.size, Length::points(16));
  EXPECT_EQ(styles[2].name, "letter-stamp");
  EXPECT_EQ(styles[3].name, "memo-title");
  EXPECT_EQ(styles[3].text.family, "TH Sarabun New");
  EXPECT_EQ(styles[3].text.size, Length::points(29));
  EXPECT_TRUE(styles[3].text.is_bold);
  EXPECT_EQ(styles[3].paragraph.line_pitch, Length::points(35));
  EXPECT_EQ(styles[4].paragraph.line_pitch, Length::points(22.6));
  EXPECT_EQ(styles_of(kit::report("<section margins=\"2cm\"><p>ก</p></section>")).size(), 1U)
      << "and only where one stands";
}

constexpr const char* letter =
    "<letter-head agency=\"{{ name }}\" address=\"{{ lines }}\" reference=\"{{ note }}\" "
    "date=\"{{ day | thai-date }}\"/>";

TEST(LetterHeads, carry_the_words_and_measures_of_form_28) {
  EXPECT_EQ(filled(letter,
                   R"({"name": "อบต.ตัวอย่าง", "lines": ["ถนนหนึ่ง", "อำเภอสอง"], "note": "กก ๗/๑", "day": "2023-04-10"})"),
            "frame #2 from page-centre 0 below body 0 481.89 x 0\n"
            "  figure #3 78.236 x 85.039 center empty says \"ตราครุฑ\"\n"
            "  frame\n    \"ตราครุฑ\" (TH SarabunPSK 10 th-TH)\n"
            "side-by-side #4 \"ที่ ส่วนราชการ\" before 70.56 keeps-space-before keeps-with-next\n"
            "  side 173.48\n    paragraph #5 body\n      \"ที่\"\n      \"  \"\n      \"กก ๗/๑\" = /note\n"
            "  side share-1000\n"
            "  side content-0-190.488\n"
            "    labelled-line #6 body\n      item #7 \"\"\n        \"อบต.ตัวอย่าง\" = /name\n"
            "    labelled-line #8 body\n"
            "      item #9 \"\"\n        \"ถนนหนึ่ง\" = /lines/0\n"
            "      item #10 \"\"\n        \"อำเภอสอง\" = /lines/1\n"
            "paragraph #11 body (left 212.598 before 6 keeps-with-next)\n  \"๑๐ เมษายน ๒๕๖๖\" = /day\n");
}

TEST(LetterHeads, print_stamps_in_red_and_none_for_none) {
  const std::string element =
      "<letter-head agency=\"ก\" reference=\"ข\" date=\"ค\" urgency=\"{{ note | urgency }}\" "
      "secrecy=\"{{ name | secrecy }}\"/>";
  const std::string stamped = filled(element, R"({"note": "most_urgent", "name": "secret"})");
  EXPECT_NE(stamped.find("\"ลับมาก\" = /name"), std::string::npos) << stamped;
  EXPECT_NE(stamped.find("paragraph #6 letter-stamp (left before 34.36 keeps-with-next keeps-space-before)\n"
                         "  \"ด่วนที่สุด\" = /note\n"),
            std::string::npos)
      << stamped;
  EXPECT_NE(stamped.find("side-by-side #7 \"ที่ ส่วนราชการ\" keeps-space-before keeps-with-next\n"), std::string::npos)
      << stamped;
  const std::string plain = filled(element, R"({"note": "none", "name": "none"})");
  EXPECT_EQ(plain.find("letter-stamp"), std::string::npos) << plain;
  EXPECT_NE(plain.find(" before 70.56 "), std::string::npos) << "the emblem keeps its room: " << plain;
  const std::string lacking = filled(element, "{}");
  EXPECT_EQ(lacking, plain);
}

}  // namespace

}  // namespace krut::layout
