#include <algorithm>

#include "layout_kit.h"

namespace krut::layout {

namespace {

using kit::filled;

TEST(Fields, number_values_when_there_are_several) {
  EXPECT_EQ(filled("<field label=\"อ้างถึง\" value=\"{{ lines }}\"/>", R"({"lines": ["ก", "ข"]})"),
            "labelled-line #2 body\n    \"อ้างถึง\"\n    \"  \"\n"
            "  item #3 \"๑.\"\n    \"ก\" = /lines/0\n"
            "  item #4 \"๒.\"\n    \"ข\" = /lines/1\n");
  EXPECT_EQ(filled("<field label=\"อ้างถึง\" value=\"{{ lines }}\"/>", R"({"lines": "ก"})"),
            "labelled-line #2 body\n    \"อ้างถึง\"\n    \"  \"\n  item #3 \"\"\n    \"ก\" = /lines\n");
  EXPECT_EQ(filled("<field label=\"อ้างถึง\" value=\"{{ lines }}\"/>", "{}"), "");
}

TEST(Signatures, under_a_closing_phrase_stand_as_in_a_letter) {
  const std::string dump = filled(
      "<p>จึงเรียนมา</p><signatures closing=\"ขอแสดงความนับถือ\" keep-with-next=\"yes\"><signature "
      "name=\"นายก\"/></signatures>",
      "{}");
  EXPECT_NE(dump.find("(left 212.598 before 12 keeps-with-next)\n  \"ขอแสดงความนับถือ\""), std::string::npos) << dump;
  EXPECT_NE(dump.find("axis 254.6 "), std::string::npos) << dump;
  EXPECT_NE(dump.find(" before 0 keeps 3 lines keeps-with-next"), std::string::npos) << dump;
}

TEST(Sections, have_catch_words_when_asked) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(kit::report("<section margins=\"2cm\" catch-word=\"yes\"><p>ก</p></section>"
                                                       "<section margins=\"2cm\"><p>ก</p></section>"),
                                           "{}", diagnostics);
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->sections[0].catch_word);
  EXPECT_FALSE(document->sections[1].catch_word);
}

const std::string people = R"({"people": [{"name": "นางสาวก ข", "position": ["นิติกร", "ชำนาญการ"], "role": "reporter"},
                                          {"name": "นายค ง", "position": "ปลัด", "role": "reporter"},
                                          {"name": "นายจ ฉ", "role": ""}]})";

TEST(Signatures, stand_right_of_the_centre_of_any_page) {
  const auto axis_on = [](const std::string& page) {
    Diagnostics diagnostics;
    const auto document = kit::fill_document(
        kit::report("<section " + page + "><signatures><signature name=\"ก\"/></signatures></section>"), "{}",
        diagnostics);
    return std::get<model::Signatures>(document->sections[0].blocks[0].content).axis;
  };
  EXPECT_EQ(axis_on("margins=\"2cm 2cm 2cm 3cm\""), Length::millimetres(98)) << "as form 29 has it";
  EXPECT_EQ(axis_on("margins=\"2cm\""), Length::millimetres(108)) << "the same place on paper";
  EXPECT_EQ(axis_on("margins=\"2cm\" orientation=\"landscape\""), Length::millimetres(151.5));
}

TEST(Signatures, stand_stacked_on_the_axis_of_the_form) {
  const std::string dump = filled(
      "<p>จึงเรียนมา</p><signatures><signature each=\"person in people\" name=\"{{ person.name }}\" "
      "position=\"{{ person.position }}\" field=\"{{ person.role }}\"/></signatures>",
      people);
  EXPECT_EQ(
      dump,
      "paragraph #2 body (keeps-with-next)\n  \"จึงเรียนมา\"\n"
      "signatures #3 body (center) columns 1 axis 306.142 width 340.157 lines-for-hand 3 before 6\n"
      "  signer #4 reporter\n"
      "    name\n      \"(\" on-one-line\n      \"นางสาวก ข\" on-one-line = /people/0/name\n      \")\" on-one-line\n"
      "    position\n      \"นิติกร\" = /people/0/position/0\n"
      "    position\n      \"ชำนาญการ\" = /people/0/position/1\n"
      "  signer #5 reporter_2\n"
      "    name\n      \"(\" on-one-line\n      \"นายค ง\" on-one-line = /people/1/name\n      \")\" on-one-line\n"
      "    position\n      \"ปลัด\" = /people/1/position\n"
      "  signer #6 signature_3\n"
      "    name\n      \"(\" on-one-line\n      \"นายจ ฉ\" on-one-line = /people/2/name\n      \")\" on-one-line\n");
}

