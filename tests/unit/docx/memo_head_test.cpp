#include <gtest/gtest.h>

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
  head.emblem.image = model::Image{
      model::ImageKind::png, std::make_shared<const std::string>("png"), 14_mm, 15_mm, "ตราครุฑ", "", nullptr};
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
  head.emblem.image = model::Image{model::ImageKind::svg,
                                   std::make_shared<const std::string>("<svg/>"),
                                   14_mm,
                                   15_mm,
                                   "ตราครุฑ",
                                   "",
                                   std::make_shared<const std::string>("png")};
  const DocxFile file = written({{head}});
  const auto target = [&](const std::string& id) {
    return file.value("//rel:Relationship[@Id='" + id + "']/@Target", "word/_rels/document.xml.rels");
  };
  EXPECT_EQ(file.part("word/" + target(file.value("//a:blip/@r:embed"))), "png");
  EXPECT_EQ(file.part("word/" + target(file.value("//asvg:svgBlip/@r:embed"))), "<svg/>");
}

TEST(MemoHeadTest, a_long_subject_goes_on_under_its_beginning) {
  EXPECT_EQ(written({{memo_head()}}).xml("//w:body/w:p[4]/w:pPr/w:ind"), "<w:ind w:left=\"638\" w:hanging=\"638\"/>");
}

}  // namespace
}  // namespace krut::tests
