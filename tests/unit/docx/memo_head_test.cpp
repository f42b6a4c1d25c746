#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

TEST(MemoHeadTest, the_lines_have_the_pitch_of_the_form) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.xml("//w:body/w:p[1]/w:pPr/w:spacing"), "<w:spacing w:before=\"110\"/>");
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr/w:spacing"), "<w:spacing w:before=\"104\"/>");
  EXPECT_EQ(file.count("//w:body/w:p[3]/w:pPr/w:spacing"), 0U);
  EXPECT_EQ(file.value("//w:style[@w:styleId='field']/w:pPr/w:spacing/@w:line", "word/styles.xml"), "452");
  EXPECT_EQ(file.value("//w:style[w:name/@w:val='titleStyle']/w:pPr/w:spacing/@w:line", "word/styles.xml"), "700");
}

TEST(MemoHeadTest, dots_run_to_the_margin) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr/w:tabs"),
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9071\"/></w:tabs>");
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:r/w:tab"), 1U);
}

TEST(MemoHeadTest, number_and_date_share_a_line) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.xml("//w:body/w:p[3]/w:pPr/w:tabs"),
            "<w:tabs><w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"4592\"/>"
            "<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9071\"/></w:tabs>");
  EXPECT_EQ(file.count("//w:body/w:p[3]/w:r/w:tab"), 2U);
  EXPECT_EQ(file.count("//w:body/w:p"), 4U);
}

TEST(MemoHeadTest, dots_run_under_the_value_but_not_under_the_label) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.values("//w:body/w:p[3]/w:r[w:t and not(w:rPr/w:u)]/w:t"), (std::vector<std::string>{"ที่", "วันที่"}));
  EXPECT_EQ(file.values("//w:body/w:p[3]/w:r[w:rPr/w:u/@w:val='dotted']/w:t"),
            (std::vector<std::string>{"  ", "นม ๗๓๕๐๑/-", "  ", "๑๐ เมษายน ๒๕๖๖"}));
}

TEST(MemoHeadTest, the_placeholder_is_a_thin_box_in_the_corner) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.values("//wp:anchor/*/@relativeFrom"), (std::vector<std::string>{"margin", "margin"}));
  EXPECT_EQ(file.xml("//wp:anchor/wp:extent"), "<wp:extent cx=\"504000\" cy=\"540000\"/>");
  EXPECT_EQ(file.count("//mc:Choice[@Requires='wps']//wps:wsp"), 1U);
  EXPECT_EQ(file.value("//wps:txbx//w:t"), "ตราครุฑ");
}

TEST(MemoHeadTest, on_preprinted_paper_nothing_is_drawn) {
  model::MemoHead head = memo_head();
  head.emblem.mode = model::EmblemMode::preprinted;
  EXPECT_EQ(written({{head}}).count("//w:drawing"), 0U);
}

TEST(MemoHeadTest, an_emblem_stands_behind_the_text_with_its_description) {
  model::MemoHead head = memo_head();
  head.emblem.mode = model::EmblemMode::image;
  head.emblem.image = image_of(model::ImageKind::png, "png", "ตราครุฑ");
  const DocxFile file = written({{head}});
  EXPECT_EQ(file.value("//wp:anchor/@behindDoc"), "1");
  EXPECT_EQ(file.value("//wp:docPr/@descr"), "ตราครุฑ");
  EXPECT_EQ(file.part("word/" + file.value("//rel:Relationship[@Id='" + file.value("//a:blip/@r:embed") + "']/@Target",
                                           "word/_rels/document.xml.rels")),
            "png");
}

TEST(MemoHeadTest, an_svg_emblem_travels_beside_its_pixels) {
  model::MemoHead head = memo_head();
  head.emblem.mode = model::EmblemMode::image;
  model::Image emblem = image_of(model::ImageKind::svg, "<svg/>", "ตราครุฑ");
  emblem.png = std::make_shared<const std::string>("png");
  head.emblem.image = emblem;
  const DocxFile file = written({{head}});
  const auto target = [&](const std::string& id) {
    return file.value("//rel:Relationship[@Id='" + id + "']/@Target", "word/_rels/document.xml.rels");
  };
  EXPECT_EQ(file.part("word/" + target(file.value("//a:blip/@r:embed"))), "png");
  EXPECT_EQ(file.part("word/" + target(file.value("//asvg:svgBlip/@r:embed"))), "<svg/>");
}

/// What the pages know of the head: where values start, and after how many bytes of them a line ends.
struct Measured {
  docx::Options options;
  model::Document document = document_of({{memo_head()}});

  model::MemoHead& head() { return std::get<model::MemoHead>(document.sections[0].blocks[0].content); }
  void set(const model::HeadField& field, Length start, std::vector<std::size_t> breaks = {}) {
    options.pages.text_starts[field.id] = start;
    if (!breaks.empty()) options.pages.line_breaks[field.id] = std::move(breaks);
  }
  [[nodiscard]] DocxFile write() const { return written(document, options); }
};

