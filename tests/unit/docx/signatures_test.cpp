#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

TEST(SignaturesTest, names_are_centred_on_the_axis) {
  const DocxFile file = written({{signatures(1, 1)}});
  // Axis 98 mm, block 76 mm: 60 mm to the left of it in the column of 160 mm, 24 mm to the right.
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:ind"), "<w:ind w:left=\"3402\" w:right=\"1361\"/>");
  EXPECT_EQ(file.value("//w:style[@w:styleId='sign']/w:pPr/w:jc/@w:val", "word/styles.xml"), "center");
}

TEST(SignaturesTest, room_for_the_hand_is_space_and_never_empty_lines) {
  const DocxFile file = written({{signatures(1, 2)}});
  const int hand = 3 * 362;
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:before"), std::to_string(120 + hand));
  EXPECT_EQ(file.value("//w:body/w:p[3]/w:pPr/w:spacing/@w:before"), std::to_string(hand));
  EXPECT_EQ(file.count("//w:body/w:p[not(.//w:t)]"), 0U);
}

TEST(SignaturesTest, blocks_are_never_parted_nor_left_alone) {
  const DocxFile file = written({paragraph("จึงเรียนมาเพื่อโปรดทราบ"), {signatures(1, 4)}});
  EXPECT_EQ(file.count("//w:body/w:p"), 9U);
  EXPECT_EQ(file.count("//w:body/w:p/w:pPr/w:keepNext"), 8U);
  EXPECT_EQ(file.count("//w:body/w:p[last()]/w:pPr/w:keepNext"), 0U);
}

TEST(SignaturesTest, two_lines_of_text_stay_above_them) {
  const std::string kept = "//w:body/w:p[position() <= 3][w:pPr/w:keepNext]";
  const DocxFile short_lines = written({paragraph("หนึ่ง"), paragraph("สอง"), paragraph("สาม"), {signatures(1, 1)}});
  EXPECT_EQ(short_lines.values(kept + "//w:t"), (std::vector<std::string>{"สอง", "สาม"}));
  std::string words;
  for (int i = 0; i < 12; ++i) words += "จึงเรียนมาเพื่อโปรดทราบ ";
  const DocxFile long_line = written({paragraph("หนึ่ง"), paragraph("สอง"), paragraph(words), {signatures(1, 1)}});
  EXPECT_EQ(long_line.count(kept), 1U);
}

TEST(SignaturesTest, the_last_row_of_a_table_stays_above_them) {
  model::Table table;
  table.columns = {model::Column()};
  for (const char* text : {"ก", "ข"}) {
    model::Cell cell;
    cell.blocks = {paragraph(text)};
    table.groups.resize(1);
    table.groups[0].rows.push_back({0, {cell}, true, ""});
  }
  const DocxFile file = written({{table}, {signatures(1, 1)}});
  EXPECT_EQ(file.count("//w:tr[1]//w:keepNext"), 0U);
  EXPECT_EQ(file.count("//w:tr[2]//w:keepNext"), 1U);
  EXPECT_EQ(written({{table}, paragraph("ก")}).count("//w:keepNext"), 0U);
}

TEST(SignaturesTest, stay_with_those_of_others_below_them) {
  const DocxFile file = written({paragraph("จึงเรียนมา"), {signatures(1, 1)}, {signatures(1, 1)}});
  EXPECT_EQ(file.count("//w:body/w:p"), 5U);
  EXPECT_EQ(file.count("//w:body/w:p[w:pPr/w:keepNext]"), 4U);
}

TEST(SignaturesTest, more_than_a_page_holds_are_each_kept_together) {
  const DocxFile file = written({paragraph("จึงเรียนมา"), {signatures(1, 20)}});
  EXPECT_EQ(file.count("//w:body/w:p[w:pPr/w:keepNext]"), 21U) << "the text above, and every name with its position";
}

