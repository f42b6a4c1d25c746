#include <gtest/gtest.h>

#include "model/forms.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

model::HeadField field(model::ElementId id, const std::string& label, const std::string& value) {
  model::HeadField field;
  field.id = id;
  field.label = {kit::span(label, 20)};
  field.label.front().format.is_bold = true;
  field.value = {kit::span(value)};
  return field;
}

model::MemoHead memo_head(const std::string& subject) {
  model::MemoHead head;
  head.id = 1;
  head.emblem.width = 14_mm;
  head.emblem.height = model::forms::emblem_height_memo;
  head.emblem.placeholder = {kit::span("ตราครุฑ", 12)};
  head.title = {kit::span("บันทึกข้อความ", 29)};
  head.agency = field(2, "ส่วนราชการ", "สำนักปลัด องค์การบริหารส่วนตำบลตัวอย่าง");
  head.reference_no = field(3, "ที่", "กก ๗๑๐๐๑/-");
  head.date = field(4, "วันที่", "๑๐ เมษายน ๒๕๖๖");
  head.subject = field(5, "เรื่อง", subject);
  return head;
}

model::Page memo_page(const model::MemoHead& head) {
  model::Section section = kit::memo_paper();
  section.blocks = {{head}, {kit::paragraph(9, "เรียน  นายก")}};
  model::Pages pages = kit::set(kit::document(section));
  EXPECT_EQ(pages.pages.size(), 1U);
  return pages.pages.front();
}

/// Half a millimetre, as the forms are measured.
void expect_near_points(Length found, double wanted, const std::string& what) {
  EXPECT_NEAR(found.in_points(), wanted, 0.5 * 72 / 25.4) << what;
}

Length x_of(const model::Page& page, const std::string& start) {
  const model::TextLine* line = kit::find_line(page, start);
  if (line == nullptr) ADD_FAILURE() << "no " << start;
  return line == nullptr ? Length() : line->pieces.front().x;
}

std::vector<model::Rule> dots_of(const model::Page& page) {
  std::vector<model::Rule> rules;
  for (const model::Mark& mark : page.marks) {
    if (const auto* rule = std::get_if<model::Rule>(&mark)) rules.push_back(*rule);
  }
  return rules;
}

TEST(MemoHead, a_number_of_two_lines_is_read_to_its_end_before_the_date) {
  model::MemoHead head = memo_head("รายงานผล");
  head.reference_no = field(3, "ที่", "กก ๗๑๐๐๑/๑๒ ลงทะเบียนกลาง ทะเบียนที่ ๓๔๕๖ เล่มที่ ๗๘");
  const model::Page page = memo_page(head);
  const std::string text = kit::text_of(page);
  EXPECT_NE(text.find("๗๘วันที่"), std::string::npos) << text;
  EXPECT_EQ(kit::find_line(page, "วันที่")->baseline, kit::find_line(page, "ที่")->baseline);
}

TEST(MemoHead, stands_where_form_29_puts_it) {
  const model::Page page = memo_page(memo_head("รายงานผล"));
  expect_near_points(kit::find_line(page, "บันทึกข้อความ")->baseline, 76, "title");
  expect_near_points(kit::find_line(page, "ส่วนราชการ")->baseline, 106.3, "agency");
  expect_near_points(kit::find_line(page, "ที่")->baseline, 128.9, "reference");
  expect_near_points(kit::find_line(page, "วันที่")->baseline, 128.9, "date");
  expect_near_points(kit::find_line(page, "เรื่อง")->baseline, 151.5, "subject");
  for (const char* label : {"ส่วนราชการ", "ที่", "เรื่อง"}) expect_near_points(x_of(page, label), 85.04, label);
  EXPECT_EQ(x_of(page, "วันที่"), 30_mm + model::forms::memo::date_position);
}

TEST(MemoHead, the_title_stands_on_the_page_s_centre) {
  model::Section section = kit::memo_paper();
  section.blocks = {{memo_head("รายงานผล")}};
  model::Document document = kit::document(section);
  model::Style style;
  style.paragraph.alignment = model::Alignment::center;
  style.paragraph.right_indent = model::forms::memo::title_right_indent;
  document.styles = {style};
  const model::Pages pages = kit::set(document);
  const model::TextLine* title = kit::find_line(pages.pages.front(), "บันทึกข้อความ");
  expect_near_points((title->pieces.front().x + kit::right_edge(*title)) / 2, 297.64, "centre");
}

