#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;

const std::string data = R"({"groups": [{"label": "ด้านหนึ่ง", "rows": [{"a": "ก", "b": "ข"}, {"a": "ค"}]},
                                        {"label": "ด้านสอง"}]})";

TEST(Tables, print_their_head_their_groups_and_their_rows) {
  const std::string table = R"xml(<table widths="2cm 1fr" title="ตาราง">
    <head><row><cell>หนึ่ง</cell><cell>สอง</cell></row></head>
    <group each="g in groups" continued=" (ต่อ)">
      <group-head><row><cell span="2">{{ g.label }}</cell></row></group-head>
      <row each="r in g.rows"><cell>{{ r.a }}</cell><cell align="center" empty="-">{{ r.b }}</cell></row>
    </group>
    <foot><row><cell span="2">รวม</cell></row></foot>
  </table>)xml";
  EXPECT_EQ(filled(table, data),
            "table #2 \"ตาราง\" columns 56.693 share-1000 padding 0 5.4 1.4 5.4 rule 0.5\n"
            "  head #3\n"
            "    cell #4 middle\n      paragraph #5 body (center)\n        \"หนึ่ง\" (TH SarabunPSK 16 bold th-TH)\n"
            "    cell #6 middle\n      paragraph #7 body (center)\n        \"สอง\" (TH SarabunPSK 16 bold th-TH)\n"
            "  group #8 labelled-again\n"
            "    label #9 = /groups/0\n"
            "      cell #10 columns 2\n        paragraph #11 body\n"
            "          \"ด้านหนึ่ง\" (TH SarabunPSK 16 bold th-TH) = /groups/0/label\n"
            "    label-again #12 = /groups/0\n"
            "      cell #13 columns 2\n        paragraph #14 body\n"
            "          \"ด้านหนึ่ง\" (TH SarabunPSK 16 bold th-TH) = /groups/0/label\n"
            "          \" (ต่อ)\" (TH SarabunPSK 16 bold th-TH)\n"
            "    row #15 = /groups/0/rows/0\n"
            "      cell #16\n        paragraph #17 body\n          \"ก\" = /groups/0/rows/0/a\n"
            "      cell #18\n        paragraph #19 body (center)\n          \"ข\" = /groups/0/rows/0/b\n"
            "    row #20 = /groups/0/rows/1\n"
            "      cell #21\n        paragraph #22 body\n          \"ค\" = /groups/0/rows/1/a\n"
            "      cell #23\n        paragraph #24 body (center)\n          \"-\"\n"
            "  group #25\n"
            "    row #26 = /groups/1\n"
            "      cell #27 columns 2\n        paragraph #28 body\n"
            "          \"ด้านสอง\" (TH SarabunPSK 16 bold th-TH) = /groups/1/label\n"
            "  foot #32\n"
            "    cell #33 columns 2\n      paragraph #34 body\n        \"รวม\"\n");
}

TEST(Tables, without_groups_have_their_rows_in_one) {
  const std::string dump =
      filled("<table widths=\"1fr\"><row><cell>ก</cell></row><row may-split=\"no\"><cell/></row></table>", "{}");
  EXPECT_EQ(dump,
            "table #2 \"\" columns share-1000 padding 0 5.4 1.4 5.4 rule 0.5\n"
            "  group #3\n"
            "    row #4\n      cell #5\n        paragraph #6 body\n          \"ก\"\n"
            "    row #7 whole\n      cell #8\n        paragraph #9 body\n");
}

