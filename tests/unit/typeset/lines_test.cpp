#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "text/setter.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

/// Of form 29.
constexpr Length field_pitch = 22.6_pt;
constexpr Length date_position = 81_mm;

model::Span label_span(const std::string& text) {
  model::Span label = kit::span(text, 20);
  label.format.is_bold = true;
  return label;
}

/// A line of a memo's head, made of the general block.
model::LabelledLine labelled(model::ElementId id, const std::string& label, const std::string& value) {
  model::LabelledLine line;
  line.id = id;
  line.format = kit::format();
  line.format.line_pitch = field_pitch;
  line.label = {label_span(label)};
  if (!value.empty()) line.gap = {kit::span("  ")};
  line.items = {{id + 1, "", {}}};
  if (!value.empty()) line.items.front().text = {kit::span(value)};
  line.leader = model::Leader::dots;
  return line;
}

model::Pages pages_of(std::vector<model::Block> blocks) {
  model::Section section = kit::memo_paper();
  section.blocks = std::move(blocks);
  return kit::set(kit::document(section));
}

std::vector<model::Rule> rules_of(const model::Page& page) {
  std::vector<model::Rule> rules;
  for (const model::Mark& mark : page.marks) {
    if (const auto* rule = std::get_if<model::Rule>(&mark)) rules.push_back(*rule);
  }
  return rules;
}

TEST(LabelledLine, with_a_leader_stands_as_the_lines_of_form_29_do) {
  const model::Page page = pages_of({{labelled(2, "เรื่อง", kit::thai_text(60))}}).pages.front();
  const auto lines = kit::lines_of(page);
  const auto rules = rules_of(page);
  ASSERT_GT(lines.size(), 1U);
  ASSERT_EQ(rules.size(), lines.size()) << "dots under each line";
  const Length value = kit::find_line(page, lines[1])->pieces.front().x;
  EXPECT_EQ(kit::find_line(page, "เรื่อง")->pieces.front().x, 30_mm);
  EXPECT_GT(value, rules[0].x1) << "two spaces behind the label";
  EXPECT_EQ(rules[1].x1, value);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(rules[i].x2, 190_mm);
    EXPECT_EQ(rules[i].y1, kit::find_line(page, lines[i])->baseline + 1.2_pt);
  }
}

TEST(LabelledLine, without_a_value_is_a_leader_to_its_end) {
  model::LabelledLine line = labelled(2, "ลงชื่อ", "");
  line.end = 80_mm;
  const model::Pages pages = pages_of({{line}});
  const auto rules = rules_of(pages.pages.front());
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].x1, kit::right_edge(*kit::find_line(pages.pages.front(), "ลงชื่อ")));
  EXPECT_EQ(rules[0].x2, 30_mm + 80_mm);
  EXPECT_EQ(pages.measured.text_starts.count(3), 0U) << "nothing hangs";
}

TEST(LabelledLine, tells_where_its_text_starts_and_where_its_lines_break) {
  const std::string words = kit::thai_text(60);
  const model::Pages pages = pages_of({{labelled(2, "เรื่อง", words)}});
  const model::Page& page = pages.pages.front();
  const auto lines = kit::lines_of(page);
  ASSERT_GT(lines.size(), 1U);
  const Length start = pages.measured.text_starts.at(3);
  EXPECT_EQ(30_mm + start, kit::find_line(page, lines[1])->pieces.front().x);
  EXPECT_EQ(pages.measured.text_starts.at(2), start);
  const auto& breaks = pages.measured.line_breaks.at(3);
  EXPECT_EQ(breaks.size(), lines.size() - 1);
  EXPECT_EQ("เรื่อง  " + words.substr(0, breaks[0]), lines[0]);
}

