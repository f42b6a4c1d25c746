#include <gtest/gtest.h>

#include <algorithm>

#include "model/forms.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

using namespace model::forms::memo;

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

/// Where everything stands below `top`: text, left ends and baselines, rules.
std::vector<std::string> places_of(const model::Page& page, Length top) {
  std::vector<std::string> places;
  const auto say = [](Length length) { return ' ' + std::to_string(length.in_emu()); };
  for (const model::Mark& mark : page.marks) {
    if (const auto* line = std::get_if<model::TextLine>(&mark)) {
      std::string place = kit::text_of(*line) + say(line->baseline - top);
      for (const model::TextPiece& piece : line->pieces) place += say(piece.x);
      places.push_back(place);
    } else if (const auto* rule = std::get_if<model::Rule>(&mark)) {
      places.push_back("rule" + say(rule->x1) + say(rule->x2) + say(rule->y1 - top));
    }
  }
  return places;
}

model::HeadField head_field(model::ElementId id, const std::string& label, const std::string& value) {
  model::HeadField field{id, {label_span(label)}, {}};
  if (!value.empty()) field.value = {kit::span(value)};
  return field;
}

TEST(LabelledLine, with_a_leader_stands_as_the_lines_of_form_29_do) {
  const std::string agency = "สำนักปลัด องค์การบริหารส่วนตำบลตัวอย่าง";
  for (const std::string& subject : {std::string("รายงานผล"), kit::thai_text(60), std::string()}) {
    model::MemoHead head;
    head.emblem.mode = model::EmblemMode::none;
    head.agency = head_field(2, "ส่วนราชการ", agency);
    head.reference_no = head_field(3, "", "");
    head.date = head_field(4, "", "");
    head.subject = head_field(5, "เรื่อง", subject);
    const Length top = title_space_before + title_pitch + first_field_space_before;
    const auto of_form = places_of(pages_of({{head}}).pages.front(), top);
    model::LabelledLine last = labelled(12, "เรื่อง", subject);
    last.format.space_before = field_pitch;  // the line of ที่ and วันที่, which says nothing here
    const auto of_lines = places_of(pages_of({{labelled(10, "ส่วนราชการ", agency)}, {last}}).pages.front(), Length());
    EXPECT_GE(of_lines.size(), 4U);
    for (const std::string& place : of_lines) {
      EXPECT_NE(std::find(of_form.begin(), of_form.end(), place), of_form.end()) << place;
    }
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

}  // namespace
}  // namespace krut::typeset
