#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "docx/names.h"
#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

TEST(PackageTest, the_same_document_gives_the_same_bytes) {
  EXPECT_EQ(docx::write(rich_document(), sample_options()), docx::write(rich_document(), sample_options()));
}

TEST(PackageTest, content_types_come_first_and_name_every_part) {
  const DocxFile file = written(rich_document(), sample_options());
  ASSERT_FALSE(file.names().empty());
  EXPECT_EQ(file.names().front(), "[Content_Types].xml");
  for (const std::string& name : file.names()) {
    if (name == file.names().front()) continue;
    const std::string extension = name.substr(name.rfind('.') + 1);
    EXPECT_GT(file.count("//ct:Override[@PartName='/" + name + "'] | //ct:Default[@Extension='" + extension + "']",
                         "[Content_Types].xml"),
              0U)
        << name;
  }
}

TEST(PackageTest, a_zip_entry_tells_no_time) {
  const std::string bytes = docx::write(document_of({paragraph("ก")}), {});
  // Local file header: time and date at offset 10 (APPNOTE 4.3.7); 1980-01-01 is 0x0021.
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(10, 4), std::string("\x00\x00\x21\x00", 4));
}

TEST(PackageTest, no_two_things_share_an_id) {
  const DocxFile file = written(rich_document(), sample_options());
  for (const char* path : {"//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//w:sdtPr/w:id/@w:val",
                           "//w:sdtPr/w:tag/@w:val", "//wp:docPr/@id", "//@w14:paraId"}) {
    const auto values = file.values(path);
    EXPECT_GT(values.size(), 1U) << path;
    EXPECT_EQ(std::set<std::string>(values.begin(), values.end()).size(), values.size()) << path;
  }
  for (const std::string& id : file.values("//@w14:paraId")) {
    EXPECT_EQ(id.size(), 8U) << id;
    EXPECT_EQ(id.find_first_not_of("0123456789ABCDEF"), std::string::npos) << id;
    EXPECT_LT(id.front(), '8') << id;
  }
}

TEST(PackageTest, names_follow_from_the_content_alone) {
  docx::Names first;
  docx::Names second;
  EXPECT_EQ(first.paragraph(7), second.paragraph(7));
  EXPECT_NE(first.paragraph(7), first.paragraph(8));
  EXPECT_EQ(first.bookmark("/a").name, second.bookmark("/a").name);
  EXPECT_EQ(first.control("/a", 3).id, second.control("/a", 3).id);
}

TEST(PackageTest, the_data_travels_inside) {
  model::Document document = document_of({paragraph({span("ก", body_style, "/a")})});
  document.provenance.data = "{\"a\": \"<ก & \\\"ข\\\">\"}\r\n";
  const DocxFile file = written(document);
  EXPECT_EQ(file.value("//s:data", "customXml/item1.xml"), document.provenance.data);
  EXPECT_EQ(file.value("//s:source/@layout", "customXml/item1.xml"), "ita/memo-report");
  EXPECT_EQ(file.value("//s:source/@data-hash", "customXml/item1.xml"),
            file.value("//cp:property[@name='krut.data-hash']/vt:lpwstr", "docProps/custom.xml"));
}

TEST(PackageTest, data_that_holds_the_end_of_a_cdata_section_travels_inside_too) {
  model::Document document = document_of({paragraph("ก")});
  for (const std::string data : {R"(["<![CDATA[", "&amp;"])", R"([["ก]]>ข"]])", "[\"ก\",\r\n 1]"}) {
    document.provenance.data = data;
    EXPECT_EQ(written(document).value("//s:data", "customXml/item1.xml"), data);
  }
}

TEST(PackageTest, data_longer_than_a_reader_takes_is_split_between_characters) {
  model::Document document = document_of({paragraph("ก")});
  std::string text = "\"";
  while (text.size() < (9U << 20)) text += "ก้";
  document.provenance.data = text + "\"";
  const auto pieces = written(document).values("//s:data", "customXml/item1.xml");
  EXPECT_EQ(pieces.size(), 3U);
  std::string whole;
  for (const std::string& piece : pieces) whole += piece;
  EXPECT_EQ(whole == document.provenance.data, true);
}

TEST(PackageTest, the_data_stays_home_when_the_user_says_so) {
  docx::Options options;
  options.has_source = false;
  const DocxFile file = written(document_of({paragraph("ก")}), options);
  EXPECT_EQ(std::count_if(file.names().begin(), file.names().end(),
                          [](const std::string& name) { return name.rfind("customXml", 0) == 0; }),
            0);
}

