#include <gtest/gtest.h>

#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

constexpr Length pitch = 18.1_pt;
/// From the left margin of a memo.
const Length signature_axis = Length::millimetres(98);

model::Signer signer(model::ElementId id, const std::string& name) {
  model::Signer signer;
  signer.id = id;
  signer.field_name = "signer" + std::to_string(id);
  signer.name = {kit::span("(" + name + ")")};
  signer.position = {{kit::span("หัวหน้าสำนักปลัด")}};
  return signer;
}

model::Signatures signatures(int count) {
  model::Signatures block;
  block.id = 500;
  block.format = kit::format();
  block.axis = signature_axis;
  block.width = 80_mm;
  block.space_before = 6_pt;
  for (int i = 0; i < count; ++i) {
    block.signers.push_back(signer(501 + static_cast<unsigned>(i), "นายสมชาย ใจดี" + std::to_string(i)));
  }
  return block;
}

model::Page page_with(const model::Signatures& block) {
  model::Section section = kit::memo_paper();
  section.blocks = {{kit::paragraph(1, "ข้อความ")}, {kit::paragraph(2, "จึงเรียนมาเพื่อโปรดทราบ")}, {block}};
  return kit::set(kit::document(section)).pages.front();
}

Length centre_of(const model::TextLine& line) { return (line.pieces.front().x + kit::right_edge(line)) / 2; }

TEST(Signatures, the_name_stands_four_lines_and_six_points_under_the_closing) {
  const model::Page page = page_with(signatures(1));
  const Length closing = kit::find_line(page, "จึงเรียน")->baseline;
  const Length name = kit::find_line(page, "(นาย")->baseline;
  EXPECT_EQ(name - closing, pitch * 4 + 6_pt);
  EXPECT_EQ(kit::find_line(page, "หัวหน้า")->baseline - name, pitch);
}

TEST(Signatures, what_follows_keeps_the_distance_they_ask_for) {
  for (const int columns : {1, 2}) {
    model::Signatures block = signatures(2);
    block.columns = columns;
    block.format.space_after = 4_pt;
    model::Section section = kit::memo_paper();
    section.blocks = {{kit::paragraph(1, "ข้อความ")}, {block}, {kit::paragraph(2, "ถัดไป")}};
    const model::Pages pages = kit::set(kit::document(section));
    const model::Page& page = pages.pages.front();
    const Length name = kit::find_line(page, "(นายสมชาย ใจดี1")->baseline;
    EXPECT_EQ(kit::find_line(page, "ถัดไป")->baseline - name, pitch * 2 + 4_pt) << columns;
  }
}

TEST(Signatures, a_stack_is_centred_on_its_axis) {
  const model::Page page = page_with(signatures(4));
  const Length axis = 30_mm + signature_axis;
  for (const char* start : {"(นายสมชาย ใจดี0", "(นายสมชาย ใจดี3", "หัวหน้า"}) {
    EXPECT_NEAR(centre_of(*kit::find_line(page, start)).in_points(), axis.in_points(), 0.01) << start;
  }
  ASSERT_EQ(page.signatures.size(), 4U);
  EXPECT_EQ(page.signatures[3].field_name, "signer504");
  EXPECT_EQ(page.signatures[3].name, "นายสมชาย ใจดี3");
  EXPECT_EQ(page.signatures[3].position, "หัวหน้าสำนักปลัด");
  EXPECT_EQ(page.signatures[3].description, "ลายมือชื่อ: นายสมชาย ใจดี3 หัวหน้าสำนักปลัด");
}

TEST(Signatures, the_hand_has_its_place_above_the_name) {
  const model::Page page = page_with(signatures(1));
  const model::SignatureArea& area = page.signatures.front();
  const model::TextLine* name = kit::find_line(page, "(นาย");
  EXPECT_EQ(area.height, pitch * 3);
  EXPECT_EQ(area.y + area.height, name->baseline - pitch.scaled(8, 10));
  EXPECT_NEAR((area.x + area.width / 2).in_points(), centre_of(*name).in_points(), 0.01);
}

TEST(Signatures, a_pen_has_the_same_room_but_no_field) {
  model::Signatures by_pen = signatures(2);
  for (model::Signer& each : by_pen.signers) each.field_name.clear();
  const model::Page page = page_with(by_pen);
  const model::Page with_fields = page_with(signatures(2));
  EXPECT_TRUE(page.signatures.empty());
  ASSERT_EQ(with_fields.signatures.size(), 2U);
  for (const char* name : {"(นายสมชาย ใจดี0", "(นายสมชาย ใจดี1"}) {
    EXPECT_EQ(kit::find_line(page, name)->baseline, kit::find_line(with_fields, name)->baseline) << name;
  }
}

