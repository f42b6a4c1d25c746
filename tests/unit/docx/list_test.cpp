#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

constexpr const char* numbering = "word/numbering.xml";

model::List counted(const std::vector<int>& numbers) {
  model::List result = list(model::MarkerStyle::thai_dot, std::vector<std::string>(numbers.size(), "ข้อ"));
  for (std::size_t i = 0; i < numbers.size(); ++i) result.items[i].number = numbers[i];
  return result;
}

TEST(ListTest, a_list_is_really_numbered_with_thai_digits) {
  const DocxFile file = written({{list(model::MarkerStyle::thai_dot, {"หนึ่ง", "สอง"})}});
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr"),
            "<w:pPr><w:pStyle w:val=\"cell\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
            "<w:ind w:left=\"280\" w:right=\"0\" w:hanging=\"280\"/></w:pPr>");
  EXPECT_EQ(file.value("//w:abstractNum/w:lvl[1]/w:numFmt/@w:val", numbering), "thaiNumbers");
  EXPECT_EQ(file.value("//w:abstractNum/w:lvl[1]/w:lvlText/@w:val", numbering), "%1.");
  EXPECT_EQ(file.values("//w:body//w:t"), (std::vector<std::string>{"หนึ่ง", "สอง"}));
}

TEST(ListTest, each_list_counts_from_its_own_beginning) {
  const DocxFile file = written({{counted({1, 2})}, {counted({1, 2, 3})}, {counted({3, 4})}});
  EXPECT_EQ(file.values("//w:body//w:numId/@w:val"), (std::vector<std::string>{"1", "1", "2", "2", "2", "3", "3"}));
  EXPECT_EQ(file.values("//w:num/w:lvlOverride/w:startOverride/@w:val", numbering),
            (std::vector<std::string>{"1", "1", "3"}));
  EXPECT_EQ(file.count("//w:abstractNum", numbering), 1U);
}

TEST(ListTest, a_wrong_number_in_the_data_is_printed_as_it_is) {
  const DocxFile file = written({{counted({1, 2, 2, 3, 7})}});
  EXPECT_EQ(file.values("//w:body//w:numId/@w:val"), (std::vector<std::string>{"1", "1", "2", "2", "3"}));
  EXPECT_EQ(file.values("//w:num/w:lvlOverride/w:startOverride/@w:val", numbering),
            (std::vector<std::string>{"1", "2", "7"}));
}

TEST(ListTest, every_kind_of_marker_has_one_definition) {
  using model::MarkerStyle;
  const DocxFile file = written({{list(MarkerStyle::thai_paren, {"ก"})},
                                 {list(MarkerStyle::arabic_dot, {"ก"})},
                                 {list(MarkerStyle::arabic_paren, {"ก"})},
                                 {list(MarkerStyle::dash, {"ก"})},
                                 {list(MarkerStyle::dash, {"ข"})}});
  EXPECT_EQ(file.values("//w:abstractNum/w:lvl[1]/w:numFmt/@w:val", numbering),
            (std::vector<std::string>{"thaiNumbers", "decimal", "decimal", "bullet"}));
  EXPECT_EQ(file.values("//w:abstractNum/w:lvl[1]/w:lvlText/@w:val", numbering),
            (std::vector<std::string>{"%1)", "%1.", "%1)", "-"}));
}

TEST(ListTest, a_list_inside_an_item_stands_deeper) {
  model::List outer = list(model::MarkerStyle::thai_dot, {"นอก", "ถัดไป"});
  model::List inner = list(model::MarkerStyle::thai_paren, {"ใน"});
  inner.indent = 6_pt;
  outer.items[0].blocks.push_back({inner});
  outer.items[0].blocks.push_back(paragraph("ต่อ", cell_style));
  const DocxFile file = written({{outer}});
  EXPECT_EQ(file.values("//w:body//w:ilvl/@w:val"), (std::vector<std::string>{"0", "1", "0"}));
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:ind/@w:left"), std::to_string(20 * (14 + 6 + 14)));
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:ind/@w:hanging"), "280");
  EXPECT_EQ(file.value("//w:body/w:p[3]/w:pPr/w:ind/@w:left"), "280");
  EXPECT_EQ(file.count("//w:body/w:p[3]/w:pPr/w:numPr"), 0U);
  EXPECT_EQ(file.value("//w:abstractNum[2]/w:lvl[2]/w:lvlText/@w:val", numbering), "%2)");
}

TEST(ListTest, a_list_without_markers_is_indented_text) {
  model::List plain = list(model::MarkerStyle::none, {"ก"});
  plain.items[0].marker.clear();
  plain.items[0].number = 0;
  const DocxFile file = written({{plain}});
  EXPECT_EQ(file.count("//w:numPr"), 0U);
  EXPECT_EQ(file.value("//w:body/w:p/w:pPr/w:ind/@w:left"), "280");
}

TEST(ListTest, a_marker_looks_like_the_text_it_stands_before) {
  model::List bold = list(model::MarkerStyle::thai_dot, {"หนา"});
  std::get<model::Paragraph>(bold.items[0].blocks[0].content).spans[0].format.is_bold = true;
  EXPECT_EQ(written({{bold}}).xml("//w:body/w:p/w:pPr/w:rPr"), "<w:rPr><w:b/><w:bCs/></w:rPr>");
}

}  // namespace
}  // namespace krut::tests
