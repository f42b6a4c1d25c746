#include <gtest/gtest.h>

#include "base/hash.h"
#include "unit/readback/paper_kit.h"

namespace krut::tests {
namespace {

const std::string main_part = "word/document.xml";

std::string part_of(const std::string& inside, const std::string& hash) {
  return "<source xmlns=\"urn:krut:source:1\" layout=\"memo\" data-hash=\"" + hash + "\">" + inside + "</source>";
}

std::string paper_of(const std::string& part) { return zip_of({{main_part, "<a/>"}, {"customXml/item1.xml", part}}); }

TEST(DocxSource, comes_back_byte_for_byte_with_its_layout_and_program) {
  const std::string data = "\xEF\xBB\xBF{\r\n  \"เรื่อง\": \"น้ำ <&> ]]> \\u0000\",\t\"x\": [1, 2]\n\n}\r\n";
  Diagnostics diagnostics;
  const auto source = readback::read_source(docx_paper(data), "a.docx", diagnostics);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->provenance.data, data);
  EXPECT_EQ(source->provenance.layout_name, "ita/sample");
  EXPECT_EQ(source->provenance.layout_version, "3");
  EXPECT_EQ(source->producer, "krut test");
}

TEST(DocxSource, keeps_characters_that_xml_cannot_hold) {
  const std::string data = "\xEF\xBF\xBF[\"\xEF\xBF\xBEก\xEF\xBF\xBF\xEF\xBF\xBD\"]";
  EXPECT_EQ(read(docx_paper(data)), data);
}

TEST(DocxSource, keeps_data_that_is_nothing_but_white_space_at_its_ends) {
  EXPECT_EQ(read(docx_paper(" \n\t{}\n \n")), " \n\t{}\n \n");
}

TEST(DocxSource, may_be_large) {
  std::string large = "[\"";
  while (large.size() < 12'000'000) large += "ผู้รับผิดชอบ < " + std::to_string(large.size());
  large += "\"]";
  EXPECT_TRUE(read(docx_paper(large)) == large);
}

TEST(DocxSource, is_found_beside_the_parts_of_others) {
  const std::string ours = part_of("<data>{}</data>", hash_text("{}"));
  EXPECT_EQ(read(zip_of({{main_part, "<a/>"},
                         {"customXml/item1.xml", "<!DOCTYPE b><b/>"},
                         {"customXml/item2.xml", "not XML"},
                         {"customXml/item3.xml", ""},
                         {"customXml/item9.xml", ours}})),
            "{}");
}

TEST(DocxSource, that_another_program_changed_is_refused) {
  EXPECT_EQ(read(paper_of(part_of("<data>{ }</data>", hash_text("{}")))), "[readback.changed]");
  EXPECT_EQ(read(paper_of(part_of("<data>" + std::string(100'000, '1') + "</dat", ""))), "[readback.damaged]");
  EXPECT_EQ(read(paper_of(part_of("<character code=\"110000\"/>", ""))), "[readback.damaged]");
  EXPECT_EQ(read(paper_of(part_of("<character code=\"x\"/>", ""))), "[readback.damaged]");
}

TEST(DocxSource, never_unfolds_entities) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE source [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"
      "<source xmlns=\"urn:krut:source:1\"><data>&b;</data></source>";
  EXPECT_EQ(read(paper_of(bomb)), "[readback.no-source]");
}

TEST(DocxSource, that_unpacks_without_end_is_stopped_at_the_limit) {
  const std::string spaces(257U << 20U, ' ');
  EXPECT_EQ(read(paper_of(spaces)), "[readback.too-large]");
  const std::string data(65U << 20U, '1');
  std::string inside;
  for (std::size_t i = 0; i < 65; ++i) inside += "<data>" + std::string(1U << 20U, '1') + "</data>";
  EXPECT_EQ(read(paper_of(part_of(inside, hash_text(data)))), "[readback.too-large]");
}

TEST(DocxSource, is_lacking_in_papers_of_others_and_in_other_archives) {
  EXPECT_EQ(read(zip_of({{main_part, "<a/>"}})), "[readback.no-source]");
  EXPECT_EQ(read(zip_of({{"content.xml", "<a/>"}})), "[readback.unknown-file]");
  EXPECT_EQ(read("PK\x03\x04 and nothing else"), "[readback.damaged]");
}

}  // namespace
}  // namespace krut::tests
