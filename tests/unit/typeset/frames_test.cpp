#include <gtest/gtest.h>

#include <cstdlib>

#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

template <typename Kind>
std::vector<Kind> marks_of(const model::Page& page) {
  std::vector<Kind> marks;
  for (const model::Mark& mark : page.marks) {
    if (const auto* found = std::get_if<Kind>(&mark)) marks.push_back(*found);
  }
  return marks;
}

model::HorizontalRule rule_of(Length width) {
  model::HorizontalRule rule;
  rule.id = 7;
  rule.width = width;
  rule.thickness = 2_pt;
  return rule;
}

/// The one rule of a page 10 cm wide between its margins, under a line of text.
model::Rule drawn(const model::HorizontalRule& rule, model::Section& section) {
  section = kit::paper_of_lines(20);
  section.blocks = {{kit::paragraph(1, "คำสั่ง")}, {rule}, {kit::paragraph(2, "ที่")}};
  const auto rules = marks_of<model::Rule>(kit::set(kit::document(section)).pages[0]);
  return rules.size() == 1 ? rules.front() : model::Rule();
}

TEST(Rules, stand_in_the_middle_of_their_column_or_at_its_edge) {
  model::Section section;
  model::HorizontalRule rule = rule_of(40_mm);
  const model::Rule middle = drawn(rule, section);
  EXPECT_EQ(middle.x1, section.margin_left + 30_mm);
  EXPECT_EQ(middle.x2, section.margin_left + 70_mm);
  EXPECT_EQ(middle.thickness, 2_pt);
  EXPECT_EQ(middle.owner.artifact, model::ArtifactKind::layout) << "readers skip it";
  rule.alignment = model::Alignment::left;
  EXPECT_EQ(drawn(rule, section).x1, section.margin_left);
  rule.alignment = model::Alignment::right;
  EXPECT_EQ(drawn(rule, section).x2, section.margin_left + 100_mm);
}

TEST(Rules, are_never_wider_than_their_column) {
  model::Section section;
  for (const Length width : {Length(), 300_mm}) {
    const model::Rule rule = drawn(rule_of(width), section);
    EXPECT_EQ(rule.x1, section.margin_left);
    EXPECT_EQ(rule.x2, section.margin_left + 100_mm);
  }
}

TEST(Rules, take_their_thickness_and_the_space_around_them) {
  model::Section section;
  model::HorizontalRule rule = rule_of({});
  rule.space_before = 6_pt;
  rule.space_after = 9_pt;
  const model::Rule mark = drawn(rule, section);
  EXPECT_EQ(mark.y1, section.margin_top + 18.1_pt + 6_pt + 1_pt);
  const model::Page page = kit::set(kit::document(section)).pages[0];
  EXPECT_EQ(kit::find_line(page, "ที่")->baseline - kit::find_line(page, "คำสั่ง")->baseline, 18.1_pt + 17_pt);
}

