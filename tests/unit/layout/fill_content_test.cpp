#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;
using kit::texts;

const std::string content = "<content select=\"text\"/>";

TEST(Content, may_be_one_text) {
  EXPECT_EQ(filled(content, R"({"text": "ก"})"), "paragraph #2 body\n  \"ก\" = /text\n");
}

TEST(Content, may_be_paragraphs_written_either_way) {
  EXPECT_EQ(texts(content, R"({"text": ["ก", {"p": "ข"}, ""]})"), "ก|ข|");
}

TEST(Content, may_hold_bold_paragraphs) {
  const std::string dump = filled(content, R"({"text": [{"p": "ก", "bold": true}, {"p": "ข", "bold": false}]})");
  EXPECT_EQ(
      dump,
      "paragraph #2 body\n  \"ก\" (TH SarabunPSK 16 bold th-TH) = /text/0/p\nparagraph #3 body\n  \"ข\" = /text/1/p\n");
}

TEST(Content, may_hold_subheads_that_are_underlined_and_kept_with_what_follows) {
  const std::string dump = filled(content, R"({"text": [{"h": "ข้อเท็จจริง"}, "ก"]})");
  EXPECT_EQ(dump.rfind("paragraph #2 body (keeps-with-next keeps-together level 1)\n", 0), 0U) << dump;
  EXPECT_NE(dump.find("underlined"), std::string::npos) << dump;
  EXPECT_EQ(texts(content, R"({"text": [{"h": "ข้อเท็จจริง"}, "ก", {"h": ""}]})"), "ข้อเท็จจริง|ก|");
}

TEST(Content, keeps_the_subheads_of_items_out_of_the_outline) {
  const std::string dump = filled(content, R"({"text": [{"ol": [{"text": "ก", "blocks": [{"h": "ข"}]}]}]})");
  EXPECT_EQ(dump.find("level"), std::string::npos) << dump;
}

TEST(Content, that_is_missing_prints_nothing_or_the_mark_for_it) {
  EXPECT_EQ(filled(content, "{}"), "");
  EXPECT_EQ(filled(content, R"({"text": []})"), "");
  EXPECT_EQ(texts("<content select=\"text\" empty=\"-\"/>", "{}"), "-|");
  EXPECT_EQ(texts("<content select=\"text\" empty=\"-\"/>", R"({"text": ""})"), "-|");
}

TEST(Content, may_have_a_code_or_number_before_its_first_words) {
  const std::string led = "<content select=\"text\" lead=\"{{ note }} \"/>";
  EXPECT_EQ(filled(led, R"({"note": "i7", "text": "ก"})"),
            "paragraph #2 body\n  \"i7\" = /note\n  \" \"\n  \"ก\" = /text\n");
  EXPECT_EQ(texts(led, R"({"note": "i7", "text": [{"ol": ["ก"]}]})"), "i7| |ก|");
  EXPECT_EQ(texts(led, R"({"text": "ก"})"), "ก|");
  EXPECT_EQ(texts(led, R"({"note": "i7"})"), "");
  EXPECT_EQ(texts(led, R"({"note": "i7", "text": [{"ol": []}]})"), "");
}

TEST(NumberedLists, count_in_the_marker_of_the_data) {
  EXPECT_EQ(filled(content, R"json({"text": [{"ol": ["ก", "ข"], "marker": "๑)"}]})json"),
            "list #2 body thai-paren at 0 hang 14.7\n"
            "  item #3 \"๑)\"\n    paragraph #4 body\n      \"ก\" = /text/0/ol/0\n"
            "  item #5 \"๒)\"\n    paragraph #6 body\n      \"ข\" = /text/0/ol/1\n");
}

std::vector<std::string> markers(const std::string& data, const std::string& element = content,
                                 const std::string& attributes = "") {
  std::vector<std::string> found;
  const std::string dump = filled(element, data, attributes);
  for (std::size_t at = dump.find("item #"); at != std::string::npos; at = dump.find("item #", at + 1)) {
    const std::size_t quote = dump.find('"', at);
    found.push_back(dump.substr(quote + 1, dump.find('\n', at) - quote - 1));
  }
  return found;
}

using Markers = std::vector<std::string>;

TEST(NumberedLists, without_a_marker_follow_the_layout_or_the_document) {
  const std::string data = R"({"text": [{"ol": ["ก"]}]})";
  EXPECT_EQ(markers(data), Markers{"๑.\""});
  EXPECT_EQ(markers(data, content, "digits=\"arabic\""), Markers{"1.\""});
  EXPECT_EQ(markers(data, "<content select=\"text\" marker=\"thai-paren\"/>"), Markers{"๑)\""});
  EXPECT_EQ(markers(R"json({"text": [{"ol": ["ก"], "marker": "1)"}]})json",
                    "<content select=\"text\" marker=\"thai-paren\"/>"),
            Markers{"1)\""});
}

