#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

model::Furniture numbered(int from_page) {
  model::Furniture header;
  model::Span number = span("");
  number.kind = model::SpanKind::page_number;
  const model::Block line = paragraph({span("- "), number, span(" -")}, cell_style);
  header.paragraphs = {std::get<model::Paragraph>(line.content)};
  header.from_page = from_page;
  header.distance = 10_mm;
  return header;
}

model::Document with_header(int from_page) {
  model::Document document = document_of({paragraph("ก")});
  document.sections[0].header = numbered(from_page);
  return document;
}

std::string part_of(const DocxFile& file, const std::string& reference) {
  const std::string id = file.value("//" + reference + "/@r:id");
  return "word/" + file.value("//rel:Relationship[@Id='" + id + "']/@Target", "word/_rels/document.xml.rels");
}

TEST(SectionTest, pages_have_the_size_and_margins_of_the_model) {
  const DocxFile file = written({paragraph("ก")});
  EXPECT_EQ(file.xml("//w:sectPr"),
            "<w:sectPr><w:type w:val=\"nextPage\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            "<w:pgMar w:top=\"850\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"425\" "
            "w:footer=\"567\" w:gutter=\"0\"/><w:pgNumType w:fmt=\"thaiNumbers\"/></w:sectPr>");
}

TEST(SectionTest, page_numbers_are_thai_without_a_switch_in_the_field) {
  const DocxFile file = written(with_header(1));
  const std::string header = part_of(file, "w:headerReference[@w:type='default']");
  EXPECT_EQ(file.value("//w:instrText", header), " PAGE ");
  EXPECT_EQ(file.values("//w:fldChar/@w:fldCharType", header), (std::vector<std::string>{"begin", "separate", "end"}));
  EXPECT_EQ(file.values("//w:t", header), (std::vector<std::string>{"- ", "๑", " -"}));
  EXPECT_EQ(file.value("//w:pgNumType/@w:fmt"), "thaiNumbers");
  EXPECT_EQ(file.count("//w:titlePg"), 0U);
}

TEST(SectionTest, the_first_page_can_go_without_a_number) {
  const DocxFile file = written(with_header(2));
  EXPECT_EQ(file.count("//w:titlePg"), 1U);
  EXPECT_EQ(file.count("//w:instrText", part_of(file, "w:headerReference[@w:type='first']")), 0U);
  EXPECT_EQ(file.count("//w:instrText", part_of(file, "w:headerReference[@w:type='default']")), 1U);
}

TEST(SectionTest, a_header_far_down_does_not_push_the_first_page_that_has_none) {
  model::Document document = with_header(2);
  document.sections[0].header->distance = 20_mm;  // the top margin is 15 mm
  const DocxFile file = written(document);
  EXPECT_EQ(file.value("//w:pgMar/@w:header"), "730");
  const std::string header = part_of(file, "w:headerReference[@w:type='default']");
  EXPECT_EQ(file.value("//w:spacing/@w:before", header), "403");
}

/// The instruction and the result of a number in a header.
std::pair<std::string, std::string> field_of(model::SpanKind kind, model::Digits digits, model::Digits of_section) {
  model::Document document = with_header(1);
  document.sections[0].page_number_digits = of_section;
  document.sections[0].restarts_page_numbers = true;
  model::Span& number = document.sections[0].header->paragraphs[0].spans[1];
  number.kind = kind;
  number.digits = digits;
  const DocxFile file = written(document);
  const std::string header = part_of(file, "w:headerReference");
  const std::string result =
      file.value("//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]/w:t", header);
  const bool is_thai_script =
      file.count("//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1][w:rPr/w:cs]", header) == 1;
  EXPECT_EQ(is_thai_script, result == "๑");
  return {file.value("//w:instrText", header), result};
}

TEST(SectionTest, numbers_and_counts_of_pages_have_the_digits_asked_for) {
  using enum model::Digits;
  using Field = std::pair<std::string, std::string>;
  const auto number = model::SpanKind::page_number;
  const auto count = model::SpanKind::page_count;
  EXPECT_EQ(field_of(number, as_is, thai), Field(" PAGE ", "๑"));
  EXPECT_EQ(field_of(number, arabic, thai), Field(" PAGE \\* Arabic ", "1"));
  EXPECT_EQ(field_of(number, thai, arabic), Field(" PAGE ", "๑")) << "the section's format is Thai then";
  EXPECT_EQ(field_of(count, as_is, thai), Field(" NUMPAGES \\* THAIARABIC ", "๑"));
  EXPECT_EQ(field_of(count, thai, arabic), Field(" NUMPAGES \\* THAIARABIC ", "๑"));
  EXPECT_EQ(field_of(count, arabic, thai), Field(" NUMPAGES ", "1"));
  EXPECT_EQ(field_of(count, as_is, arabic), Field(" NUMPAGES ", "1"));
}

TEST(SectionTest, arabic_page_numbers_are_arabic) {
  model::Document document = with_header(1);
  document.sections[0].page_number_digits = model::Digits::arabic;
  document.sections[0].restarts_page_numbers = true;
  EXPECT_EQ(written(document).xml("//w:pgNumType"), "<w:pgNumType w:start=\"1\"/>");
}

TEST(SectionTest, a_footer_on_every_page_stays_when_the_header_skips_the_first) {
  model::Document document = with_header(2);
  document.sections[0].footer = numbered(1);
  const DocxFile file = written(document);
  EXPECT_EQ(file.count("//w:instrText", part_of(file, "w:footerReference[@w:type='first']")), 1U);
}

TEST(SectionTest, a_section_without_header_does_not_take_over_the_one_before) {
  model::Document document = with_header(1);
  document.sections.push_back(landscape({paragraph("ข")}));
  const DocxFile file = written(document);
  EXPECT_EQ(file.count("//w:sectPr"), 2U);
  const std::string second = part_of(file, "w:body/w:sectPr/w:headerReference[@w:type='default']");
  EXPECT_EQ(file.count("//w:instrText", second), 0U);
  EXPECT_EQ(file.value("//w:body/w:sectPr/w:pgSz/@w:orient"), "landscape");
}

TEST(SectionTest, a_section_ends_in_its_last_paragraph) {
  model::Document document = document_of({paragraph("ก")});
  document.sections.push_back(landscape({paragraph("ข")}));
  const DocxFile file = written(document);
  EXPECT_EQ(file.count("//w:body/w:p"), 2U);
  EXPECT_EQ(file.count("//w:body/w:p[1]/w:pPr/w:sectPr"), 1U);
  EXPECT_EQ(file.value("//w:body/w:p[2]/w:pPr/w:spacing/@w:before"), "0");
}

TEST(SectionTest, a_section_that_ends_in_a_list_gets_a_line_of_one_point) {
  model::Document document = document_of({{list(model::MarkerStyle::dash, {"ก"})}});
  document.sections.push_back(landscape({paragraph("ข")}));
  const DocxFile file = written(document);
  EXPECT_EQ(file.value("//w:p[w:pPr/w:sectPr]/w:pPr/w:pStyle/@w:val"), "ThinLine");
  EXPECT_EQ(file.value("//w:style[@w:styleId='ThinLine']/w:pPr/w:spacing/@w:line", "word/styles.xml"), "20");
}

}  // namespace
}  // namespace krut::tests
