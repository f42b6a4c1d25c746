#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;
using kit::texts;

TEST(LabelledLines, hold_their_value_inside_in_one_piece) {
  EXPECT_EQ(filled("<labelled-line label=\"เรื่อง\" leader=\"dots\" "
                   "to=\"8cm\">ขอ <b>{{ name }}</b></labelled-line>",
                   R"({"name": "ก\nข"})"),
            "labelled-line #2 body dots to 226.772\n"
            "    \"เรื่อง\"\n"
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
  EXPECT_NE(told("<labelled-line label=\"ก\"/>").find("needs the attribute \"value\""), std::string::npos)
      << told("<labelled-line label=\"ก\"/>");
}

TEST(LabelledLines, stand_in_cells) {
  EXPECT_EQ(
      texts("<table widths=\"1fr\"><row><cell><labelled-line label=\"ก\">ข</labelled-line></cell></row></table>", "{}"),
      "ก|  |ข|");
}

TEST(SideBySide, has_a_width_for_each_side_and_says_what_stands_there) {
  EXPECT_EQ(filled("<side-by-side widths=\"8.1cm 1fr\" space-before=\"6pt\" keep-with-next=\"yes\">"
                   "<side><labelled-line label=\"ที่\" leader=\"dots\">{{ name }}</labelled-line></side>"
                   "<side><labelled-line label=\"วันที่\">{{ note }}</labelled-line></side></side-by-side>",
                   R"({"note": "ข"})"),
            "side-by-side #2 \"ที่ วันที่\" before 6 keeps-with-next\n"
            "  side 229.606\n"
            "    labelled-line #3 body dots\n"
            "        \"ที่\"\n"
            "      item #4 \"\"\n"
            "  side share-1000\n"
            "    labelled-line #5 body\n"
            "        \"วันที่\"\n"
            "        \"  \"\n"
            "      item #6 \"\"\n"
            "        \"ข\" = /note\n");
}

TEST(SideBySide, with_nothing_to_say_is_left_out) {
  EXPECT_EQ(filled("<side-by-side widths=\"1fr 1fr\"><side><p>{{ name }}</p></side><side/></side-by-side>", "{}"), "");
}

std::string told(const std::string& blocks) {
  Diagnostics diagnostics;
  EXPECT_FALSE(kit::load(kit::report("<section margins=\"2cm\">" + blocks + "</section>"), diagnostics)) << blocks;
  return kit::all_messages(diagnostics, Language::english);
}

TEST(SideBySide, takes_as_many_sides_as_widths_and_in_them_what_fits_a_cell) {
  EXPECT_NE(told("<side-by-side widths=\"1fr\"><side/><side/></side-by-side>").find("layout.unlike-sides"),
            std::string::npos);
  const std::string misplaced =
      told("<side-by-side widths=\"1fr\"><side><blocks><page-break/></blocks></side></side-by-side>");
  EXPECT_NE(misplaced.find("<page-break> cannot stand in <side>"), std::string::npos) << misplaced;
}

TEST(Tabs, of_a_style_or_paragraph_are_stops_and_a_tab_without_one_is_a_space) {
  EXPECT_EQ(filled("<p tabs=\"8cm 16cm right dots\">ก<tab/>ข<tab/>ค<tab/>ง<br/>จ<tab/>ฉ</p>", "{}"),
            "paragraph #2 body tabs 226.772, 453.543 right dots\n"
            "  \"ก\"\n  tab\n  \"ข\"\n  tab\n  \"ค\"\n  \" \"\n  \"ง\"\n  line-break\n"
            "  \"จ\"\n  tab\n  \"ฉ\"\n");
  EXPECT_EQ(texts("<p>ก<tab/>ข</p>", "{}"), "ก| |ข|");
  EXPECT_EQ(texts("<labelled-line label=\"ก\">ข<tab/>ค</labelled-line>", "{}"), "ก|  |ข| |ค|");
}

TEST(Tabs, stand_from_left_to_right) {
  for (const char* stops : {"", "8cm 4cm", "right 8cm", "8cm left", "8cm dots right", "8cm right right", "0"}) {
    EXPECT_NE(told("<p tabs=\"" + std::string(stops) + "\">ก<tab/>ข</p>").find("tabs"), std::string::npos) << stops;
  }
}

TEST(SpaceBefore, is_kept_at_the_top_of_a_page_when_asked) {
  EXPECT_EQ(filled("<p space-before=\"6pt\" keep-space-before=\"yes\">ก</p>", "{}"),
            "paragraph #2 body (before 6 keeps-space-before)\n  \"ก\"\n");
}

}  // namespace
}  // namespace krut::layout
