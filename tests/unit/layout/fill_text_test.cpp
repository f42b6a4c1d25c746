#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;
using kit::texts;

TEST(Text, of_the_layout_keeps_its_two_spaces_and_loses_its_line_ends) {
  EXPECT_EQ(texts("<p>\n    เรียน  {{ name }}\n    ต่อ\n  </p>", R"({"name": "นายก"})"), "เรียน  |นายก| ต่อ|");
}

TEST(Text, of_the_data_is_printed_as_it_is) {
  EXPECT_EQ(texts("<p>{{ name }}</p>", R"({"name": " ก  ข 12 ๓ "})"), " ก  ข 12 ๓ |");
}

TEST(Text, of_the_data_knows_where_it_came_from) {
  EXPECT_EQ(filled("<p each=\"g in groups\">{{ g.label }}</p>", R"({"groups": [{"label": "ก"}, {"label": "ข"}]})"),
            "paragraph #2 body\n  \"ก\" = /groups/0/label\nparagraph #3 body\n  \"ข\" = /groups/1/label\n");
}

TEST(Text, breaks_its_line_where_the_data_does) {
  EXPECT_EQ(filled("<p>{{ name }}</p>", "{\"name\": \"ก\\nข\"}"),
            "paragraph #2 body\n  \"ก\" = /name\n  line-break = /name\n  \"ข\" = /name\n");
  for (const char* line_end : {"\\n", "\\r\\n", "\\r", "\\u000b", "\\u0085", "\\u2028", "\\u2029"}) {
    EXPECT_EQ(texts("<p>{{ name }}</p>", std::string("{\"name\": \"ก") + line_end + "ข\"}"), "ก|ข|");
  }
}

TEST(Text, has_a_space_where_the_data_has_a_tab) {
  EXPECT_EQ(texts("<p>{{ name }}</p>", R"({"name": "ก\tข\r\n\tค"})"), "ก ข| ค|");
}

TEST(Text, has_no_soft_hyphens_of_the_data) {
  EXPECT_EQ(texts("<p>{{ name }}</p>", R"({"name": "\u00adลด\u00adขั้น\u00ad"})"), "ลดขั้น|");
}

TEST(Paragraphs, that_print_nothing_are_left_out) {
  EXPECT_EQ(texts("<p>{{ name }}</p><p>{{ note }}</p>", R"({"name": ""})"), "");
  EXPECT_EQ(texts("<p>{{ name }}{{ note }}</p>", R"({"note": "ข"})"), "ข|");
  EXPECT_EQ(texts("<p>หมายเหตุ {{ note }}</p>", "{}"), "หมายเหตุ |");
}

TEST(Paragraphs, without_words_are_empty_lines_when_the_layout_says_so) {
  EXPECT_EQ(filled("<p/>", "{}"), "paragraph #2 body\n");
}

TEST(Paragraphs, print_a_mark_for_nothing_where_one_is_wanted) {
  EXPECT_EQ(texts("<p empty=\"-\">{{ note }}</p>", "{}"), "-|");
  EXPECT_EQ(texts("<p empty=\"-\">{{ note }}</p>", R"({"note": "มี"})"), "มี|");
}

TEST(Headings, stay_with_what_follows_unless_the_layout_says_no) {
  EXPECT_NE(filled("<heading level=\"1\">ก</heading>", "{}").find("keeps-with-next"), std::string::npos);
  EXPECT_EQ(filled("<heading level=\"1\" keep-with-next=\"no\">ก</heading>", "{}").find("keeps-with-next"),
            std::string::npos);
}

TEST(Inline, elements_change_the_letters_inside_them) {
  EXPECT_EQ(filled("<p>ก<b>ข<i>ค</i></b><span size=\"20pt\" lang=\"en\">d</span><br/><u>จ</u></p>", "{}"),
            "paragraph #2 body\n  \"ก\"\n  \"ข\" (TH SarabunPSK 16 bold th-TH)\n  \"ค\" (TH SarabunPSK 16 bold italic "
            "th-TH)\n  \"d\" (TH SarabunPSK 20 en-GB)\n  line-break\n  \"จ\" (TH SarabunPSK 16 underlined th-TH)\n");
}

TEST(Inline, spans_are_repeated_and_left_out_like_blocks) {
  EXPECT_EQ(texts("<p><span each=\"g in groups\" if=\"g.label\">{{ g.label }},</span></p>",
                  R"({"groups": [{"label": "ก"}, {}, {"label": "ค"}]})"),
            "ก|,|ค|,|");
}

TEST(Conditions, compare_numbers_by_value_and_dates_by_day) {
  const std::string data = R"({"amount": "1000.50", "year": 2569, "day": "2026-11-30", "name": "ก", "note": "ข"})";
  EXPECT_EQ(texts("<p if=\"amount gt 999.99\">1</p><p if=\"amount lt 1000.50\">2</p><p if=\"amount le 1000.500\">3</p>"
                  "<p if=\"year ge 2569 and amount ne 0\">4</p><p if=\"day lt '2026-12-01'\">5</p>"
                  "<p if=\"name eq note or not note\">6</p><p if=\"name ne note\">7</p>",
                  data),
            "1|3|4|5|7|");
}