TEST(MemoHeadTest, further_lines_hang_under_the_value) {
  Measured memo;
  memo.set(memo.head().agency, 72_pt);
  memo.set(memo.head().subject, 32_pt);
  const DocxFile file = memo.write();
  EXPECT_EQ(file.xml("//w:body/w:p[2]/w:pPr/w:ind"), "<w:ind w:left=\"1440\" w:hanging=\"1440\"/>");
  EXPECT_EQ(file.xml("//w:body/w:p[4]/w:pPr/w:ind"), "<w:ind w:left=\"640\" w:hanging=\"640\"/>");
}

TEST(MemoHeadTest, where_nobody_measured_the_label_the_lines_hang_about_under_the_value) {
  const DocxFile file = written({{memo_head()}});
  EXPECT_EQ(file.value("//w:body/w:p[4]/w:pPr/w:ind/@w:left"), file.value("//w:body/w:p[4]/w:pPr/w:ind/@w:hanging"));
  EXPECT_NEAR(std::stoi(file.value("//w:body/w:p[4]/w:pPr/w:ind/@w:left")), 640, 400);
}

TEST(MemoHeadTest, dots_run_to_the_margin_on_every_line) {
  Measured memo;
  model::Span& agency = memo.head().agency.value[0];
  agency.text = "กขค";
  memo.set(memo.head().agency, 72_pt, {3, 6});
  const DocxFile file = memo.write();
  EXPECT_EQ(file.values("//w:body/w:p[2]/w:r[w:rPr/w:u]/w:t"), (std::vector<std::string>{"  ", "ก", "ข", "ค"}));
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:r[w:tab]/following-sibling::*[1][w:br]"), 2U);
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:r[w:tab][w:rPr/w:position/@w:val='-3']"), 3U);
  EXPECT_EQ(file.count("//w:body/w:p[2]/w:bookmarkStart"), 1U) << "the value stays one";
}

TEST(MemoHeadTest, a_line_break_of_the_data_is_not_doubled) {
  Measured memo;
  model::HeadField& subject = memo.head().subject;
  const model::Span text = subject.value[0];
  model::Span line_break = text;
  line_break.kind = model::SpanKind::line_break;
  line_break.text.clear();
  subject.value = {text, line_break, text};
  memo.set(subject, 32_pt, {text.text.size()});
  const DocxFile file = memo.write();
  EXPECT_EQ(file.count("//w:body/w:p[4]/w:r/w:br"), 1U);
  EXPECT_EQ(file.count("//w:body/w:p[4]/w:r/w:tab"), 2U);
}

TEST(MemoHeadTest, a_number_of_two_lines_stands_beside_the_date) {
  Measured memo;
  memo.head().reference_no.value[0].text = "กข";
  memo.set(memo.head().reference_no, 20_pt, {3});
  memo.set(memo.head().date, Length::millimetres(81) + 40_pt);
  const DocxFile file = memo.write();
  EXPECT_EQ(file.count("//w:body/w:tbl/w:tr/w:tc"), 2U);
  EXPECT_EQ(file.values("//w:tbl//w:gridCol/@w:w"), (std::vector<std::string>{"4592", "4479"}));
  EXPECT_EQ(file.values("//w:tbl//w:tc[1]//w:t"), (std::vector<std::string>{"ที่", "  ", "ก", "ข"}));
  EXPECT_EQ(file.values("//w:tbl//w:tc[2]//w:t"), (std::vector<std::string>{"วันที่", "  ", "๑๐ เมษายน ๒๕๖๖"}));
  EXPECT_EQ(file.xml("//w:tbl//w:tc[1]/w:p/w:pPr/w:ind"), "<w:ind w:left=\"400\" w:hanging=\"400\"/>");
  EXPECT_EQ(file.xml("//w:tbl//w:tc[2]/w:p/w:pPr/w:ind"), "<w:ind w:left=\"800\" w:hanging=\"800\"/>");
  EXPECT_EQ(file.values("//w:tbl//w:tab/@w:pos"), (std::vector<std::string>{"4592", "4479"}));
  EXPECT_EQ(file.value("//w:tblCaption/@w:val"), "ที่ วันที่");
}

TEST(MemoHeadTest, on_narrow_paper_the_date_stands_at_the_middle_as_on_the_pages) {
  model::Document document = document_of({{memo_head()}});
  document.sections[0].page_width = Length::millimetres(150);
  EXPECT_EQ(written(document).value("//w:body/w:p[3]//w:tabs/w:tab[1]/@w:pos"), "2835");
}

}  // namespace
}  // namespace krut::tests