TEST(PackageTest, title_author_language_and_date_are_told) {
  docx::Options options;
  options.application = "krut 1.0";
  options.created_at = 1'681'084'800;
  const DocxFile file = written(document_of({paragraph("ก")}), options);
  EXPECT_EQ(file.value("//dc:title", "docProps/core.xml"), "รายงานตัวอย่าง");
  EXPECT_EQ(file.value("//dc:creator", "docProps/core.xml"), "องค์การบริหารส่วนตำบลน้ำใส");
  EXPECT_EQ(file.value("//dc:language", "docProps/core.xml"), "th-TH");
  EXPECT_EQ(file.value("//dcterms:created", "docProps/core.xml"), "2023-04-10T00:00:00Z");
}

TEST(PackageTest, dates_are_right_at_the_edges_of_the_calendar) {
  const std::pair<std::int64_t, const char*> dates[] = {{0, "1970-01-01T00:00:00Z"},
                                                        {951'782'399, "2000-02-28T23:59:59Z"},
                                                        {951'782'400, "2000-02-29T00:00:00Z"},
                                                        {1'709'251'199, "2024-02-29T23:59:59Z"},
                                                        {4'107'542'400, "2100-03-01T00:00:00Z"},
                                                        {-1, "1969-12-31T23:59:59Z"}};
  for (const auto& [seconds, expected] : dates) {
    docx::Options options;
    options.created_at = seconds;
    EXPECT_EQ(written(document_of({paragraph("ก")}), options).value("//dcterms:created", "docProps/core.xml"),
              expected);
  }
}

TEST(PackageTest, without_a_date_none_is_told) {
  EXPECT_EQ(written({paragraph("ก")}).count("//dcterms:*", "docProps/core.xml"), 0U);
}

TEST(PackageTest, headings_are_real_headings) {
  const DocxFile file = written({paragraph("หัวข้อ", heading_style)});
  EXPECT_EQ(file.value("//w:body/w:p/w:pPr/w:pStyle/@w:val"), "Heading1");
  EXPECT_EQ(
      file.xml("//w:style[@w:styleId='Heading1']", "word/styles.xml"),
      "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
      "<w:aliases w:val=\"section\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>"
      "<w:pPr><w:keepNext/><w:keepLines w:val=\"0\"/><w:widowControl/>"
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"362\" w:lineRule=\"exact\"/>"
      "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
      "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>");
}

TEST(PackageTest, a_style_states_everything_in_the_words_of_thai_word) {
  const DocxFile file = written({paragraph("ก")});
  EXPECT_EQ(file.xml("//w:style[@w:styleId='body']/w:pPr", "word/styles.xml"),
            "<w:pPr><w:keepNext w:val=\"0\"/><w:keepLines w:val=\"0\"/><w:widowControl/>"
            "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"362\" w:lineRule=\"exact\"/>"
            "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"1417\"/><w:jc w:val=\"thaiDistribute\"/></w:pPr>");
  EXPECT_EQ(file.xml("//w:docDefaults/w:rPrDefault/w:rPr/w:lang", "word/styles.xml"),
            "<w:lang w:val=\"en-US\" w:eastAsia=\"en-US\" w:bidi=\"th-TH\"/>");
  EXPECT_EQ(file.value("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "word/settings.xml"), "15");
  EXPECT_EQ(file.value("//w:themeFontLang/@w:bidi", "word/settings.xml"), "th-TH");
}

TEST(PackageTest, a_picture_used_twice_is_stored_once) {
  model::Figure figure;
  figure.image = image_of(model::ImageKind::png, "png", "ภาพ");
  const DocxFile file = written({{figure}, {figure}});
  EXPECT_EQ(file.count("//wp:inline"), 2U);
  EXPECT_EQ(std::count_if(file.names().begin(), file.names().end(),
                          [](const std::string& name) { return name.rfind("word/media/", 0) == 0; }),
            1);
}

TEST(PackageTest, a_figure_keeps_what_follows_at_the_distance_it_asks_for) {
  model::Figure figure;
  figure.space_after = 4_pt;
  const DocxFile bare = written({{figure}, paragraph("ถัดไป")});
  EXPECT_EQ(bare.value("//w:body/w:p[1]/w:pPr/w:spacing/@w:after"), "80");
  figure.caption = {span("ภาพ", head_style)};
  const DocxFile captioned = written({{figure}, paragraph("ถัดไป")});
  EXPECT_EQ(captioned.count("//w:body/w:p[1]/w:pPr/w:spacing[@w:after>0]"), 0U);
  EXPECT_EQ(captioned.value("//w:body/w:p[2]/w:pPr/w:spacing/@w:after"), "80") << "under the caption";
}

}  // namespace
}  // namespace krut::tests
