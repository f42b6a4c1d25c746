#include <gtest/gtest.h>

#include "model/forms.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

constexpr double tolerance = 0.5 * 72 / 25.4;  // half a millimetre, as the forms are measured

model::LetterHead letter_head() {
  model::LetterHead head;
  head.id = 1;
  head.format = kit::format();
  head.emblem.width = 27.6_mm;
  head.emblem.height = model::forms::emblem_height_letter;
  head.emblem.placeholder = {kit::span("ตราครุฑ", 10)};
  head.reference_no.id = 2;
  head.reference_no.label = {kit::span("ที่")};
  head.reference_no.value = {kit::span("กก ๗๑๐๐๑/๑๒")};
  head.agency_id = 3;
  head.agency = {{kit::span("องค์การบริหารส่วนตำบลตัวอย่าง")}, {kit::span("อำเภอตัวอย่าง ๙๙๐๐๐")}};
  head.date_id = 4;
  head.date = {kit::span("๑๐ เมษายน ๒๕๖๖")};
  return head;
}

model::LabelledLine field(model::ElementId id, const std::string& label, const std::vector<std::string>& values) {
  model::LabelledLine field;
  field.id = id;
  field.format = kit::format();
  field.format.space_before = 6_pt;
  field.label = {kit::span(label)};
  field.gap = {kit::span("  ")};
  for (const std::string& value : values) {
    const std::string marker = values.size() > 1 ? std::to_string(field.items.size() + 1) + "." : "";
    field.items.push_back({++id, marker, {kit::span(value)}});
  }
  return field;
}

model::Page letter_page(const model::LetterHead& head, std::vector<model::LabelledLine> fields = {}) {
  model::Section section = kit::memo_paper();
  section.blocks = {{head}};
  for (model::LabelledLine& each : fields) section.blocks.push_back({std::move(each)});
  model::Pages pages = kit::set(kit::document(section));
  EXPECT_EQ(pages.pages.size(), 1U);
  return pages.pages.front();
}

const model::TextLine& line_at(const model::Page& page, const std::string& start) {
  static const model::TextLine none;
  const model::TextLine* line = kit::find_line(page, start);
  if (line == nullptr) ADD_FAILURE() << "no " << start;
  return line == nullptr ? none : *line;
}

double x_of(const model::Page& page, const std::string& start) {
  const model::TextLine& line = line_at(page, start);
  return line.pieces.empty() ? 0 : line.pieces.front().x.in_points();
}

TEST(LetterHead, stands_where_form_28_puts_it) {
  const model::Page page = letter_page(letter_head());
  const auto* emblem = std::get_if<model::Box>(&page.marks.front());
  ASSERT_NE(emblem, nullptr);
  EXPECT_NEAR((emblem->x + emblem->width / 2).in_points(), 297.64, tolerance) << "the page's centre";
  EXPECT_NEAR(emblem->y.in_points(), 42.52, tolerance);
  EXPECT_NEAR(line_at(page, "ที่").baseline.in_points(), 127.56, tolerance) << "level with the emblem's feet";
  EXPECT_EQ(line_at(page, "องค์การ").baseline, line_at(page, "ที่").baseline);
  EXPECT_NEAR(x_of(page, "๑๐ เมษายน"), 297.64, tolerance) << "from the page's centre";
  EXPECT_NEAR((line_at(page, "๑๐ เมษายน").baseline - line_at(page, "อำเภอ").baseline).in_points(), 24.1, tolerance);
}

TEST(LetterHead, the_longest_line_of_the_agency_ends_at_the_right_margin) {
  const model::Page page = letter_page(letter_head());
  EXPECT_NEAR(kit::right_edge(line_at(page, "องค์การ")).in_points(), 538.58, tolerance);
  EXPECT_EQ(x_of(page, "อำเภอ"), x_of(page, "องค์การ")) << "all lines start together";
}

