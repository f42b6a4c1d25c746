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

model::Frame frame_of(std::vector<model::Block> blocks) {
  model::Frame frame;
  frame.width = 80_mm;
  frame.height = 20_mm;
  frame.blocks = std::move(blocks);
  return frame;
}

model::Block picture_to_come(model::Alignment alignment = model::Alignment::center) {
  model::Figure figure;
  figure.width = 20_mm;
  figure.height = 30_mm;
  figure.alignment = alignment;
  return {figure};
}

TEST(FrameTest, a_picture_hangs_on_the_next_paragraph) {
  model::Frame frame = frame_of({picture_to_come(model::Alignment::right)});
  frame.left = 5_mm;
  frame.top = 2_mm;
  const DocxFile file = written({paragraph("ก"), {frame}, paragraph("ข")});
  EXPECT_EQ(file.count("//w:body/w:p"), 2U);
  EXPECT_EQ(file.count("//w:body/w:p[2]//wp:anchor"), 1U);
  EXPECT_EQ(file.xml("//wp:positionH"),
            "<wp:positionH relativeFrom=\"margin\"><wp:posOffset>2340000</wp:posOffset></wp:positionH>");
  EXPECT_EQ(file.xml("//wp:positionV"),
            "<wp:positionV relativeFrom=\"line\"><wp:posOffset>72000</wp:posOffset></wp:positionV>");
  EXPECT_EQ(file.count("//wp:anchor/wp:wrapNone"), 1U) << "it takes no room";
  EXPECT_EQ(file.count("//wps:txbx"), 0U);
}

TEST(FrameTest, a_place_on_the_page_or_the_paper_is_told_in_words_of_word_processors) {
  model::Frame frame = frame_of({picture_to_come()});
  frame.from = model::Frame::Horizontal::page_centre;
  frame.below = model::Frame::Vertical::body;
  const DocxFile centred = written({{frame}, paragraph("ก")});
  EXPECT_EQ(centred.xml("//wp:positionH"),
            "<wp:positionH relativeFrom=\"page\"><wp:align>center</wp:align></wp:positionH>");
  EXPECT_EQ(centred.value("//wp:positionV/@relativeFrom"), "margin");
  frame.left = 10_mm;
  const DocxFile beside = written({{frame}, paragraph("ก")});
  EXPECT_EQ(beside.value("//wp:positionH/wp:posOffset"), std::to_string((105_mm).in_emu()));
  frame.from = model::Frame::Horizontal::paper;
  frame.below = model::Frame::Vertical::paper;
  const DocxFile paper = written({{frame}, paragraph("ก")});
  EXPECT_EQ(paper.value("//wp:positionH/wp:posOffset"), std::to_string((40_mm).in_emu()));
  EXPECT_EQ(paper.value("//wp:positionV/@relativeFrom"), "page");
}

TEST(FrameTest, text_stands_in_a_box_with_room_for_the_pictures_drawn_beside_it) {
  const DocxFile file = written({{frame_of({paragraph("ลับ"), picture_to_come()})}, paragraph("ก")});
  EXPECT_EQ(file.count("//w:body/w:p"), 1U);
  EXPECT_EQ(file.count("//w:body/w:p/w:r//wp:anchor"), 2U);
  EXPECT_EQ(file.count("//w:txbxContent/w:p"), 2U);
  EXPECT_EQ(file.value("//w:txbxContent/w:p[1]//w:t"), "ลับ");
  EXPECT_EQ(file.value("//wp:anchor[.//wps:txbx]/wp:docPr/@descr"), "ลับ") << "for readers";
  EXPECT_EQ(file.count("//w:txbxContent//w:drawing"), 0U) << "no box stands in a box";
  EXPECT_EQ(file.value("//w:txbxContent/w:p[2]/w:pPr/w:spacing/@w:line"), "1701");
}

TEST(FrameTest, what_was_measured_of_a_frame_is_taken_over) {
  const model::Document document = document_of({{frame_of({paragraph("ลับ"), picture_to_come()})}, paragraph("ก")});
  const auto& frame = std::get<model::Frame>(document.sections[0].blocks[0].content);
  docx::Options options;
  options.pages.measured.frame_heights[frame.id] = 50_mm;
  options.pages.measured.tops_in_frames[std::get<model::Figure>(frame.blocks[1].content).id] = 9_mm;
  const DocxFile file = written(document, options);
  EXPECT_EQ(file.value("//wp:anchor[not(.//wps:txbx)]/wp:positionV/wp:posOffset"), std::to_string((9_mm).in_emu()));
  EXPECT_EQ(file.value("//wp:anchor[.//wps:txbx]/wp:extent/@cy"), std::to_string((50_mm + 1_pt).in_emu()));
}

TEST(FrameTest, before_a_table_or_at_the_end_it_hangs_on_a_thin_paragraph) {
  model::Table table;
  table.columns.resize(1);
  table.groups.resize(1);
  table.groups[0].rows = {row({cell("ก")})};
  const DocxFile before = written({{frame_of({picture_to_come()})}, {table}, paragraph("ข")});
  EXPECT_EQ(before.count("//w:body/w:p[1]//wp:anchor"), 1U);
  EXPECT_EQ(before.value("//w:body/w:p[1]/w:pPr/w:pStyle/@w:val"), "ThinLine");
  EXPECT_EQ(before.count("//w:body/w:p[1]/w:pPr/w:keepNext"), 1U) << "it goes over with the table";
  const DocxFile last = written({paragraph("ก"), {frame_of({picture_to_come()})}});
  EXPECT_EQ(last.count("//w:body/w:p"), 2U);
  EXPECT_EQ(last.count("//w:body/w:p[2]//wp:anchor"), 1U);
  const DocxFile page = written({paragraph("ก"), {model::PageBreak{}}, {frame_of({picture_to_come()})}});
  EXPECT_EQ(page.count("//w:body/w:p[2]/w:pPr/w:pageBreakBefore"), 1U) << "a page of its own";
}

}  // namespace
}  // namespace krut::tests