TEST(Counts, and_sums_are_made_of_every_value_below) {
  const std::string data =
      R"({"groups": [{"rows": [{"a": "0.10"}, {"a": "1200"}]}, {"rows": [{"a": "-0.2"}, {"b": "x"}]}], "year": 5})";
  EXPECT_EQ(texts("<p>{{ count(groups) }} {{ count(groups.rows) }}</p><p>{{ sum(groups.rows.a) | number(2) }}</p>"
                  "<p if=\"count(groups.rows) eq 4\">four</p><p if=\"sum(groups.rows.a) gt 1199.8\">more</p>"
                  "<p>{{ count(days) }}</p><p if=\"count(days) eq 0\">none</p>",
                  data),
            "๒| |๔|๑,๑๙๙.๙๐|four|more|๐|none|");
}

TEST(Sums, name_the_value_that_is_no_number) {
  Diagnostics diagnostics;
  const std::string layout = kit::report("<section margins=\"2cm\"><p>{{ sum(groups.rows.a) }}</p></section>");
  EXPECT_FALSE(kit::fill_document(layout, R"({"groups": [{"rows": [{"a": "1"}, {"a": "สอง"}]}]})", diagnostics));
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items().front().code, "layout.not-summable");
  EXPECT_EQ(diagnostics.items().front().where.pointer, "/groups/0/rows/1/a");
}

TEST(Conditions, look_at_what_the_data_has) {
  const std::string layout =
      "<p if=\"name\">ก</p><p if=\"not name\">ข</p><p if=\"round == '6m'\">ค</p>"
      "<p if=\"is_open\">ง</p><p if=\"groups\">จ</p>";
  EXPECT_EQ(texts(layout, "{}"), "ข|");
  EXPECT_EQ(texts(layout, R"({"name": "", "round": "12m", "is_open": false, "groups": []})"), "ข|");
  EXPECT_EQ(texts(layout, R"({"name": "x", "round": "6m", "is_open": true, "groups": [{}]})"), "ก|ค|ง|จ|");
}

TEST(Loops, see_the_loops_around_them) {
  EXPECT_EQ(texts("<blocks each=\"g in groups\"><p each=\"r in g.rows\">{{ g.label }}{{ r.a }}{{ name }}</p></blocks>",
                  R"({"name": "!", "groups": [{"label": "ก", "rows": [{"a": "1"}, {"a": "2"}]}, {"label": "ข"}]})"),
            "ก|1|!|ก|2|!|");
}

TEST(Loops, start_a_page_between_their_turns_where_the_layout_says_so) {
  const std::string groups = R"({"groups": [{"rows": [{"a": "ก"}]}, {}, {"rows": [{"a": "ข"}, {"a": "ค"}]}]})";
  const std::string dump = filled(
      "<blocks each=\"g in groups\" page-break-between=\"yes\"><blocks each=\"r in g.rows\" page-break-between=\"yes\">"
      "<p>{{ r.a }}</p></blocks></blocks>",
      groups);
  const std::size_t first = dump.find("starts-page");
  ASSERT_NE(first, std::string::npos) << dump;
  EXPECT_GT(first, dump.find("ก")) << dump;
  EXPECT_LT(first, dump.find("ข")) << dump;
  const std::size_t second = dump.find("starts-page", first + 1);
  EXPECT_GT(second, dump.find("ข")) << dump;
  EXPECT_EQ(dump.find("starts-page", second + 1), std::string::npos) << dump;
}

TEST(Digits, of_dates_and_numbers_are_those_of_the_document) {
  const std::string layout = "<p>{{ day | thai-date }} {{ year }} {{ amount | number }}</p>";
  EXPECT_EQ(texts(layout, R"({"day": "2023-04-10", "year": 2566, "amount": "1500"})"),
            "๑๐ เมษายน ๒๕๖๖| |๒๕๖๖| |๑,๕๐๐|");
  EXPECT_EQ(texts(layout, R"({"day": "2023-04-10", "year": 2566, "amount": "1500"})", "digits=\"arabic\""),
            "10 เมษายน 2566| |2566| |1,500|");
}

TEST(Digits, of_the_data_win_over_those_of_the_layout) {
  EXPECT_EQ(texts("<p>{{ year }}</p>", R"({"digits": "arabic", "year": 2566})"), "2566|");
  EXPECT_EQ(texts("<p>{{ year }}</p>", R"({"digits": "as_is", "year": 2566})"), "๒๕๖๖|");
}

TEST(Digits, of_running_text_change_only_where_an_element_asks) {
  const std::string data = R"({"name": "ปี 2566 ข้อ O42"})";
  EXPECT_EQ(texts("<p>{{ name }}</p>", data), "ปี 2566 ข้อ O42|");
  EXPECT_EQ(texts("<p digits=\"thai\">{{ name }}</p>", data), "ปี ๒๕๖๖ ข้อ O42|");
  EXPECT_EQ(texts("<blocks digits=\"document\"><p>{{ name }}</p><p digits=\"as-is\">{{ name }}</p></blocks>", data),
            "ปี ๒๕๖๖ ข้อ O42|ปี 2566 ข้อ O42|");
}