TEST(SignaturesTest, what_follows_keeps_the_distance_they_ask_for) {
  model::Signatures stack = signatures(1, 2);
  stack.format.space_after = 4_pt;
  const DocxFile file = written({{stack}, paragraph("ถัดไป")});
  EXPECT_EQ(file.count("//w:body/w:p/w:pPr/w:spacing[@w:after=80]"), 1U);
  EXPECT_EQ(file.value("//w:body/w:p[4]/w:pPr/w:spacing/@w:after"), "80") << "under the last position";
  model::Signatures grid = signatures(2, 3);
  grid.format.space_after = 4_pt;
  const DocxFile wide = written({{grid}, paragraph("ถัดไป")});
  EXPECT_EQ(wide.count("//w:tr[1]//w:spacing[@w:after=80]"), 0U);
  EXPECT_EQ(wide.value("//w:tr[2]//w:p[.//w:t][last()]/w:pPr/w:spacing/@w:after"), "80");
}

TEST(SignaturesTest, the_dotted_line_is_centred_and_the_role_stands_beside_it) {
  model::Signatures signed_by = signatures(1, 1);
  signed_by.has_dotted_line = true;
  signed_by.signers[0].role = {span("รายงาน", sign_style)};
  const DocxFile file = written({{signed_by}});
  const int left = std::stoi(file.value("//w:body/w:p[1]/w:pPr/w:tabs/w:tab[1]/@w:pos"));
  const int right = std::stoi(file.value("//w:body/w:p[1]/w:pPr/w:tabs/w:tab[2]/@w:pos"));
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:tabs/w:tab[2]/@w:leader"), "dot");
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:pPr/w:tabs/w:tab[1]/@w:leader"), 0U);
  EXPECT_NEAR((left + right) / 2, 5556, 1);
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:before"), std::to_string(120 + 2 * 362));
}

TEST(SignaturesTest, two_columns_stand_in_a_table_without_rules) {
  const DocxFile file = written({{signatures(2, 3)}});
  EXPECT_EQ(file.count("//w:tbl//w:tr"), 2U);
  EXPECT_EQ(file.count("//w:tblBorders"), 0U);
  EXPECT_EQ(file.count("//w:tr/w:trPr/w:cantSplit"), 2U);
  EXPECT_EQ(file.values("//w:tr[2]//w:t"), (std::vector<std::string>{"(นางวันเพ็ญ ทองดี)", "ปลัดองค์การบริหารส่วนตำบล"}));
  EXPECT_EQ(file.count("//w:tr[1]//w:p[not(w:pPr/w:keepNext)]"), 0U);
}

TEST(SignaturesTest, a_last_row_that_is_not_full_is_centred) {
  const DocxFile file = written({{signatures(2, 3)}});
  EXPECT_EQ(file.count("//w:tblGrid/w:gridCol"), 4U);
  EXPECT_EQ(file.values("//w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val"), (std::vector<std::string>{"2", "2"}));
  EXPECT_EQ(file.count("//w:tr[2]/w:tc"), 3U);
  EXPECT_EQ(file.value("//w:tr[2]/w:tc[2]/w:tcPr/w:gridSpan/@w:val"), "2");
  EXPECT_EQ(file.values("//w:tblCellMar/*/@w:w"), (std::vector<std::string>{"0", "0"}));
}

TEST(SignaturesTest, rooms_for_the_hand_begin_level_beside_a_remark) {
  model::Signatures pair = signatures(2, 2);
  pair.signers[1].remark = {span("- ทราบ", sign_style)};
  const DocxFile file = written({{pair}});
  EXPECT_EQ(file.value("//w:tc[1]/w:p[1]/w:pPr/w:spacing/@w:before"), std::to_string(120 + 4 * 362));
  EXPECT_EQ(file.value("//w:tc[2]/w:p[1]/w:pPr/w:spacing/@w:before"), "120");
  EXPECT_EQ(file.value("//w:tc[2]/w:p[2]/w:pPr/w:spacing/@w:before"), std::to_string(3 * 362));
}

}  // namespace
}  // namespace krut::tests