TEST(Signatures, a_grid_stands_level_in_its_columns) {
  model::Signatures block = signatures(4);
  block.columns = 2;
  const model::Page page = page_with(block);
  const model::TextLine* first = kit::find_line(page, "(นายสมชาย ใจดี0");
  const model::TextLine* second = kit::find_line(page, "(นายสมชาย ใจดี1");
  const model::TextLine* third = kit::find_line(page, "(นายสมชาย ใจดี2");
  EXPECT_EQ(first->baseline, second->baseline);
  EXPECT_GT(third->baseline, first->baseline);
  EXPECT_NEAR(centre_of(*first).in_millimetres(), 30 + 40, 0.01);
  EXPECT_NEAR(centre_of(*second).in_millimetres(), 30 + 120, 0.01);
}

TEST(Signatures, a_last_row_that_is_not_full_is_centred) {
  model::Signatures block = signatures(3);
  block.columns = 2;
  const model::Page page = page_with(block);
  EXPECT_NEAR(centre_of(*kit::find_line(page, "(นายสมชาย ใจดี1")).in_millimetres(), 30 + 120, 0.01);
  EXPECT_NEAR(centre_of(*kit::find_line(page, "(นายสมชาย ใจดี2")).in_millimetres(), 30 + 80, 0.01);
}

TEST(Signatures, a_dotted_line_carries_the_role_at_its_right) {
  model::Signatures block = signatures(1);
  block.has_dotted_line = true;
  block.signers.front().role = {kit::span("ผู้รายงาน")};
  const model::Page page = page_with(block);
  const auto rule = std::find_if(page.marks.begin(), page.marks.end(),
                                 [](const model::Mark& mark) { return std::holds_alternative<model::Rule>(mark); });
  ASSERT_NE(rule, page.marks.end());
  const auto& dots = std::get<model::Rule>(*rule);
  const model::TextLine* role = kit::find_line(page, "ผู้รายงาน");
  EXPECT_GT(role->pieces.front().x, dots.x2);
  EXPECT_EQ(role->baseline + 1.2_pt, dots.y1);
  EXPECT_EQ(kit::find_line(page, "(นาย")->baseline - role->baseline, pitch);
  EXPECT_EQ(page.signatures.front().x, dots.x1);
  EXPECT_EQ(page.signatures.front().width, dots.x2 - dots.x1);
  EXPECT_EQ(page.signatures.front().role, "ผู้รายงาน");
  EXPECT_TRUE(page.signatures.front().description.starts_with("ลายมือชื่อผู้รายงาน: นายสมชาย ใจดี0"));
  EXPECT_LE(kit::right_edge(*role), 30_mm + block.axis + block.width / 2);
}

/// The line with a signer's name, set in a block 4 cm wide.
Diagnostics told_of_name(const std::string& name, Length& width, std::string& line) {
  model::Signatures block = signatures(1);
  block.width = 40_mm;
  block.signers.front().name = {kit::span(name)};
  model::Section section = kit::memo_paper();
  section.blocks = {{kit::paragraph(1, "จึงเรียนมาเพื่อโปรดทราบ")}, {block}};
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  const model::TextLine* found = kit::find_line(pages.pages.front(), "(");
  EXPECT_NE(found, nullptr) << name;
  if (found == nullptr) return diagnostics;
  width = kit::right_edge(*found) - found->pieces.front().x;
  line = kit::text_of(*found);
  return diagnostics;
}

TEST(Signatures, a_long_name_is_set_smaller_on_one_line_and_told) {
  for (const std::string name :
       {"(ว่าที่ร้อยตรีหญิง สมหญิงทรงพระกรุณา ณ อยุธยาราชสกุลยาวมาก)", "(นางสาวกมลวรรณพร ศรีสุวรรณรัตนบริบูรณ์)"}) {
    Length width;
    std::string line;
    const Diagnostics diagnostics = told_of_name(name, width, line);
    ASSERT_EQ(diagnostics.items().size(), 1U) << name;
    EXPECT_EQ(diagnostics.items().front().code, "text.name-shrunk");
    EXPECT_EQ(line, name);
    EXPECT_LE(width, 40_mm + 0.1_pt);
  }
}

TEST(Signatures, a_name_that_fits_is_set_as_large_as_it_is_on_one_line) {
  for (const std::string name : {"(นายก้องภพ แสงเหนือ)", "(นางฟ้าใส ปิ่นทอง)"}) {
    Length width;
    std::string line;
    EXPECT_TRUE(told_of_name(name, width, line).empty()) << name;
    EXPECT_EQ(line, name);
  }
}

TEST(Signatures, never_stand_alone_on_a_page) {
  for (int lines = 1; lines <= 24; ++lines) {
    model::Section section = kit::paper_of_lines(12);
    for (int i = 0; i < lines; ++i) section.blocks.push_back({kit::paragraph(static_cast<unsigned>(i + 1), "ข้อความ")});
    section.blocks.push_back({signatures(1)});
    const model::Pages pages = kit::set(kit::document(section));
    const auto last = kit::lines_of(pages.pages.back());
    ASSERT_GE(last.size(), std::min<std::size_t>(4, static_cast<std::size_t>(lines) + 2)) << lines << " lines";
    EXPECT_EQ(pages.pages.back().signatures.size(), 1U) << lines << " lines";
    EXPECT_EQ(last[last.size() - 3], "ข้อความ");
  }
}