TEST(LabelledLine, keeps_all_its_values_together_when_asked) {
  model::LabelledLine line = labelled(10, "สิ่งที่ส่งมาด้วย", "ก");
  for (model::ElementId id = 12; id < 15; ++id) line.items.push_back({id, "", {kit::span("ข")}});
  line.format.line_pitch = 18.1_pt;
  line.format.keeps_together = true;
  model::Section section = kit::paper_of_lines(5);
  section.blocks = {{kit::paragraph(1, "บน")}, {kit::paragraph(2, "บน")}, {line}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(kit::lines_of(pages.pages[1]).size(), 4U);
}

/// ที่ and วันที่ as the memo's head has them.
model::SideBySide numbered_line(const std::string& number, const std::string& date) {
  model::SideBySide block;
  block.id = 20;
  model::Column left;
  left.kind = model::Column::Kind::fixed;
  left.width = date_position;
  model::LabelledLine first = labelled(21, "ที่", number);
  first.format.right_indent = 2_mm;
  block.sides = {{left, {{first}}}, {{}, {{labelled(23, "วันที่", date)}}}};
  return block;
}

TEST(SideBySide, stands_as_the_number_and_date_of_form_29_do) {
  const std::string long_number = "กก ๗๑๐๐๑/๑๒ ลงทะเบียนกลาง ทะเบียนที่ ๓๔๕๖ เล่มที่ ๗๘";
  for (const std::string& number : {std::string("กก ๗๑๐๐๑/-"), long_number}) {
    const model::Page page = pages_of({{numbered_line(number, "๑๐ เมษายน ๒๕๖๖")}}).pages.front();
    const model::TextLine* first = kit::find_line(page, "ที่");
    const model::TextLine* date = kit::find_line(page, "วันที่");
    ASSERT_NE(first, nullptr);
    ASSERT_NE(date, nullptr);
    EXPECT_EQ(first->baseline, date->baseline);
    EXPECT_EQ(date->pieces.front().x, 30_mm + date_position);
    const std::string text = kit::text_of(page);
    EXPECT_NE(text.find(number.substr(number.size() - 3) + "วันที่"), std::string::npos)
        << "read to its end before the date: " << text;
    EXPECT_EQ(rules_of(page).front().x2, 30_mm + date_position) << "dots up to the date";
    EXPECT_EQ(rules_of(page).back().x2, 190_mm);
  }
}

TEST(SideBySide, of_one_line_each_is_told_and_others_are_not) {
  const auto is_one_line = [](const model::SideBySide& block) {
    return pages_of({{block}}).measured.one_line.count(block.id) > 0;
  };
  EXPECT_TRUE(is_one_line(numbered_line("๑", "๑๐ เมษายน ๒๕๖๖")));
  EXPECT_FALSE(is_one_line(numbered_line(kit::thai_text(30), "๑")));
  EXPECT_FALSE(is_one_line(numbered_line("๑", kit::thai_text(60)))) << "further lines have leaders of their own";
  model::SideBySide block = numbered_line("๑", "๑");
  block.sides.back().blocks = {{kit::paragraph(30, "สำนัก")}, {kit::paragraph(31, "ตำบล")}};
  EXPECT_FALSE(is_one_line(block)) << "another pitch";
  std::get<model::LabelledLine>(block.sides.front().blocks.front().content).format.line_pitch =
      kit::format().line_pitch;
  EXPECT_TRUE(is_one_line(block)) << "below the last side's first line there may be others";
}

TEST(SideBySide, gives_what_is_left_to_shares_and_needs_room_for_them) {
  model::SideBySide block = numbered_line("๑", "๑");
  model::Column content;
  content.kind = model::Column::Kind::content;
  block.sides.push_back({content, {{kit::paragraph(30, "สำนักปลัด")}}});
  const model::Pages pages = pages_of({{block}});
  const auto& widths = pages.measured.side_widths.at(block.id);
  EXPECT_EQ(widths[0], date_position);
  EXPECT_EQ(widths[0] + widths[1] + widths[2], 160_mm);
  EXPECT_EQ(kit::right_edge(*kit::find_line(pages.pages.front(), "สำนัก")), 190_mm);
  block.sides.front().column.width = 140_mm;
  block.sides.insert(block.sides.begin() + 1, model::SideBySide::Side());
  const auto equal = pages_of({{block}}).measured.side_widths.at(block.id);
  EXPECT_EQ(equal, (std::vector<Length>{160_mm / 3, Length(), 160_mm / 3, 160_mm - 160_mm / 3 * 2}));
}

TEST(SideBySide, goes_to_the_next_page_as_a_whole) {
  model::SideBySide block = numbered_line(kit::thai_text(15), "๑");
  model::Section section = kit::paper_of_lines(12);
  for (model::ElementId id = 1; id <= 10; ++id) section.blocks.push_back({kit::paragraph(id, "ก")});
  section.blocks.push_back({block});
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_NE(kit::find_line(pages.pages[1], "ที่"), nullptr);
}

model::Paragraph tabbed(const std::vector<std::string>& parts, std::vector<model::TabStop> stops) {
  model::Paragraph paragraph = kit::paragraph(2, "");
  paragraph.spans.clear();
  for (const std::string& part : parts) {
    if (!paragraph.spans.empty()) {
      paragraph.spans.push_back(kit::span(""));
      paragraph.spans.back().kind = model::SpanKind::tab;
    }
    paragraph.spans.push_back(kit::span(part));
  }
  paragraph.tab_stops = std::move(stops);
  return paragraph;
}

/// Where a text in a line starts and ends, from the left margin.
std::pair<Length, Length> extent_of(const model::TextLine& line, const std::string& text) {
  for (const model::TextPiece& piece : line.pieces) {
    if (piece.shape->text != text) continue;
    return {piece.x - 30_mm,
            piece.x - 30_mm + text::width_of(piece.shape->advance, piece.shape->font->units_per_em, piece.size)};
  }
  ADD_FAILURE() << "no " << text;
  return {};
}

TEST(Tabs, text_stands_at_its_stop_and_is_read_behind_a_space) {
  const model::Pages pages = pages_of(
      {{tabbed({"ชื่อ", "ตำแหน่ง", "หน้า", "๑๒"},
               {{40_mm}, {80_mm, model::Alignment::center}, {150_mm, model::Alignment::right, model::Leader::dots}})}});
  const model::Page& page = pages.pages.front();
  EXPECT_EQ(kit::lines_of(page), (std::vector<std::string>{"ชื่อ ตำแหน่ง หน้า ๑๒"}));
  const model::TextLine& line = *kit::find_line(page, "ชื่อ");
  EXPECT_EQ(extent_of(line, "ตำแหน่ง").first, 40_mm);
  const auto [left, right] = extent_of(line, "หน้า");
  EXPECT_NEAR(((left + right) / 2).in_points(), (80_mm).in_points(), 0.01);
  EXPECT_EQ(extent_of(line, "๑๒").second, 150_mm);
  const auto rules = rules_of(page);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].x1 - 30_mm, right);
  EXPECT_EQ(rules[0].x2 - 30_mm, extent_of(line, "๑๒").first);
}

