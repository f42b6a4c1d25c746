#include <gtest/gtest.h>

#include "docx/runs.h"
#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> runs;
  for (const docx::ScriptRun& run : docx::script_runs(text)) {
    runs.push_back((run.is_complex ? "thai:" : "other:") + std::string(run.text));
  }
  return runs;
}

TEST(TextTest, text_is_cut_where_thai_and_latin_letters_meet) {
  EXPECT_EQ(cut("ระบบ e-Service ของ อบต."),
            (std::vector<std::string>{"thai:ระบบ ", "other:e-Service ", "thai:ของ อบต."}));
}

TEST(TextTest, digits_and_signs_stay_with_the_letters_before_them) {
  EXPECT_EQ(cut("ปี 2566 (ITA) ครับ"), (std::vector<std::string>{"thai:ปี 2566 (", "other:ITA) ", "thai:ครับ"}));
  EXPECT_EQ(cut("(๑) ข้อ"), (std::vector<std::string>{"thai:(๑) ข้อ"}));
  EXPECT_EQ(cut("95.75"), (std::vector<std::string>{"other:95.75"}));
  EXPECT_TRUE(cut("").empty());
}

TEST(TextTest, mai_yamok_and_et_cetera_are_held_to_the_word_before_them) {
  const DocxFile file = written({paragraph("ต่าง ๆ นานา ๆ พัสดุ ฯลฯ และ ฯพณฯ")});
  EXPECT_EQ(file.value("//w:body/w:p/w:r/w:t"), "ต่าง\u00A0ๆ นานา\u00A0ๆ พัสดุ\u00A0ฯลฯ และ ฯพณฯ");
}

TEST(TextTest, a_run_says_only_what_its_style_does_not) {
  const DocxFile file = written({paragraph("ประกาศ ITA")});
  EXPECT_EQ(file.xml("//w:body/w:p/w:r[1]"),
            "<w:r><w:rPr><w:cs/></w:rPr><w:t xml:space=\"preserve\">ประกาศ </w:t></w:r>");
  EXPECT_EQ(file.xml("//w:body/w:p/w:r[2]"), "<w:r><w:t>ITA</w:t></w:r>");
}

TEST(TextTest, bold_italic_and_size_are_said_for_thai_as_well) {
  model::Span loud = span("ด่วน");
  loud.format.is_bold = loud.format.is_italic = loud.format.is_underlined = true;
  loud.format.size = 32_pt;
  loud.format.family = "TH Krub";
  const DocxFile file = written({paragraph({loud})});
  EXPECT_EQ(
      file.xml("//w:body/w:p/w:r/w:rPr"),
      "<w:rPr><w:rFonts w:ascii=\"TH Krub\" w:eastAsia=\"TH Krub\" w:hAnsi=\"TH Krub\" w:cs=\"TH Krub\"/>"
      "<w:b/><w:bCs/><w:i/><w:iCs/><w:sz w:val=\"64\"/><w:szCs w:val=\"64\"/><w:u w:val=\"single\"/><w:cs/></w:rPr>");
}

TEST(TextTest, what_a_style_has_can_be_taken_back) {
  model::Span quiet = span("เบา", head_style);
  quiet.format.is_bold = false;
  const DocxFile file = written({paragraph({quiet}, head_style)});
  EXPECT_EQ(file.xml("//w:body/w:p/w:r/w:rPr"), "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:cs/></w:rPr>");
}

TEST(TextTest, foreign_words_carry_their_language) {
  model::Span english = span("Website");
  english.format.language = "en-GB";
  const DocxFile file = written({paragraph({english})});
  EXPECT_EQ(file.xml("//w:body/w:p/w:r/w:rPr"), "<w:rPr><w:lang w:val=\"en-GB\"/></w:rPr>");
}

TEST(TextTest, a_paragraph_says_only_what_its_style_does_not) {
  const DocxFile file = written({paragraph("ก")});
  EXPECT_EQ(file.xml("//w:body/w:p/w:pPr"), "<w:pPr><w:pStyle w:val=\"body\"/></w:pPr>");
}