TEST(Signatures, a_paragraph_that_sends_lines_along_keeps_its_own_rules) {
  for (int words = 30; words < 200; words += 5) {
    model::Section section = kit::paper_of_lines(12);
    section.blocks = {{kit::paragraph(1, kit::thai_text(words))}, {kit::paragraph(2, "จึงเรียนมา")}, {signatures(1)}};
    const model::Pages pages = kit::set(kit::document(section));
    if (pages.pages.size() == 1) continue;
    const auto last = kit::lines_of(pages.pages.back());
    EXPECT_GE(last.size(), 5U) << words << ": two lines of the paragraph, the closing, name and position";
  }
}

TEST(Signatures, more_signers_than_a_page_holds_go_on_over_the_next_and_only_the_first_keep_text_above_them) {
  model::Section section = kit::paper_of_lines(12);
  section.blocks = {{kit::paragraph(1, "ข้อความ")}, {kit::paragraph(2, "จึงเรียนมา")}, {signatures(6)}};
  Diagnostics diagnostics;
  const model::Pages pages = typeset(kit::document(section), kit::setter(), diagnostics);
  std::size_t count = 0;
  for (const model::Page& page : pages.pages) {
    count += page.signatures.size();
    for (const model::SignatureArea& area : page.signatures) {
      EXPECT_LE(area.y + area.height, page.height - section.margin_bottom);
    }
  }
  EXPECT_EQ(count, 6U);
  EXPECT_EQ(pages.pages.size(), 4U);
  EXPECT_EQ(kit::lines_of(pages.pages.front()).size(), 4U) << "two lines, and a signer with a name and a position";
  EXPECT_FALSE(diagnostics.has_warnings());
}

TEST(Signatures, begin_under_the_table_above_them_even_when_no_page_holds_all_of_them_and_its_head) {
  for (int rows = 1; rows < 12; ++rows) {
    model::Table table;
    table.id = 2;
    table.columns = {model::Column()};
    const auto row = [](model::ElementId id, const char* text) {
      model::Cell cell;
      cell.id = id + 1;
      cell.blocks = {{kit::paragraph(id + 2, text)}};
      return model::Row{id, {cell}, true, ""};
    };
    table.head = {row(10, "หัวตาราง")};
    table.groups = {model::RowGroup()};
    for (int i = 0; i < rows; ++i) table.groups[0].rows.push_back(row(static_cast<unsigned>(20 + 3 * i), "รายการ"));
    model::Section section = kit::paper_of_lines(12);
    section.blocks = {{table}, {signatures(2)}};
    for (const model::Page& page : kit::set(kit::document(section)).pages) {
      const bool has_first = kit::find_line(page, "(นายสมชาย ใจดี0") != nullptr;
      EXPECT_EQ(has_first && kit::find_line(page, "รายการ") == nullptr, false) << rows << " rows";
    }
  }
}

TEST(Signatures, take_a_short_table_along_with_what_is_kept_above_it) {
  for (int lines = 1; lines < 12; ++lines) {
    model::Table table;
    table.id = 90;
    table.columns = {model::Column()};
    model::Cell cell;
    cell.id = 92;
    cell.blocks = {{kit::paragraph(93, "รายการ")}};
    table.groups = {model::RowGroup()};
    table.groups[0].rows = {{91, {cell}, true, ""}};
    model::Paragraph caption = kit::paragraph(80, "ชื่อตาราง");
    caption.format.keeps_with_next = true;
    model::Section section = kit::paper_of_lines(12);
    for (int i = 0; i < lines; ++i) section.blocks.push_back({kit::paragraph(static_cast<unsigned>(i + 1), "ข้อความ")});
    section.blocks.insert(section.blocks.end(), {{caption}, {table}, {signatures(1)}});
    for (const model::Page& page : kit::set(kit::document(section)).pages) {
      const bool has_caption = kit::find_line(page, "ชื่อตาราง") != nullptr;
      EXPECT_EQ(has_caption, kit::find_line(page, "รายการ") != nullptr) << lines << " lines";
    }
  }
}

TEST(Signatures, more_than_a_page_holds_begin_under_the_table_above_them) {
  model::Table table;
  table.id = 2;
  table.columns = {model::Column()};
  model::Cell cell;
  cell.id = 4;
  cell.blocks = {{kit::paragraph(5, "รายการ")}};
  table.groups = {model::RowGroup()};
  table.groups[0].rows = {{3, {cell}, true, ""}};
  model::Section section = kit::paper_of_lines(12);
  section.blocks = {{kit::paragraph(1, "ข้อความ")}, {table}, {signatures(6)}};
  const model::Pages pages = kit::set(kit::document(section));
  EXPECT_NE(kit::find_line(pages.pages.front(), "รายการ"), nullptr);
  EXPECT_NE(kit::find_line(pages.pages.front(), "(นายสมชาย ใจดี0"), nullptr);
}

}  // namespace
}  // namespace krut::typeset
