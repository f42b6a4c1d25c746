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

}  // namespace
}  // namespace krut::tests
