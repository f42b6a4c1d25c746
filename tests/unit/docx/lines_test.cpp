#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

/// Ids in a document of one block: the section has 1.
constexpr model::ElementId first_block = 2;
constexpr model::ElementId first_item = 3;

model::LabelledLine labelled(const std::string& label, const std::string& value) {
  model::LabelledLine line;
  line.style = field_style;
  line.format = sample_styles()[field_style].paragraph;
  line.format.alignment = model::Alignment::left;
  line.label = {span(label, field_style)};
  line.gap = {span("  ", field_style)};
  line.items = {{0, "", {}}};
  if (!value.empty()) line.items.front().text = {span(value, field_style, "/value")};
  line.leader = model::Leader::dots;
  return line;
}

TEST(LabelledLineTest, a_leader_is_a_dotted_tab_to_the_end_of_the_line) {
  docx::Options options;
  options.pages.measured.text_starts = {{first_block, 72_pt}, {first_item, 72_pt}};
  const DocxFile file = written(document_of({{labelled("ส่วนราชการ", "สำนักปลัด")}}), options);
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:tabs"),
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9071\"/></w:tabs>");
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:ind"), "<w:ind w:left=\"1440\" w:hanging=\"1440\"/>");
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:r[w:t='สำนักปลัด']/w:rPr/w:u/@w:val"), "dotted");
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:tab"), 1U);
}

TEST(LabelledLineTest, lines_break_where_they_do_on_the_pages_so_that_each_has_its_leader) {
  docx::Options options;
  options.pages.measured.text_starts = {{first_block, 72_pt}, {first_item, 72_pt}};
  options.pages.measured.line_breaks = {{first_item, {std::string("สำนัก").size()}}};
  const DocxFile file = written(document_of({{labelled("ส่วนราชการ", "สำนักปลัด")}}), options);
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:br"), 1U);
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:tab"), 2U);
}

TEST(LabelledLineTest, without_a_value_nothing_hangs_in_the_way_of_its_leader) {
  model::LabelledLine line = labelled("ลงชื่อ", "");
  line.gap.clear();
  line.end = 80_mm;
  const DocxFile file = written(document_of({{line}}));
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:tabs/w:tab/@w:pos"), "4535");
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:pPr/w:ind/@w:left"), 0U);
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:tab"), 1U);
}

model::SideBySide numbered_line(const std::string& number, const std::string& date) {
  model::SideBySide block;
  block.title = "ที่ วันที่";
  block.sides = {{{}, {{labelled("ที่", number)}}}, {{}, {{labelled("วันที่", date)}}}};
  return block;
}

docx::Options measured(bool is_one_line) {
  docx::Options options;
  options.pages.measured.side_widths[first_block] = {81_mm, 79_mm};
  if (is_one_line) options.pages.measured.one_line.insert(first_block);
  return options;
}

TEST(SideBySideTest, of_one_line_is_a_paragraph_with_tabs) {
  const DocxFile file = written(document_of({{numbered_line("๑๒", "๑๐ เมษายน")}}), measured(true));
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:tabs"),
            "<w:tabs><w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"4592\"/>"
            "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9071\"/></w:tabs>");
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:tab"), 2U);
  EXPECT_EQ(file.count("//w:tbl"), 0U);
}

TEST(SideBySideTest, the_last_side_goes_on_below) {
  model::SideBySide block = numbered_line("๑๒", "");
  block.sides.front().blocks = {paragraph("ที่ ๑๒")};
  block.sides.back().blocks = {paragraph("องค์การ"), paragraph("ตำบล")};
  const DocxFile file = written(document_of({{block}}), measured(true));
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:tabs"), "<w:tabs><w:tab w:val=\"left\" w:pos=\"4592\"/></w:tabs>");
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:ind/@w:left"), "4592");
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:ind/@w:left"), "4592");
  EXPECT_EQ(file.value("//w:body/w:p[2]//w:t"), "ตำบล");
}

TEST(SideBySideTest, of_several_lines_is_a_table_without_rules) {
  const DocxFile file = written(document_of({{numbered_line("๑๒", "๑๐ เมษายน")}, paragraph("ก")}), measured(false));
  EXPECT_EQ(file.count("//w:body/w:tbl/w:tr/w:tc"), 2U);
  EXPECT_EQ(file.values("//w:body/w:tbl/w:tblGrid/w:gridCol/@w:w"), (std::vector<std::string>{"4592", "4479"}));
  EXPECT_EQ(file.value("//w:tblCaption/@w:val"), "ที่ วันที่");
  EXPECT_EQ(file.value("//w:tc[1]//w:tabs/w:tab/@w:pos"), "4592");
}

TEST(TabTest, headers_have_them_too) {
  model::Document document = document_of({paragraph("ก")});
  model::Paragraph tabbed;
  tabbed.spans = {span("ลับ"), span(""), span("ที่ ๑")};
  tabbed.spans[1].kind = model::SpanKind::tab;
  tabbed.tab_stops = {{160_mm, model::Alignment::right, model::Leader::none}};
  document.sections.front().header = model::Furniture{{tabbed}, 1, 10_mm};
  const DocxFile file = written(document);
  EXPECT_EQ(file.value("//w:tabs/w:tab/@w:pos", "word/header1.xml"), "9071");
}

TEST(TabTest, stops_and_tabs_stand_as_the_document_has_them) {
  model::Paragraph tabbed;
  tabbed.style = body_style;
  tabbed.format = sample_styles()[body_style].paragraph;
  tabbed.spans = {span("หน้า"), span(""), span("๑๒")};
  tabbed.spans[1].kind = model::SpanKind::tab;
  tabbed.tab_stops = {{80_mm, model::Alignment::center, model::Leader::none},
                      {150_mm, model::Alignment::right, model::Leader::dots}};
  const DocxFile file = written(document_of({{tabbed}}));
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:tabs"),
            "<w:tabs><w:tab w:val=\"center\" w:pos=\"4535\"/>"
            "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8504\"/></w:tabs>");
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:r/w:tab"), 1U);
}

}  // namespace
}  // namespace krut::tests
