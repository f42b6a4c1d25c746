#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

model::HorizontalRule rule_of(Length width) {
  model::HorizontalRule rule;
  rule.width = width;
  rule.thickness = 0.5_pt;
  rule.space_before = 6_pt;
  rule.space_after = 9_pt;
  return rule;
}

TEST(RuleTest, a_rule_is_the_border_of_a_thin_paragraph_between_indents) {
  const DocxFile file = written({paragraph("คำสั่ง"), {rule_of(40_mm)}, paragraph("ที่")});
  // The text is 16 cm wide: 6 cm on both sides, 3,402 twips. The paragraph's own point is taken from the space above.
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr"),
            "<w:pPr><w:pStyle w:val=\"ThinLine\"/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
            "w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"100\" w:after=\"180\" w:line=\"20\" "
            "w:lineRule=\"exact\"/><w:ind w:left=\"3402\" w:right=\"3402\"/></w:pPr>");
}

TEST(RuleTest, a_rule_stands_at_the_edge_it_is_asked_to) {
  model::HorizontalRule left = rule_of(40_mm);
  left.alignment = model::Alignment::left;
  model::HorizontalRule right = left;
  right.alignment = model::Alignment::right;
  const DocxFile file = written({{left}, paragraph("ก"), {right}, paragraph("ข"), {rule_of({})}, paragraph("ค")});
  EXPECT_EQ(file.values("//w:pPr[w:pBdr]/w:ind/@w:left"), (std::vector<std::string>{"0", "6803", "0"}));
  EXPECT_EQ(file.values("//w:pPr[w:pBdr]/w:ind/@w:right"), (std::vector<std::string>{"6803", "0", "0"}));
}

TEST(RuleTest, rules_under_each_other_do_not_become_one) {
  const DocxFile file = written({{rule_of({})}, {rule_of({})}, {rule_of({})}, paragraph("ก"), {rule_of({})}});
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:pPr/w:pBdr/w:bottom"), 1U);
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:pPr/w:pBdr/w:top"), 1U);
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:spacing/@w:before"), "120");
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:spacing/@w:after"), "160") << "the line stands under its border";
  EXPECT_EQ(file.count("//w:body/w:p[3]/w:pPr/w:pBdr/w:bottom"), 1U);
  EXPECT_EQ(file.count("//w:body/w:p[5]/w:pPr/w:pBdr/w:bottom"), 1U);
}

TEST(RuleTest, a_rule_after_a_page_break_starts_the_page) {
  const DocxFile file = written({paragraph("ก"), {model::PageBreak{}}, {rule_of({})}, paragraph("ข")});
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:pPr/w:pageBreakBefore"), 1U);
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:spacing/@w:before"), "0");
  EXPECT_EQ(file.count("//w:body/w:p[3]/w:pPr/w:pageBreakBefore"), 0U);
}

TEST(FigureTest, a_blank_one_is_a_line_of_its_height) {
  model::Figure figure;
  figure.width = 20_mm;
  figure.height = 30_mm;
  figure.is_blank = true;
  const DocxFile file = written({{figure}, paragraph("ก")});
  EXPECT_EQ(file.count("//w:drawing"), 0U);
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:line"), "1701");
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:lineRule"), "exact");
}

}  // namespace
}  // namespace krut::tests