TEST(Tabs, text_that_has_passed_a_stop_goes_on_at_the_next_and_wraps_at_the_left_indent) {
  const std::string words = kit::thai_text(60);
  const model::Pages pages = pages_of({{tabbed({"คณะกรรมการตรวจรับพัสดุ", words}, {{10_mm}, {80_mm}})}});
  const auto lines = kit::lines_of(pages.pages.front());
  ASSERT_GT(lines.size(), 1U);
  EXPECT_EQ(kit::text_of(pages.pages.front()), "คณะกรรมการตรวจรับพัสดุ " + words);
  EXPECT_EQ(kit::find_line(pages.pages.front(), lines[1])->pieces.front().x, 30_mm);
  bool stands_at_second = false;
  for (const auto& piece : kit::find_line(pages.pages.front(), lines[0])->pieces) {
    stands_at_second |= piece.x == 110_mm;
  }
  EXPECT_TRUE(stands_at_second);
}

TEST(SpaceBefore, that_is_kept_counts_at_the_top_of_a_page) {
  model::Paragraph second = kit::paragraph(3, "ข");
  second.format.space_before = 20_pt;
  second.starts_page = true;
  const auto baseline = [&] {
    return kit::find_line(pages_of({{kit::paragraph(2, "ก")}, {second}}).pages[1], "ข")->baseline;
  };
  const Length dropped = baseline();
  second.format.keeps_space_before = true;
  EXPECT_EQ(baseline(), dropped + 20_pt);
}

}  // namespace
}  // namespace krut::typeset