TEST(Values, that_a_filter_cannot_read_are_told_with_both_places) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report("<section margins=\"2cm\">\n<p>{{ name | number }}</p></section>"), R"({"name": "สิบ"})", diagnostics);
  EXPECT_FALSE(document);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(format_for_people(diagnostics.items().front(), Language::english),
            "data.json:1:10: error: the filter number cannot read \"สิบ\" [layout.unreadable-value]\n"
            "  value: /name\n  asked by: test.xml:3:4\n"
            "  hint: a number looks like \"1500\" or \"98.50\"\n");
}

TEST(Documents, carry_their_title_author_and_source) {
  Diagnostics diagnostics;
  const auto document =
      kit::fill_document(kit::report("<section margins=\"2cm\"><p>ก</p></section>",
                                     "document-title=\"{{ lines }}\" author=\"กอง{{ name }}\" lang=\"th\""),
                         R"({"name": "คลัง", "lines": ["บรรทัดหนึ่ง", "บรรทัดสอง"]})", diagnostics);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "บรรทัดหนึ่ง บรรทัดสอง");
  EXPECT_EQ(document->author, "กองคลัง");
  EXPECT_EQ(document->language, "th-TH");
  EXPECT_EQ(document->provenance.layout_name, "test");
  EXPECT_EQ(document->provenance.layout_version, "1");
  EXPECT_EQ(document->provenance.data, R"({"name": "คลัง", "lines": ["บรรทัดหนึ่ง", "บรรทัดสอง"]})");
}

TEST(Documents, whose_title_breaks_its_line_carry_it_on_one) {
  Diagnostics diagnostics;
  const auto document =
      kit::fill_document(kit::report("<section margins=\"2cm\"><p>ก</p></section>", "document-title=\"{{ name }}\""),
                         R"({"name": "ก\r\nข"})", diagnostics);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "ก ข");
}

TEST(Sections, have_the_shape_the_layout_says) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report("<section size=\"A4\" orientation=\"landscape\" margins=\"1.5cm 2cm 2cm 3cm\" page-digits=\"arabic\" "
                  "restart-page-numbers=\"yes\"><header from-page=\"2\" distance=\"2cm\"><p align=\"center\">- "
                  "<page-number/>/<page-count/> -</p></header><footer><p>{{ name }}</p></footer><p>ก</p></section>"),
      R"({"name": "ท้าย"})", diagnostics);
  ASSERT_TRUE(document);
  const std::string dump = model::dump(*document);
  EXPECT_EQ(dump.substr(dump.find("section")),
            "section #1 841.89 x 595.276 margins 42.52 56.693 56.693 85.039 pages arabic from-1\n"
            "  header from-page 2 at 56.693\n"
            "    paragraph #2 body (center)\n"
            "      \"- \"\n"
            "      page-number arabic\n"
            "      \"/\"\n"
            "      page-count arabic\n"
            "      \" -\"\n"
            "  footer from-page 1 at 35.433\n"
            "    paragraph #3 body\n"
            "      \"ท้าย\" = /name\n"
            "  paragraph #4 body\n"
            "    \"ก\"\n");
}

const std::string two_groups = R"({"groups": [
    {"label": "หนึ่ง", "rows": [{"a": "ก", "b": "9.5"}, {"a": "ข", "b": "80"}]},
    {"label": "สอง", "rows": [{"a": "ค", "b": "80.00"}, {"a": "ง"}, {"a": "จ", "b": "100"}]}]})";

TEST(Loops, walk_through_the_lists_on_their_way) {
  EXPECT_EQ(kit::texts("<p each=\"r in groups.rows\">{{ r.a }}</p>", two_groups), "ก|ข|ค|ง|จ|");
  EXPECT_EQ(kit::texts("<p each=\"g in groups\" if=\"g.rows.b\">{{ g.label }}</p>", two_groups), "หนึ่ง|สอง|");
  EXPECT_EQ(kit::texts("<p if=\"not groups.rows.b\">ไม่มี</p>", two_groups), "");
  EXPECT_EQ(kit::texts("<p if=\"groups.rows.a == 'จ'\">มี</p>", two_groups), "มี|");
}

TEST(Loops, sort_by_value_with_what_has_none_at_the_end) {
  EXPECT_EQ(kit::texts("<p each=\"r in groups.rows\" order=\"r.b descending\">{{ r.a }}</p>", two_groups),
            "จ|ข|ค|ก|ง|");
  EXPECT_EQ(kit::texts("<p each=\"r in groups.rows\" order=\"r.b\">{{ r.a }}</p>", two_groups), "ก|ข|ค|จ|ง|");
}

TEST(Loops, number_what_they_print) {
  EXPECT_EQ(kit::texts("<p each=\"r in groups.rows\" number=\"n\" if=\"r.b\">{{ n }}. {{ r.a }}</p>", two_groups),
            "๑|. |ก|๒|. |ข|๓|. |ค|๔|. |จ|");
}

}  // namespace

}  // namespace krut::layout
