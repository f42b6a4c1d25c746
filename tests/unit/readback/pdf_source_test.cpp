#include <gtest/gtest.h>

#include "base/hash.h"
#include "unit/readback/paper_kit.h"

namespace krut::tests {
namespace {

const std::string data = "{\r\n  \"เรื่อง\": \"น้ำ \\\\ ค่ำ\",\t\"x\": [1, 2]\n}\n";

/// A file with the data attached the way we attach it, beside whatever `about` says of it.
std::string attached(const std::string& about, const std::string& trailer = "/Root 1 0 R") {
  HandmadePdf pdf;
  pdf.add("<</Type/Catalog/AF[2 0 R 4 0 R]>>")
      .add("<</Type/Filespec/AFRelationship/Source/F(data.json)/EF<</F 3 0 R>>>>")
      .add_stream("/Type/EmbeddedFile", data)
      .add("<</Type/Filespec/AFRelationship/Supplement/F(krut.json)/EF<</F 5 0 R>>>>")
      .add_stream("/Type/EmbeddedFile", about);
  return pdf.file(trailer);
}

std::string about_right_data() { return "{\"data_hash\": \"" + hash_text(data) + "\"}"; }

TEST(PdfSource, comes_back_byte_for_byte_with_its_layout_and_program) {
  Diagnostics diagnostics;
  const auto source = readback::read_source(pdf_paper(data), "a.pdf", diagnostics);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->provenance.data, data);
  EXPECT_EQ(source->provenance.layout_name, "ita/sample");
  EXPECT_EQ(source->provenance.layout_version, "3");
  EXPECT_EQ(source->producer, "krut test");
}

TEST(PdfSource, may_be_large) {
  std::string large = "[\"";
  while (large.size() < 30'000'000) large += "ผู้รับผิดชอบ " + std::to_string(large.size());
  large += "\"]";
  EXPECT_TRUE(read(pdf_paper(large)) == large);
}

TEST(PdfSource, is_found_behind_lines_that_a_mail_gateway_put_before_the_file) {
  EXPECT_EQ(read("X-Note: checked\r\n\r\n" + pdf_paper(data)), data);
}

TEST(PdfSource, is_found_by_its_name_where_the_list_of_associated_files_is_gone) {
  HandmadePdf pdf;
  pdf.add("<</Type/Catalog/Names<</EmbeddedFiles<</Kids[6 0 R]>>>>>>")
      .add("<</Type/Filespec/AFRelationship/Source/F(data.json)/EF<</F 3 0 R>>>>")
      .add_stream("/Type/EmbeddedFile", data)
      .add("<</Type/Filespec/AFRelationship/Supplement/F(krut.json)/EF<</F 5 0 R>>>>")
      .add_stream("/Type/EmbeddedFile/Filter/FlateDecode", deflated(about_right_data()))
      .add("<</Names[(data.json) 2 0 R (krut.json) 4 0 R]>>");
  EXPECT_EQ(read(pdf.file("/Root 1 0 R")), data);
}

TEST(PdfSource, that_another_program_changed_is_refused) {
  EXPECT_EQ(read(attached(about_right_data())), data);
  EXPECT_EQ(read(attached("{\"data_hash\": \"0000000000000000\"}")), "[readback.changed]");
  EXPECT_EQ(read(attached("{")), "[readback.damaged]");
}

TEST(PdfSource, is_lacking_in_papers_of_others_and_in_those_without_source) {
  EXPECT_EQ(read(pdf_paper("")), "[readback.no-source]");
  EXPECT_EQ(read(HandmadePdf().add("<</Type/Catalog>>").file("/Root 1 0 R")), "[readback.no-source]");
  EXPECT_EQ(read("hello"), "[readback.unknown-file]");
  EXPECT_EQ(read(""), "[readback.unknown-file]");
}

TEST(PdfSource, of_an_encrypted_file_asks_for_the_encryption_to_go) {
  EXPECT_EQ(read(attached(about_right_data(), "/Root 1 0 R/Encrypt 9 0 R")), "[readback.encrypted]");
}

TEST(PdfSource, that_unpacks_without_end_is_stopped_at_the_limit) {
  const std::string bomb = deflated(std::string(80U << 20U, ' '));
  HandmadePdf pdf;
  pdf.add("<</Type/Catalog/AF[2 0 R 4 0 R]>>")
      .add("<</Type/Filespec/AFRelationship/Source/F(data.json)/EF<</F 3 0 R>>>>")
      .add_stream("/Type/EmbeddedFile/Filter/FlateDecode", bomb)
      .add("<</Type/Filespec/AFRelationship/Supplement/F(krut.json)/EF<</F 5 0 R>>>>")
      .add_stream("/Type/EmbeddedFile", about_right_data());
  EXPECT_EQ(read(pdf.file("/Root 1 0 R")), "[readback.too-large]");
}

}  // namespace
}  // namespace krut::tests