TEST(LetterHead, an_agency_with_a_long_name_wraps_beside_the_emblem) {
  model::LetterHead head = letter_head();
  head.agency = {{kit::span("สำนักงานคณะกรรมการส่งเสริมการปกครองส่วนท้องถิ่นและพัฒนาเมืองตัวอย่าง")}};
  const model::Page page = letter_page(head);
  EXPECT_GT(x_of(page, "สำนักงาน"), 297.64 + 39) << "right of the emblem";
}

TEST(LetterHead, a_number_of_two_lines_is_read_to_its_end_before_the_agency) {
  model::LetterHead head = letter_head();
  head.reference_no.value = {kit::span("กก ๗๑๐๐๑/๑๒ ลงทะเบียนกลาง ทะเบียนที่ ๓๔๕๖")};
  const model::Page page = letter_page(head);
  const std::string text = kit::text_of(page);
  EXPECT_NE(text.find("๓๔๕๖องค์การ"), std::string::npos) << text;
  EXPECT_EQ(line_at(page, "องค์การ").baseline, line_at(page, "ที่").baseline) << "and still they stand side by side";
  EXPECT_EQ(line_at(page, "ทะเบียนที่").baseline, line_at(page, "อำเภอ").baseline);
}

TEST(LetterHead, on_narrow_paper_stands_inside_its_margins) {
  model::Section section = kit::memo_paper();
  section.page_width = section.margin_left + 77_mm + section.margin_right;
  section.blocks = {{letter_head()}};
  const model::Pages pages = kit::set(kit::document(section));
  ASSERT_EQ(pages.pages.size(), 1U);
  const model::Page& page = pages.pages.front();
  for (const char* words : {"ที่", "องค์การ", "อำเภอ", "๑๐ เมษายน"}) {
    EXPECT_LE(kit::right_edge(line_at(page, words)), section.page_width - section.margin_right) << words;
  }
  EXPECT_GT(line_at(page, "องค์การ").baseline, section.margin_top + letter_head().emblem.height) << "below the emblem";
}

TEST(LetterHead, stamps_stand_above_the_number_and_above_the_emblem) {
  model::LetterHead head = letter_head();
  head.urgency = {kit::span("ด่วนมาก", 32)};
  head.secrecy = {kit::span("ลับ", 32)};
  head.urgency.front().format.ink = model::Ink::red;
  const model::Page page = letter_page(head);
  EXPECT_LT(line_at(page, "ลับ").baseline, 15_mm);
  EXPECT_LT(line_at(page, "ด่วนมาก").baseline, line_at(page, "ที่").baseline);
  EXPECT_GT(line_at(page, "ด่วนมาก").baseline, 15_mm);
  EXPECT_EQ(line_at(page, "ด่วนมาก").pieces.front().ink, model::Ink::red);
}

TEST(Field, every_line_hangs_under_the_beginning_of_its_text) {
  const std::string words = kit::thai_text(40);
  const model::Page page =
      letter_page(letter_head(), {field(10, "เรื่อง", {words}), field(20, "สิ่งที่ส่งมาด้วย", {words, words})});
  std::vector<double> starts;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && !line->pieces.empty()) starts.push_back(line->pieces.front().x.in_points());
  }
  const double second = x_of(page, "2. ");
  EXPECT_GT(second, x_of(page, "สิ่งที่ส่งมาด้วย  1. ") + 60);
  EXPECT_GT(starts.back(), second) << "under the text, not under its number";
}

TEST(Field, values_make_the_text_that_is_read) {
  const model::Page page = letter_page(letter_head(), {field(10, "อ้างถึง", {"ก", "ข"}), field(20, "เรียน", {"ค"})});
  const std::string text = kit::text_of(page);
  EXPECT_NE(text.find("อ้างถึง  1. ก2. ขเรียน  ค"), std::string::npos) << text;
}

}  // namespace
}  // namespace krut::typeset