TEST(Signatures, are_named_by_number_when_nothing_else_names_them) {
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report(
          "<section margins=\"2cm\"><signatures columns=\"2\" dotted-line=\"yes\"><signature each=\"person in people\" "
          "name=\"{{ person.name }}\" role=\"ผู้รายงาน\" remark=\"- ทราบ\"/></signatures></section>"),
      people, diagnostics);
  ASSERT_TRUE(document);
  const auto& signatures = std::get<model::Signatures>(document->sections[0].blocks[0].content);
  EXPECT_EQ(signatures.columns, 2);
  EXPECT_TRUE(signatures.has_dotted_line);
  ASSERT_EQ(signatures.signers.size(), 3U);
  EXPECT_EQ(signatures.signers[0].field_name, "signature_1");
  EXPECT_EQ(signatures.signers[2].field_name, "signature_3");
  EXPECT_EQ(signatures.signers[1].role[0].text, "ผู้รายงาน");
  EXPECT_EQ(signatures.signers[1].remark[0].text, "- ทราบ");
}

TEST(Signatures, by_hand_have_no_fields_and_the_data_may_ask_for_that) {
  const auto signer_lines = [](const std::string& signing, const std::string& data) {
    const std::string dump = filled(
        "<signatures signing=\"" + signing + "\"><signature name=\"ก\"/><signature name=\"ข\"/></signatures>", data);
    std::string lines;
    for (std::size_t at = dump.find("signer "); at != std::string::npos; at = dump.find("signer ", at + 1)) {
      lines += dump.substr(at, dump.find('\n', at) - at) + "; ";
    }
    return lines;
  };
  const std::string fields = "signer #3 signature_1; signer #4 signature_2; ";
  const std::string pens = "signer #3 by pen; signer #4 by pen; ";
  EXPECT_EQ(signer_lines("hand", "{}"), pens);
  EXPECT_EQ(signer_lines("electronic", "{}"), fields);
  EXPECT_EQ(signer_lines("{{ name }}", R"({"name": "hand"})"), pens);
  EXPECT_EQ(signer_lines("{{ name }}", "{}"), fields);
}

TEST(Signatures, of_nobody_are_left_out) {
  EXPECT_EQ(filled("<p>ก</p><signatures><signature each=\"x in people\" name=\"{{ x.name }}\"/></signatures>", "{}"),
            "paragraph #2 body\n  \"ก\"\n");
}

const std::string choice =
    "<choice of=\"status\" name=\"สถานะ\"><option value=\"done\">ดำเนินการแล้วเสร็จ</option>"
    "<option value=\"in_progress\">อยู่ระหว่าง</option><option value=\"not_started\">ยังไม่ได้</option>"
    "</choice>";

TEST(Choices, tick_the_box_of_their_value) {
  EXPECT_EQ(filled(choice, R"({"status": "in_progress"})"),
            "choice #2 body \"สถานะ\" box 6.4 gap 3.456 = /status\n"
            "  [ ] #3 \"ดำเนินการแล้วเสร็จ\"\n  [x] #4 \"อยู่ระหว่าง\"\n  [ ] #5 \"ยังไม่ได้\"\n");
}

TEST(Choices, without_a_value_tick_nothing) {
  const std::string dump = filled(choice, "{}");
  EXPECT_EQ(dump.find("[x]"), std::string::npos);
  EXPECT_NE(dump.find("[ ]"), std::string::npos);
}

TEST(FigurePlaces, keep_room_for_a_picture) {
  EXPECT_EQ(filled("<figure-place width=\"10cm\" height=\"5cm\">ภาพ</figure-place>", "{}"),
            "figure #2 283.465 x 141.732 center empty\n  \"ภาพ\"\n");
}

TEST(FigurePlaces, take_their_width_from_the_data_or_are_fifteen_centimetres_wide) {
  const std::string place = "<figure-place width=\"{{ name }}\" height=\"5cm\">ภาพ</figure-place>";
  EXPECT_EQ(filled(place, R"({"name": "10cm"})").substr(0, 27), "figure #2 283.465 x 141.732");
  EXPECT_EQ(filled(place, "{}").substr(0, 27), "figure #2 425.197 x 141.732");
}

