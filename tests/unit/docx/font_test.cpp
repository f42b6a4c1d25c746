#include <gtest/gtest.h>

#include <algorithm>

#include "docx/fonts.h"
#include "file_reader.h"
#include "sample_document.h"

namespace krut::tests {
namespace {

constexpr const char* table = "word/fontTable.xml";

std::size_t embedded_files(const DocxFile& file) {
  return static_cast<std::size_t>(std::count_if(file.names().begin(), file.names().end(), [](const std::string& name) {
    return name.rfind("word/fonts/", 0) == 0;
  }));
}

TEST(FontTest, faces_are_embedded_under_the_name_that_the_document_asks_for) {
  const DocxFile file = written(document_of({paragraph("ก")}), sample_options());
  EXPECT_EQ(file.values("//w:font/@w:name", table), (std::vector<std::string>{"TH SarabunPSK"}));
  EXPECT_EQ(file.value("//w:font/w:altName/@w:val", table), "Krut Sarabun");
  EXPECT_EQ(file.count("//w:embedRegular | //w:embedBold", table), 2U);
  EXPECT_EQ(file.count("//w:embedTrueTypeFonts", "word/settings.xml"), 1U);
  EXPECT_EQ(file.count("//w:saveSubsetFonts", "word/settings.xml"), 0U);
  EXPECT_EQ(embedded_files(file), 2U);
}

TEST(FontTest, an_embedded_face_comes_back_with_its_key) {
  const docx::Options options = sample_options();
  const DocxFile file = written(document_of({paragraph("ก")}), options);
  const std::string guid = file.value("//w:embedRegular/@w:fontKey", table);
  const std::string id = file.value("//w:embedRegular/@r:id", table);
  const std::string target =
      file.value("//rel:Relationship[@Id='" + id + "']/@Target", "word/_rels/fontTable.xml.rels");
  const std::string& stored = file.part("word/" + target);
  EXPECT_NE(stored.substr(0, 32), options.faces[0].program->bytes->substr(0, 32));
  EXPECT_EQ(docx::obfuscated(stored, guid) == *options.faces[0].program->bytes, true);
}

TEST(FontTest, the_key_crosses_the_first_bytes_from_its_end) {
  const std::string zeros(40, '\0');
  const std::string crossed = docx::obfuscated(zeros, "{00112233-4455-6677-8899-AABBCCDDEEFF}");
  const std::string key = "\xFF\xEE\xDD\xCC\xBB\xAA\x99\x88\x77\x66\x55\x44\x33\x22\x11" + std::string(1, '\0');
  EXPECT_EQ(crossed, key + key + std::string(8, '\0'));
}

TEST(FontTest, a_face_that_forbids_embedding_stays_home) {
  docx::Options options = sample_options();
  for (docx::EmbeddedFace& face : options.faces) {
    auto forbidding = std::make_shared<model::FontProgram>(*face.program);
    forbidding->may_be_embedded = false;
    face.program = forbidding;
  }
  const DocxFile file = written(document_of({paragraph("ก")}), options);
  EXPECT_EQ(embedded_files(file), 0U);
  EXPECT_EQ(file.count("//w:embedTrueTypeFonts", "word/settings.xml"), 0U);
  EXPECT_EQ(file.values("//w:font/@w:name", table), (std::vector<std::string>{"TH SarabunPSK"}));
}

TEST(FontTest, a_collection_is_no_single_face) {
  docx::Options options = sample_options();
  auto collection = std::make_shared<model::FontProgram>(*options.faces[0].program);
  collection->bytes = std::make_shared<const std::string>("ttcf" + std::string(100, '\0'));
  options.faces = {{"TH SarabunPSK", collection}};
  EXPECT_EQ(embedded_files(written(document_of({paragraph("ก")}), options)), 0U);
}

}  // namespace
}  // namespace krut::tests