TEST(Tables, keep_the_text_above_them_off_their_first_rule) {
  const auto above = [](const std::string& blocks, const std::string& rule) {
    return filled(blocks + "<table widths=\"1fr\" rule=\"" + rule + "\"><row><cell>ก</cell></row></table>",
                  R"({"text": [{"ul": ["หมู่", "ครู"]}]})");
  };
  EXPECT_NE(above("<p>ครู</p>", "0.5pt").find("paragraph #2 body (after 1.4)"), std::string::npos);
  EXPECT_NE(above("<p space-after=\"6pt\">ครู</p>", "0.5pt").find("(after 6)"), std::string::npos) << "enough room";
  EXPECT_EQ(above("<p>ครู</p>", "0").find("after"), std::string::npos) << "there is no rule to keep off";
  EXPECT_EQ(above("<p>ครู</p><page-break/>", "0.5pt").find("after"), std::string::npos) << "they stand on two pages";
  EXPECT_NE(above("<heading level=\"1\">ครู</heading>", "0.5pt").find("(after 1.4"), std::string::npos);
  const std::string signers = "<signatures><signature name=\"ครู\"/></signatures>";
  EXPECT_NE(above(signers, "0.5pt").find("signatures #2 body (center after 1.4)"), std::string::npos);
  EXPECT_EQ(above(signers, "0").find("after"), std::string::npos);
  const std::string picture = "<figure-place width=\"9pt\" height=\"9pt\">ครู</figure-place>";
  EXPECT_NE(above(picture, "0.5pt").find("figure #2 9 x 9 center after 1.4 empty"), std::string::npos);
  EXPECT_EQ(above(picture, "0").find("after"), std::string::npos);
  const std::string list = above("<content select=\"text\"/>", "0.5pt");
  EXPECT_EQ(list.find("(after 1.4)"), list.rfind("(after 1.4)")) << "only the last item of a list\n" << list;
  EXPECT_GT(list.find("(after 1.4)"), list.find("หมู่")) << list;
}

TEST(Tables, keep_letters_that_reach_deep_off_their_rules) {
  const auto cell = [](const std::string& text) {
    return filled("<table widths=\"1fr\"><row><cell>" + text + "</cell></row></table>", "{}");
  };
  EXPECT_NE(cell("กระฎุมพี").find("(after 3.52)"), std::string::npos) << cell("กระฎุมพี");
  EXPECT_NE(cell("ฏู").find("(after 3.52)"), std::string::npos);
  EXPECT_EQ(cell("กฎหมู่ ปรากฏ").find("after"), std::string::npos) << "no vowel stands under them";
  const std::string above = filled("<p>ฎุ</p><table widths=\"1fr\"><row><cell>ก</cell></row></table>", "{}");
  EXPECT_NE(above.find("(after 4.92)"), std::string::npos) << above;
}

TEST(Tables, take_their_look_from_styles_and_attributes) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report(
          "<style name=\"body\"/><style name=\"cells\" size=\"14pt\"/><style name=\"heads\" "
          "based-on=\"cells\" bold=\"yes\" align=\"right\"/><section margins=\"2cm\"><table "
          "widths=\"content(2cm,6cm)\" "
          "style=\"cells\" head-style=\"heads\" padding=\"1mm\" rule=\"0\"><head><row><cell>ก</cell></row></head>"
          "<row><cell valign=\"bottom\">ข</cell></row></table></section>"),
      "{}", diagnostics);
  ASSERT_TRUE(document);
  const std::string dump = model::dump(*document);
  EXPECT_EQ(dump.substr(dump.find("  table")),
            "  table #2 \"\" columns content-56.693-170.079 padding 2.835 2.835 2.835 2.835 rule 0\n"
            "    head #3\n      cell #4 middle\n        paragraph #5 heads\n          \"ก\"\n"
            "    group #6\n      row #7\n        cell #8 bottom\n          paragraph #9 cells\n            \"ข\"\n");
}

TEST(Cells, that_reach_over_more_rows_than_there_are_end_with_the_last) {
  const std::string dump = filled(
      "<table widths=\"1fr 1fr\"><row each=\"g in groups\" if=\"g.rows\"><cell rows=\"3\">ก</cell><cell>ข</cell></row>"
      "</table>",
      R"({"groups": [{"rows": [{}]}]})");
  EXPECT_EQ(dump.find("rows 3"), std::string::npos) << dump;
}

TEST(Rows, that_conditions_leave_short_are_filled_up_with_empty_cells) {
  const std::string table =
      "<table widths=\"1fr 1fr 1fr\"><row each=\"g in groups\"><cell "
      "rows=\"2\">ก</cell><cell>ข</cell><cell>ค</cell></row>"
      "<row if=\"groups\"><cell>ง</cell></row></table>";
  const std::string dump = filled(table, R"({"groups": [{}]})");
  const std::size_t second = dump.find("row #", dump.find("row #") + 1);
  EXPECT_NE(dump.find("ง", second), std::string::npos) << dump;
  const std::size_t added = dump.find("cell #", dump.find("ง", second));
  ASSERT_NE(added, std::string::npos) << dump;
  EXPECT_EQ(dump.find("cell #", added + 1), std::string::npos) << dump;
}

