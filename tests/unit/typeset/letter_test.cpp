#include <gtest/gtest.h>

#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

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

model::Page letter_page(std::vector<model::LabelledLine> fields) {
  model::Section section = kit::memo_paper();
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

TEST(Field, every_line_hangs_under_the_beginning_of_its_text) {
  const std::string words = kit::thai_text(40);
  const model::Page page = letter_page({field(10, "เรื่อง", {words}), field(20, "สิ่งที่ส่งมาด้วย", {words, words})});
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
  const model::Page page = letter_page({field(10, "อ้างถึง", {"ก", "ข"}), field(20, "เรียน", {"ค"})});
  const std::string text = kit::text_of(page);
  EXPECT_NE(text.find("อ้างถึง  1. ก2. ขเรียน  ค"), std::string::npos) << text;
}

}  // namespace
}  // namespace krut::typeset