TEST(NumberedLists, start_where_the_data_says) {
  EXPECT_EQ(markers(R"({"text": [{"ol": ["ก", "ข"], "start": 9}]})"), (Markers{"๙.\"", "๑๐.\""}));
}

TEST(NumberedLists, keep_numbers_given_by_hand_even_when_they_are_wrong) {
  EXPECT_EQ(markers(R"({"text": [{"ol": ["ก", {"text": "ข", "number": 3}, {"text": "ค", "number": 3}, "ง"]}]})"),
            (Markers{"๑.\"", "๓.\" out-of-turn", "๓.\" out-of-turn", "๔.\""}));
}

TEST(NumberedLists, make_room_for_their_widest_marker) {
  const std::string dump = filled(content, R"({"text": [{"ol": ["ก", "ข"], "start": 9}]})");
  EXPECT_EQ(dump.substr(0, dump.find('\n')), "list #2 body thai-dot at 0 hang 21.9");
}

TEST(DashLists, have_dashes) {
  EXPECT_EQ(filled(content, R"({"text": [{"ul": ["ก"]}]})"),
            "list #2 body dash at 0 hang 8\n  item #3 \"-\"\n    paragraph #4 body\n      \"ก\" = /text/0/ul/0\n");
}

TEST(Lists, hold_paragraphs_and_lists_below_an_item) {
  EXPECT_EQ(filled(content, R"({"text": [{"ol": [{"text": "เช่น", "blocks": [{"ul": ["ก", "ข"]}, "จบ"]}]}]})"),
            "list #2 body thai-dot at 0 hang 14.7\n"
            "  item #3 \"๑.\"\n"
            "    paragraph #4 body\n      \"เช่น\" = /text/0/ol/0/text\n"
            "    list #5 body dash at 0 hang 8\n"
            "      item #6 \"-\"\n        paragraph #7 body\n          \"ก\" = /text/0/ol/0/blocks/0/ul/0\n"
            "      item #8 \"-\"\n        paragraph #9 body\n          \"ข\" = /text/0/ol/0/blocks/0/ul/1\n"
            "    paragraph #10 body\n      \"จบ\" = /text/0/ol/0/blocks/1\n");
}

TEST(Lists, in_running_text_start_where_its_paragraphs_start) {
  const std::string styles = "<p/>";
  const std::string element = "<content select=\"text\" left-indent=\"1cm\" first-indent=\"2.5cm\"/>";
  const std::string dump = filled(element, R"({"text": ["ก", {"ul": ["ข"]}]})");
  EXPECT_EQ(dump,
            "paragraph #2 body (left 28.346 first 70.866)\n  \"ก\" = /text/0\n"
            "list #3 body dash at 99.213 hang 8\n  item #4 \"-\"\n    paragraph #5 body\n      \"ข\" = /text/1/ul/0\n");
}

TEST(Lists, take_indents_from_the_layout) {
  const std::string dump =
      filled("<content select=\"text\" list-indent=\"5mm\" list-hang=\"1cm\"/>", R"({"text": [{"ul": ["ก"]}]})");
  EXPECT_EQ(dump.substr(0, dump.find('\n')), "list #2 body dash at 14.173 hang 28.346");
}

TEST(Lists, may_not_stand_inside_one_another_without_end) {
  std::string text = "\"จบ\"";
  for (int i = 0; i < 8; ++i) text = R"({"ul": [{"text": "ก", "blocks": [)" + text + "]}]}";
  Diagnostics diagnostics;
  const auto document = kit::fill_document(kit::report("<section margins=\"2cm\">" + content + "</section>"),
                                           R"({"text": [)" + text + "]}", diagnostics);
  EXPECT_FALSE(document);
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.items().front().code, "layout.list-too-deep");
}

TEST(Content, may_hold_boxes_that_are_ticked_or_not) {
  const std::string dump = filled("<content select=\"text\"/>",
                                  R"({"text": [{"box": true, "text": "แล้วเสร็จ"}, {"box": false, "text": "ยังไม่เริ่ม"}]})");
  EXPECT_NE(dump.find("[x] #3 \"แล้วเสร็จ\""), std::string::npos) << dump;
  EXPECT_NE(dump.find("= /text/0/box"), std::string::npos) << dump;
  EXPECT_NE(dump.find("[ ] #5 \"ยังไม่เริ่ม\""), std::string::npos) << dump;
}

}  // namespace

}  // namespace krut::layout