TEST(FigurePlaces, leave_the_room_below_that_the_style_of_their_caption_asks_for) {
  const auto space_after = [](const std::string& caption) {
    Diagnostics diagnostics;
    const auto document =
        kit::fill_document(kit::report("<style name=\"body\" space-before=\"6pt\" space-after=\"4pt\"/><section "
                                       "margins=\"2cm\"><figure-place width=\"9pt\" "
                                       "height=\"9pt\">" +
                                       caption + "</figure-place></section>"),
                           "{}", diagnostics);
    return std::get<model::Figure>(document->sections[0].blocks[0].content).space_after;
  };
  EXPECT_EQ(space_after("ภาพ"), Length::points(4));
  EXPECT_EQ(space_after(""), Length::points(6)) << "as far from what follows as from a caption";
}

/// The grid of as many pictures that are still to come.
model::Table grid_of(std::size_t pictures, const std::string& columns, std::size_t& warnings) {
  std::string list;
  for (std::size_t i = 0; i < pictures; ++i) list += std::string(list.empty() ? "" : ", ") + R"({"name": "ก"})";
  Diagnostics diagnostics;
  const auto document = kit::fill_document(
      kit::report(
          "<style name=\"body\"/><section size=\"A4\" margins=\"2cm\"><photo-grid " + columns +
          "><photo each=\"person in people\" image=\"person.role\">{{ person.name }}</photo></photo-grid></section>"),
      R"({"people": [)" + list + "]}", diagnostics);
  warnings = static_cast<std::size_t>(
      std::count_if(diagnostics.items().begin(), diagnostics.items().end(),
                    [](const Diagnostic& each) { return each.code == "data.picture-missing"; }));
  return std::get<model::Table>(document->sections[0].blocks[0].content);
}

TEST(PhotoGrids, stand_in_rows_that_stay_whole_and_tell_what_is_missing) {
  std::size_t warnings = 0;
  const model::Table table = grid_of(5, "", warnings);
  EXPECT_EQ(warnings, 5U);
  EXPECT_TRUE(table.is_grid);
  EXPECT_EQ(table.rule_thickness, Length());
  ASSERT_EQ(table.groups.size(), 1U);
  const auto& rows = table.groups[0].rows;
  ASSERT_EQ(rows.size(), 3U);
  for (const model::Row& row : rows) EXPECT_FALSE(row.may_split);
  EXPECT_EQ(rows[0].cells.size(), 2U);
  ASSERT_EQ(rows[2].cells.size(), 1U);
  EXPECT_EQ(rows[2].cells[0].column_span, 2);
  const auto& figure = std::get<model::Figure>(rows[0].cells[0].blocks[0].content);
  EXPECT_EQ(figure.width, Length::millimetres(82));  // 170 by two, less the room beside
  EXPECT_EQ(figure.height, Length::millimetres(82).scaled(3, 4));
  ASSERT_EQ(figure.frame_words.size(), 1U);
  EXPECT_EQ(figure.frame_words[0].text, "(รอใส่ภาพ)");
}

TEST(PhotoGrids, fill_the_columns_that_a_last_row_leaves_free) {
  std::size_t warnings = 0;
  EXPECT_EQ(grid_of(5, "columns=\"3\"", warnings).groups[0].rows[1].cells.size(), 3U);
}

TEST(PhotoGrids, are_no_higher_than_three_quarters_of_their_page) {
  std::size_t warnings = 0;
  const model::Table table = grid_of(1, "columns=\"1\"", warnings);
  const auto& figure = std::get<model::Figure>(table.groups[0].rows[0].cells[0].blocks[0].content);
  EXPECT_LE(figure.height, Length::millimetres(257).scaled(3, 4));
}

TEST(PageBreaks, stand_where_the_layout_says) {
  EXPECT_EQ(filled("<p>ก</p><page-break/><p page-break-before=\"yes\">ข</p>", "{}"),
            "paragraph #2 body\n  \"ก\"\npage-break\nparagraph #3 body starts-page\n  \"ข\"\n");
}

}  // namespace

}  // namespace krut::layout