TEST(Rows, with_more_cells_than_columns_are_told_once_and_never_cut) {
  Diagnostics diagnostics;
  const std::string table =
      "<section margins=\"2cm\"><table widths=\"1fr 1fr\"><row each=\"g in groups\" if=\"g.rows\"><cell "
      "rows=\"3\">ก</cell>"
      "<cell>ข</cell></row></table></section>";
  EXPECT_FALSE(kit::fill_document(kit::report(table), R"({"groups": [{"rows": [{}]}, {"rows": [{}]}, {"rows": [{}]}]})",
                                  diagnostics));
  const std::string messages = kit::all_messages(diagnostics, Language::english);
  EXPECT_NE(messages.find("layout.cell-count"), std::string::npos) << messages;
  EXPECT_EQ(messages.find("layout.cell-count"), messages.rfind("layout.cell-count")) << messages;
}

/// A table whose columns, head and cells all come from the data.
const std::string free_table = R"xml(<table>
    <column each="c in grid.columns" width="{{ c.width }}"/>
    <head><row each="r in grid.head"><cell each="c in r.cells" span="{{ c.columns }}" rows="{{ c.rows }}">{{ c.text }}</cell></row></head>
    <row each="r in grid.rows"><cell each="c in r.cells" span="{{ c.columns }}" rows="{{ c.rows }}" align="{{ c.align }}">{{ c.text }}</cell></row>
  </table>)xml";

TEST(TablesOfData, take_columns_spans_and_alignment_from_it) {
  const std::string dump = filled(free_table, R"({"grid": {
    "columns": [{"width": "2cm"}, {"width": "1.5fr"}, {}],
    "head": [{"cells": [{"text": "ก", "rows": 2}, {"text": "ข", "columns": 2}]}, {"cells": [{"text": "ค"}, {"text": "ง"}]}],
    "rows": [{"cells": [{"text": "1", "align": "right", "columns": 3}]}]}})");
  EXPECT_EQ(dump,
            "table #2 \"\" columns 56.693 share-1500 content-0 padding 0 5.4 1.4 5.4 rule 0.5\n"
            "  head #3 = /grid/head/0\n"
            "    cell #4 rows 2 middle\n      paragraph #5 body (center)\n"
            "        \"ก\" (TH SarabunPSK 16 bold th-TH) = /grid/head/0/cells/0/text\n"
            "    cell #6 columns 2 middle\n      paragraph #7 body (center)\n"
            "        \"ข\" (TH SarabunPSK 16 bold th-TH) = /grid/head/0/cells/1/text\n"
            "  head #8 = /grid/head/1\n"
            "    cell #9 middle\n      paragraph #10 body (center)\n"
            "        \"ค\" (TH SarabunPSK 16 bold th-TH) = /grid/head/1/cells/0/text\n"
            "    cell #11 middle\n      paragraph #12 body (center)\n"
            "        \"ง\" (TH SarabunPSK 16 bold th-TH) = /grid/head/1/cells/1/text\n"
            "  group #13\n"
            "    row #14 = /grid/rows/0\n"
            "      cell #15 columns 3\n        paragraph #16 body (right)\n"
            "          \"1\" = /grid/rows/0/cells/0/text\n");
}

TEST(TablesOfData, without_columns_have_as_many_as_their_first_row) {
  const std::string dump =
      filled(free_table, R"({"grid": {"rows": [{"cells": [{"text": "1", "columns": 2}, {"text": "2"}]}]}})");
  EXPECT_EQ(dump.substr(0, dump.find('\n')),
            "table #2 \"\" columns content-0 content-0 content-0 padding 0 5.4 1.4 5.4 rule 0.5");
}

TEST(TablesOfData, refuse_a_row_that_does_not_fill_the_columns) {
  const std::string found = filled(free_table, R"({"grid": {"columns": [{}, {}],
    "rows": [{"cells": [{"text": "1", "rows": 2}, {"text": "2"}]}, {"cells": [{"text": "3"}, {"text": "4"}]}, {"cells": []}]}})");
  EXPECT_NE(found.find("data.json:2:68: error: the columns of the table are 2, the cells of this row fill 3"),
            std::string::npos)
      << found;
  EXPECT_NE(found.find("[layout.unfilled-row]"), std::string::npos);
  EXPECT_NE(found.find("the cells of this row fill 0"), std::string::npos);
}

