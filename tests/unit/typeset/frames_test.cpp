#include <gtest/gtest.h>

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
  EXPECT_EQ(drawn(rule, section).y1, section.margin_top + 18.1_pt + 6_pt + 1_pt);
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

}  // namespace
}  // namespace krut::typeset