TEST(Rules, go_over_with_what_they_keep_with) {
  model::Section section = kit::paper_of_lines(2);
  model::HorizontalRule rule = rule_of({});
  rule.keeps_with_next = true;
  section.blocks = {{kit::paragraph(1, "ก")}, {rule}, {kit::paragraph(2, "ข")}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_TRUE(marks_of<model::Rule>(pages.pages[0]).empty());
  EXPECT_EQ(marks_of<model::Rule>(pages.pages[1]).size(), 1U);
}

model::Figure picture_to_come() {
  model::Figure figure;
  figure.id = 3;
  figure.width = 30_mm;
  figure.height = 40_mm;
  return figure;
}

TEST(Figures, that_are_blank_keep_their_room_and_draw_nothing) {
  model::Section section = kit::paper_of_lines(20);
  model::Figure figure = picture_to_come();
  section.blocks = {{figure}, {kit::paragraph(2, "ใต้ภาพ")}};
  const model::Pages drawn = kit::set(kit::document(section));
  figure.is_blank = true;
  section.blocks.front() = {figure};
  const model::Pages blank = kit::set(kit::document(section));
  EXPECT_EQ(marks_of<model::Box>(drawn.pages[0]).size(), 1U);
  EXPECT_TRUE(marks_of<model::Box>(blank.pages[0]).empty());
  EXPECT_EQ(kit::find_line(blank.pages[0], "ใต้ภาพ")->baseline, kit::find_line(drawn.pages[0], "ใต้ภาพ")->baseline);
  EXPECT_EQ(blank.structure.size() + 1, drawn.structure.size()) << "a reader is told of no figure";
}

TEST(Figures, have_their_words_in_the_middle_whatever_the_size_of_these) {
  for (const double points : {10.0, 16.0}) {
    model::Section section = kit::paper_of_lines(20);
    model::Figure figure = picture_to_come();
    figure.frame_words = {kit::span("ตราครุฑ", points)};
    section.blocks = {{figure}};
    const model::Page page = kit::set(kit::document(section)).pages[0];
    const Length middle = section.margin_top + 20_mm;
    const Length below_middle = kit::find_line(page, "ตราครุฑ")->baseline - middle;
    EXPECT_GT(below_middle, Length::points(points).scaled(30, 100)) << points;
    EXPECT_LT(below_middle, Length::points(points).scaled(36, 100)) << points;
  }
}

/// A box of 4 by 2 cm with one line of text.
model::Frame frame_of(const std::string& text) {
  model::Frame frame;
  frame.id = 50;
  frame.width = 40_mm;
  frame.height = 20_mm;
  frame.blocks = {{kit::paragraph(51, text)}};
  return frame;
}

const model::TextLine& line(const model::Page& page, const std::string& start) {
  static const model::TextLine none;
  const model::TextLine* found = kit::find_line(page, start);
  EXPECT_NE(found, nullptr) << start;
  return found == nullptr ? none : *found;
}

Length left_of(const model::TextLine& line) { return line.pieces.empty() ? Length() : line.pieces.front().x; }

/// A page with a line, a frame and the line that the frame stands beside, 6 pt below the first.
model::Section page_with(const model::Frame& frame) {
  model::Section section = kit::paper_of_lines(20);
  model::ParagraphFormat format = kit::format();
  format.space_before = 6_pt;
  section.blocks = {{kit::paragraph(1, "ก")}, {frame}, {kit::paragraph(2, "ข", format)}};
  return section;
}

TEST(Frames, stand_beside_the_next_block_and_take_no_room) {
  model::Frame frame = frame_of("ลับ");
  frame.left = 10_mm;
  frame.top = 2_pt;
  const model::Section section = page_with(frame);
  const model::Page page = kit::set(kit::document(section)).pages[0];
  EXPECT_EQ(line(page, "ข").baseline - line(page, "ก").baseline, 18.1_pt + 6_pt);
  EXPECT_EQ(line(page, "ลับ").baseline, line(page, "ข").baseline + 2_pt) << "the space above the next block left out";
  EXPECT_EQ(left_of(line(page, "ลับ")), section.margin_left + 10_mm);
  EXPECT_EQ(kit::lines_of(page), (std::vector<std::string>{"ก", "ลับ", "ข"})) << "read where it stands in the layout";
}

TEST(Frames, count_from_the_page_or_the_paper) {
  model::Frame frame = frame_of("ลับ");
  frame.from = model::Frame::Horizontal::page_centre;
  frame.below = model::Frame::Vertical::body;
  frame.blocks = {{kit::paragraph(51, "ลับ", kit::format(model::Alignment::center))}};
  const model::Section section = page_with(frame);
  const model::Page centred = kit::set(kit::document(section)).pages[0];
  const model::TextLine& middle = line(centred, "ลับ");
  const Length off = left_of(middle) + kit::right_edge(middle) - section.page_width;
  EXPECT_LE(std::abs(off.in_emu()), 2) << "but for a rounding";
  EXPECT_EQ(middle.baseline, line(centred, "ก").baseline) << "level with the body's first line";
  frame = frame_of("ลับ");
  frame.from = model::Frame::Horizontal::paper;
  frame.below = model::Frame::Vertical::paper;
  frame.left = 5_mm;
  frame.top = 3_mm;
  const model::Page page = kit::set(kit::document(page_with(frame))).pages[0];
  EXPECT_EQ(left_of(line(page, "ลับ")), 5_mm);
  EXPECT_EQ(line(page, "ลับ").baseline, 3_mm + Length::points(18.1).scaled(8, 10));
}

TEST(Frames, go_over_with_their_next_block) {
  model::Section section = kit::paper_of_lines(2);
  section.blocks = {{kit::paragraph(1, "ก")}, {kit::paragraph(2, "ข")}, {frame_of("ลับ")}, {kit::paragraph(3, "ค")}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(kit::lines_of(pages.pages[1]), (std::vector<std::string>{"ลับ", "ค"}));
}

TEST(Frames, move_with_the_beginning_of_a_table) {
  model::Section section = kit::paper_of_lines(2);
  model::Table table;
  table.id = 10;
  table.columns.resize(1);
  table.groups.resize(1);
  for (model::ElementId row = 0; row < 3; ++row) {
    model::Cell cell;
    cell.id = 30 + row;
    cell.blocks = {{kit::paragraph(40 + row, "แถว" + std::to_string(row))}};
    table.groups[0].rows.push_back({20 + row, {cell}, true, {}});
  }
  section.blocks = {{frame_of("ลับ")}, {table}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(line(pages.pages[0], "ลับ").baseline, line(pages.pages[0], "แถว0").baseline);
  EXPECT_EQ(kit::find_line(pages.pages[1], "ลับ"), nullptr);
}

TEST(Frames, without_a_next_block_stand_with_the_one_before) {
  model::Section section = kit::paper_of_lines(1);
  section.blocks = {{kit::paragraph(1, "ก")}, {frame_of("ลับ")}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 1U);
  EXPECT_EQ(line(pages.pages[0], "ลับ").baseline, line(pages.pages[0], "ก").baseline + 18.1_pt);
  section.blocks = {{frame_of("ลับ")}};
  EXPECT_EQ(kit::set(kit::document(section)).pages.size(), 1U) << "a page of nothing else";
}

TEST(Frames, are_measured_once_for_all_papers) {
  model::Frame frame = frame_of("ลับ");
  model::Figure figure = picture_to_come();
  figure.id = 52;
  frame.blocks.push_back({figure});
  const model::Pages pages = kit::set(kit::document(page_with(frame)));
  EXPECT_EQ(pages.measured.frame_heights.at(50), 18.1_pt + 40_mm) << "more than was asked for";
  EXPECT_EQ(pages.measured.tops_in_frames.at(52), 18.1_pt);
  EXPECT_EQ(kit::set(kit::document(page_with(frame_of("ลับ")))).measured.frame_heights.at(50), 20_mm);
}

}  // namespace
}  // namespace krut::typeset
