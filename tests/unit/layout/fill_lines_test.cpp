#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;
using kit::texts;

TEST(LabelledLines, hold_their_value_inside_in_one_piece) {
  EXPECT_EQ(filled("<labelled-line label=\"เรื่อง\" leader=\"dots\" to=\"8cm\" label-style=\"memo-label\" "
                   "style=\"memo-field\">ขอ <b>{{ name }}</b></labelled-line>",
                   R"({"name": "ก\nข"})"),
            "labelled-line #2 memo-field dots to 226.77\n"
            "    \"เรื่อง\" (TH SarabunPSK 20 bold th-TH)\n"
            "    \"  \"\n"
            "  item #3 \"\"\n"
            "    \"ขอ \"\n"
            "    \"ก\" (TH SarabunPSK 16 bold th-TH) = /name\n"
            "    line-break (TH SarabunPSK 16 bold th-TH) = /name\n"
            "    \"ข\" (TH SarabunPSK 16 bold th-TH) = /name\n");
}

TEST(LabelledLines, with_a_leader_stand_without_a_value_and_others_do_not) {
  const std::string value = ">{{ name }}</labelled-line>";
  EXPECT_EQ(filled("<labelled-line label=\"ที่\"" + value, "{}"), "");
  EXPECT_EQ(filled("<labelled-line label=\"ที่\" leader=\"dots\"" + value, "{}"),
            "labelled-line #2 body dots\n    \"ที่\"\n  item #3 \"\"\n");
  EXPECT_EQ(texts("<labelled-line label=\"ที่\" empty=\"-\"" + value, "{}"), "ที่|  |-|");
  EXPECT_EQ(texts("<labelled-line label=\"ที่\" leader=\"dots\"/>", "{}"), "ที่|");
}

TEST(LabelledLines, keep_two_spaces_before_a_value_unless_the_data_brings_its_own) {
  const std::string line = "<labelled-line label=\"ที่\">{{ name }}</labelled-line>";
  EXPECT_EQ(texts(line, R"({"name": "ก"})"), "ที่|  |ก|");
  EXPECT_EQ(texts(line, R"({"name": " ก"})"), "ที่| ก|");
}

TEST(LabelledLines, say_their_value_once) {
  const auto told = [](const std::string& line) {
    Diagnostics diagnostics;
    EXPECT_FALSE(kit::load(kit::report("<section margins=\"2cm\">" + line + "</section>"), diagnostics));
    return kit::all_messages(diagnostics, Language::english);
  };
  EXPECT_NE(told("<labelled-line label=\"ก\" value=\"ข\">ค</labelled-line>").find("layout.doubled-value"),
            std::string::npos);
  EXPECT_NE(told("<labelled-line label=\"ก\"/>").find("needs the attribute value"), std::string::npos)
      << told("<labelled-line label=\"ก\"/>");
}

TEST(LabelledLines, stand_in_cells) {
  EXPECT_EQ(
      texts("<table widths=\"1fr\"><row><cell><labelled-line label=\"ก\">ข</labelled-line></cell></row></table>", "{}"),
      "ก|  |ข|");
}

}  // namespace
}  // namespace krut::layout
