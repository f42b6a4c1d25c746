#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

constexpr const char* styles = "word/styles.xml";

model::Block heading(const std::string& text, int level, model::StyleIndex style = body_style) {
  model::Block block = paragraph(text, style);
  std::get<model::Paragraph>(block.content).format.outline_level = level;
  return block;
}

/// The name that word processors know a paragraph's style by.
std::string style_name(const DocxFile& file, const std::string& text) {
  const std::string id = file.value("//w:p[w:r/w:t='" + text + "']/w:pPr/w:pStyle/@w:val");
  return file.value("//w:style[@w:styleId='" + id + "']/w:name/@w:val", styles);
}

std::string style_of(const DocxFile& file, const std::string& name) {
  return file.xml("//w:style[w:name/@w:val='" + name + "']", styles);
}

TEST(HeadingTest, a_paragraph_of_the_outline_has_the_built_in_heading_style_of_its_level) {
  const DocxFile file = written({heading("บน", 2), paragraph("เนื้อความ"), heading("ล่าง", 3)});
  EXPECT_EQ(style_name(file, "บน"), "heading 2");
  EXPECT_EQ(style_name(file, "ล่าง"), "heading 3");
  EXPECT_EQ(style_name(file, "เนื้อความ"), "body");
  EXPECT_EQ(file.count("//w:outlineLvl"), 0U);
  EXPECT_EQ(file.value("//w:style[w:name/@w:val='heading 2']/w:pPr/w:outlineLvl/@w:val", styles), "1");
}

TEST(HeadingTest, a_heading_style_is_set_as_the_first_of_its_headings) {
  model::Block block = heading("หัวข้อ", 2);
  auto& first = std::get<model::Paragraph>(block.content);
  first.format.keeps_with_next = true;
  first.format.alignment = model::Alignment::left;
  first.spans[0].format.is_underlined = true;
  const DocxFile file = written({block, heading("ต่อไป", 2)});
  EXPECT_EQ(style_of(file, "heading 2"),
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/>"
            "<w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>"
            "<w:pPr><w:keepNext/><w:keepLines w:val=\"0\"/><w:widowControl/>"
            "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"362\" w:lineRule=\"exact\"/>"
            "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"1417\"/><w:jc w:val=\"left\"/>"
            "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style>");
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr"), "<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>");
  EXPECT_EQ(file.value("//w:body/w:p[1]//w:u/@w:val"), "single") << "letters are those of the layout's style";
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr"),
            "<w:pPr><w:pStyle w:val=\"Heading2\"/><w:keepNext w:val=\"0\"/><w:jc w:val=\"thaiDistribute\"/></w:pPr>");
}

TEST(HeadingTest, another_style_of_the_same_level_is_based_on_the_built_in_one_and_keeps_its_look) {
  const DocxFile file = written({heading("เข้ม", 2, head_style), heading("บาง", 2, cell_style)});
  EXPECT_EQ(style_name(file, "เข้ม"), "heading 2");
  EXPECT_EQ(style_name(file, "บาง"), "cellLevel2");
  EXPECT_EQ(file.value("//w:style[@w:styleId='cellLevel2']/@w:customStyle", styles), "1");
  EXPECT_EQ(file.value("//w:style[@w:styleId='cellLevel2']/w:basedOn/@w:val", styles), "Heading2");
  EXPECT_EQ(file.value("//w:style[@w:styleId='cellLevel2']/w:rPr/w:b/@w:val", styles), "0");
  EXPECT_EQ(file.value("//w:style[@w:styleId='cellLevel2']/w:pPr/w:jc/@w:val", styles), "left");
  EXPECT_EQ(file.value("//w:style[@w:styleId='cell']/w:basedOn/@w:val", styles), "Normal");
}

TEST(HeadingTest, a_style_that_is_a_heading_itself_comes_first) {
  const DocxFile file = written({heading("จากเนื้อความ", 1), paragraph("จากรูปแบบ", heading_style)});
  EXPECT_EQ(style_name(file, "จากรูปแบบ"), "heading 1");
  EXPECT_EQ(style_name(file, "จากเนื้อความ"), "bodyLevel1");
}

TEST(HeadingTest, headings_in_cells_and_lists_are_headings_too) {
  model::Table table;
  table.columns.resize(2);
  model::Row label = row({cell("หัว"), cell("ว่าง")});
  label.cells[0].blocks = {heading("ในช่อง", 2, cell_style)};
  label.cells[1].blocks.clear();
  table.groups.resize(1);
  table.groups[0].rows = {label};
  model::List items = list(model::MarkerStyle::thai_dot, {"ข้อ"});
  items.items[0].blocks = {heading("ในข้อ", 3)};
  const DocxFile file = written({{table}, {items}});
  EXPECT_EQ(style_name(file, "ในช่อง"), "heading 2");
  EXPECT_EQ(style_name(file, "ในข้อ"), "heading 3");
  EXPECT_EQ(file.value("//w:tc[2]/w:p/w:pPr/w:pStyle/@w:val"), "cell") << "an empty cell is no heading";
}

TEST(HeadingTest, text_in_the_look_of_a_heading_style_is_none) {
  const DocxFile file = written({paragraph("ตาราง", heading_style), heading("ตาราง (ต่อ)", 0, heading_style)});
  EXPECT_EQ(style_name(file, "ตาราง"), "heading 1");
  EXPECT_EQ(style_name(file, "ตาราง (ต่อ)"), "sectionText");
  EXPECT_EQ(file.value("//w:style[@w:styleId='sectionText']/w:basedOn/@w:val", styles), "Normal");
  EXPECT_EQ(file.count("//w:style[@w:styleId='sectionText']//w:outlineLvl", styles), 0U);
}

}  // namespace
}  // namespace krut::tests