TEST(TablesOfData, refuse_a_cell_that_would_lie_over_another) {
  const std::string found = filled(free_table, R"({"grid": {"columns": [{}, {}, {}],
    "rows": [{"cells": [{"text": "1"}, {"text": "2", "rows": 2}, {"text": "3"}]}, {"cells": [{"text": "4", "columns": 2}]}]}})");
  EXPECT_NE(found.find("[layout.unfilled-row]"), std::string::npos) << found;
}

TEST(TablesOfData, refuse_values_that_no_attribute_can_take) {
  const std::string found = filled(free_table, R"({"grid": {"columns": [{"width": "wide"}, {"width": "1cm 2cm"}],
    "rows": [{"cells": [{"text": "1", "rows": 0}, {"text": "2", "align": "middle"}]}]}})");
  EXPECT_NE(found.find("width cannot be \"wide\""), std::string::npos) << found;
  EXPECT_NE(found.find("width cannot be \"1cm 2cm\""), std::string::npos);
  EXPECT_NE(found.find("rows cannot be \"0\""), std::string::npos);
  EXPECT_NE(found.find("align cannot be \"middle\" [layout.unfit-value]"), std::string::npos);
}

TEST(TablesOfData, may_turn_their_page) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(kit::report("<section orientation=\"{{ name }}\" margins=\"2cm\"/>"),
                                           R"({"name": "landscape"})", diagnostics);
  ASSERT_TRUE(document);
  EXPECT_GT(document->sections.at(0).page_width, document->sections.at(0).page_height);
}

TEST(Cells, of_all_rows_stand_in_the_first_row_of_their_group_only) {
  const std::string dump = filled(
      "<table widths=\"1fr 1fr\"><group each=\"g in groups\"><row each=\"r in g.rows\"><cell>{{ r.a }}</cell>"
      "<cell rows=\"all\">{{ g.label }}</cell></row></group></table>",
      R"({"groups": [{"label": "ก", "rows": [{"a": "1"}, {"a": "2"}, {"a": "3"}]}, {"label": "ข", "rows": [{"a": "4"}]}]})");
  EXPECT_EQ(dump,
            "table #2 \"\" columns share-1000 share-1000 padding 0 5.4 1.4 5.4 rule 0.5\n"
            "  group #3\n"
            "    row #4 = /groups/0/rows/0\n"
            "      cell #5\n        paragraph #6 body\n          \"1\" = /groups/0/rows/0/a\n"
            "      cell #7 rows 3\n        paragraph #8 body\n          \"ก\" = /groups/0/label\n"
            "    row #9 = /groups/0/rows/1\n"
            "      cell #10\n        paragraph #11 body\n          \"2\" = /groups/0/rows/1/a\n"
            "    row #12 = /groups/0/rows/2\n"
            "      cell #13\n        paragraph #14 body\n          \"3\" = /groups/0/rows/2/a\n"
            "  group #15\n"
            "    row #16 = /groups/1/rows/0\n"
            "      cell #17\n        paragraph #18 body\n          \"4\" = /groups/1/rows/0/a\n"
            "      cell #19\n        paragraph #20 body\n          \"ข\" = /groups/1/label\n");
}

TEST(Tables, say_what_stands_above_them_where_they_go_on) {
  const std::string table =
      "<table widths=\"1fr\"><continued-heading>{{ name }} (ต่อ)</continued-heading><row><cell>ก</cell></row></table>";
  EXPECT_EQ(filled(table, R"({"name": "ตารางที่ ๑"})")
                .substr(0, 180)
                .find("  continued-heading\n    paragraph #3 body (after 1.4)\n"),
            std::string("table #2 \"\" columns share-1000 padding 0 5.4 1.4 5.4 rule 0.5\n").size());
}

TEST(Cells, mix_text_and_blocks) {
  const std::string dump = filled(
      "<table widths=\"1fr\"><row><cell>\n ก <b>ข</b>\n <p>ค</p>\n <content select=\"text\"/>\n ง</cell></row></table>",
      R"({"text": [{"ol": ["จ"]}]})");
  EXPECT_EQ(dump.substr(dump.find("      cell")),
            "      cell #5\n"
            "        paragraph #6 body\n          \"ก \"\n          \"ข\" (TH SarabunPSK 16 bold th-TH)\n"
            "        paragraph #7 body\n          \"ค\"\n"
            "        list #8 body thai-dot at 0 hang 14.7\n"
            "          item #9 \"๑.\"\n            paragraph #10 body\n              \"จ\" = /text/0/ol/0\n"
            "        paragraph #11 body\n          \"ง\"\n");
}

}  // namespace

}  // namespace krut::layout