TEST(MemoHead, the_emblem_s_box_stands_in_the_top_left_corner_with_its_word_inside) {
  const model::Page page = memo_page(memo_head("รายงานผล"));
  const auto* box = std::get_if<model::Box>(&page.marks.front());
  ASSERT_NE(box, nullptr);
  EXPECT_EQ(box->x, 30_mm);
  EXPECT_EQ(box->y, 15_mm);
  EXPECT_EQ(box->height, 15_mm);
  const model::TextLine* word = kit::find_line(page, "ตราครุฑ");
  ASSERT_NE(word, nullptr);
  EXPECT_GE(word->pieces.front().x, box->x);
  EXPECT_LE(kit::right_edge(*word), box->x + box->width);
  EXPECT_GT(word->baseline, box->y);
  EXPECT_LT(word->baseline, box->y + box->height);
}

TEST(MemoHead, preprinted_paper_and_no_emblem_keep_every_other_position) {
  const model::Page with_box = memo_page(memo_head("รายงานผล"));
  for (const auto mode : {model::EmblemMode::preprinted, model::EmblemMode::none}) {
    model::MemoHead head = memo_head("รายงานผล");
    head.emblem.mode = mode;
    const model::Page page = memo_page(head);
    EXPECT_EQ(kit::find_line(page, "ตราครุฑ"), nullptr);
    for (const char* start : {"บันทึกข้อความ", "เรื่อง", "เรียน"}) {
      EXPECT_EQ(kit::find_line(page, start)->baseline, kit::find_line(with_box, start)->baseline);
    }
  }
}

TEST(MemoHead, dots_run_under_each_value_to_the_margin_and_stop_at_the_date) {
  const model::Page page = memo_page(memo_head("รายงานผล"));
  const auto dots = dots_of(page);
  ASSERT_EQ(dots.size(), 4U);
  const Length right = 190_mm;
  const Length date = 30_mm + model::forms::memo::date_position;
  EXPECT_EQ(dots[0].x2, right);
  EXPECT_EQ(dots[1].x2, date);
  EXPECT_EQ(dots[2].x2, right);
  EXPECT_EQ(dots[3].x2, right);
  for (const model::Rule& rule : dots) {
    EXPECT_EQ(rule.y1, rule.y2);
    EXPECT_EQ(rule.dash, 0.48_pt);
    EXPECT_EQ(rule.gap, 2.4_pt);
    EXPECT_EQ(rule.owner.artifact, model::ArtifactKind::layout);
  }
  EXPECT_EQ(dots[0].y1, kit::find_line(page, "ส่วนราชการ")->baseline + 1.2_pt);
  const model::TextLine* agency = kit::find_line(page, "ส่วนราชการ");
  EXPECT_GE(dots[0].x1, agency->pieces[1].x);
  EXPECT_LT(dots[0].x1, agency->pieces[3].x);
}

TEST(MemoHead, the_value_follows_its_label_after_two_spaces) {
  const model::Page page = memo_page(memo_head("รายงานผล"));
  EXPECT_EQ(kit::text_of(*kit::find_line(page, "เรื่อง")), "เรื่อง  รายงานผล");
}

TEST(MemoHead, a_long_subject_wraps_under_its_value_with_dots_on_every_line) {
  const std::string subject = kit::thai_text(45);
  const model::Page page = memo_page(memo_head(subject));
  const auto lines = kit::lines_of(page);
  const model::TextLine* first = kit::find_line(page, "เรื่อง");
  std::vector<const model::TextLine*> set;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && line->owner == first->owner) set.push_back(line);
  }
  ASSERT_GE(set.size(), 2U);
  EXPECT_EQ(dots_of(page).size(), 3 + set.size());
  std::string text;
  for (const model::TextLine* line : set) text += kit::text_of(*line);
  EXPECT_EQ(text, "เรื่อง  " + subject);
  const Length value_x = first->pieces[2].x;
  EXPECT_EQ(set[1]->pieces.front().x, value_x);
  EXPECT_EQ(set[1]->baseline, first->baseline + model::forms::memo::field_pitch);
}

}  // namespace
}  // namespace krut::typeset
