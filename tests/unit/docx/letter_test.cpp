#include <gtest/gtest.h>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

/// Ids in a document of one block: the section has 1.
constexpr model::ElementId first_block = 2;
constexpr model::ElementId second_value = 4;

DocxFile written_with(std::vector<model::Block> blocks, const docx::Options& options, bool has_catch_words = false) {
  model::Document document = document_of(std::move(blocks));
  if (has_catch_words) {
    model::CatchWord word;
    word.style = cell_style;
    word.text = document.styles[cell_style].text;
    word.line_pitch = 18_pt;
    document.sections.front().catch_word = word;
  }
  return written(document, options);
}

TEST(FieldTest, values_stand_below_each_other_where_the_pages_put_them) {
  docx::Options options;
  options.pages.measured.text_starts[first_block] = 100_pt;
  options.pages.measured.text_starts[second_value] = 115_pt;
  const DocxFile file = written_with({{enclosures()}}, options);
  EXPECT_EQ(file.values("//w:body/w:p[1]/w:r/w:t"),
            (std::vector<std::string>{"สิ่งที่ส่งมาด้วย", "  ", "๑. ", "แผนการฝึกซ้อม"}));
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr/w:ind"), "<w:ind w:left=\"2300\" w:hanging=\"300\"/>");
}

TEST(CatchWordTest, stands_in_a_frame_that_takes_the_rest_of_the_page) {
  docx::Options options;
  options.pages.catch_words[first_block] = {"/จึงเรียน...", 700_pt, 664_pt};
  const DocxFile file = written_with({paragraph("ก")}, options, true);
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:framePr/@w:y"), "13460");  // half a line below 664 pt
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:framePr/@w:wrap"), "notBeside");
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:before"), "540");
  EXPECT_EQ(file.value("//w:body/w:p[1]/w:pPr/w:jc/@w:val"), "right");
  EXPECT_EQ(file.value("//w:body/w:p[1]//w:t"), "/จึงเรียน...");
  EXPECT_EQ(file.value("//w:body/w:p[2]//w:t"), "ก");
}

}  // namespace
}  // namespace krut::tests