TEST(TextTest, a_paragraph_states_each_difference_once_and_in_order) {
  model::Block block = paragraph("ก");
  auto& format = std::get<model::Paragraph>(block.content).format;
  format.keeps_with_next = format.keeps_together = true;
  format.fewest_lines_before_break = format.fewest_lines_after_break = 1;
  format.line_pitch = 20_pt;
  format.space_after = 3_pt;
  format.first_line_indent = -10_pt;
  format.left_indent = 10_pt;
  format.alignment = model::Alignment::justify;
  EXPECT_EQ(written({block}).xml("//w:body/w:p/w:pPr"),
            "<w:pPr><w:pStyle w:val=\"body\"/><w:keepNext/><w:keepLines/><w:widowControl w:val=\"0\"/>"
            "<w:spacing w:after=\"60\" w:line=\"400\" w:lineRule=\"exact\"/><w:ind w:left=\"200\" w:hanging=\"200\"/>"
            "<w:jc w:val=\"both\"/></w:pPr>");
}

TEST(TextTest, a_value_stands_in_a_hidden_bookmark) {
  const DocxFile file = written({paragraph({span("เรื่อง "), span("รายงาน", body_style, "/memo/subject")})});
  EXPECT_EQ(file.count("//w:bookmarkStart"), 1U);
  EXPECT_EQ(file.value("//w:bookmarkStart/@w:name").substr(0, 5), "_rs1_");
  EXPECT_EQ(file.value("//w:bookmarkStart/@w:name").size(), 17U);
  EXPECT_EQ(file.value("//w:bookmarkStart/following-sibling::*[1]//w:t"), "รายงาน");
  EXPECT_EQ(file.value("//w:bookmarkEnd/preceding-sibling::*[1]//w:t"), "รายงาน");
}

TEST(TextTest, a_value_printed_twice_has_two_names_and_one_pointer) {
  const model::Span name = span("อบต.น้ำใส", body_style, "/agency/name");
  const DocxFile file = written({paragraph({name}), paragraph({name})});
  const auto names = file.values("//w:bookmarkStart/@w:name");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[1], names[0] + "_2");
  EXPECT_EQ(file.values("//s:anchor/@pointer", "customXml/item1.xml"),
            (std::vector<std::string>{"/agency/name", "/agency/name"}));
}

TEST(TextTest, a_line_break_and_two_spaces_stay) {
  model::Span line_break = span("");
  line_break.kind = model::SpanKind::line_break;
  const DocxFile file = written({paragraph({span("ก  ข"), line_break, span("ค")})});
  EXPECT_EQ(file.value("//w:t[@xml:space='preserve']"), "ก  ข");
  EXPECT_EQ(file.count("//w:body/w:p/w:r/w:br"), 1U);
}

TEST(TextTest, characters_that_xml_forbids_never_reach_the_file) {
  EXPECT_EQ(docx::xml_characters(std::string("ก\x01ข\x1F\t", 9) + "\xEF\xBF\xBF&"), "กข\t&");
  EXPECT_EQ(written({paragraph(std::string("ก\x02ข <&> \"", 14))}).value("//w:body//w:t"), "กข <&> \"");
}

TEST(TextTest, a_space_before_is_dropped_where_a_page_starts) {
  model::Block second = paragraph("ข");
  std::get<model::Paragraph>(second.content).starts_page = true;
  const DocxFile file = written({paragraph("ก"), second, {model::PageBreak{}}, paragraph("ค")});
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:pPr/w:spacing"), 0U);
  for (const char* path : {"//w:body/w:p[2]/w:pPr", "//w:body/w:p[3]/w:pPr"}) {
    EXPECT_EQ(file.xml(path),
              "<w:pPr><w:pStyle w:val=\"body\"/><w:pageBreakBefore/><w:spacing w:before=\"0\"/></w:pPr>");
  }
}

}  // namespace
}  // namespace krut::tests
