#include "data/hygiene/hygiene.h"

#include <cstdlib>
#include <ctime>
#include <set>

#include "base/utf8.h"
#include "data_kit.h"

namespace krut::data {

namespace {

const std::string folder = "tests/data/hygiene";

/// What a user would see, in English and then in Thai; the data must fit its schema.
Diagnostics warnings(const std::string& path) {
  Diagnostics diagnostics;
  const auto json = Json::parse(kit::read(path), kit::file_name(path), diagnostics);
  EXPECT_TRUE(json && CheckedData::check(*json, kit::measures_schema(), diagnostics))
      << kit::all_messages(diagnostics, Language::english);
  if (json) review(*json, diagnostics);
  diagnostics.sort_by_place();
  return diagnostics;
}

class SlipsInData : public testing::TestWithParam<std::string> {};

TEST_P(SlipsInData, are_told_where_and_how_to_mend_them) {
  const std::string expected_path = std::filesystem::path(GetParam()).replace_extension(".expect").string();
  const Diagnostics diagnostics = warnings(GetParam());
  const std::string found =
      kit::all_messages(diagnostics, Language::english) + '\n' + kit::all_messages(diagnostics, Language::thai);
  if (std::getenv("KRUT_UPDATE_GOLDENS") != nullptr) files::write_whole({{expected_path, found}});
  EXPECT_EQ(found, kit::read(expected_path));
}

INSTANTIATE_TEST_SUITE_P(Cases, SlipsInData, testing::ValuesIn(kit::json_files(folder)), [](const auto& test) {
  std::string name = std::filesystem::path(test.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(SlipsInDataSet, are_warnings_in_both_languages_with_a_place_and_a_remedy) {
  for (const std::string& path : kit::json_files(folder)) {
    const Diagnostics diagnostics = warnings(path);
    for (const Diagnostic& item : diagnostics.items()) {
      EXPECT_EQ(item.severity, Severity::warning) << path;
      EXPECT_EQ(item.code.substr(0, 5), "data.") << path;
      EXPECT_NE(item.message.thai, item.message.english) << path;
      EXPECT_FALSE(item.hint.thai.empty() || item.hint.english.empty()) << path << ' ' << item.code;
      EXPECT_GT(item.where.line, 0) << path << ' ' << item.code;
    }
  }
}

/// The codes that a single text raises, in the order of its places.
std::vector<std::string> codes_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto json =
      Json::parse(R"({"agency": {"name": "เทศบาลตำบลดอยสนธยา", "district": "ภูเมฆา", "province": "รัตนธานี"},)"
                  R"("fiscal_year_be": 2566, "parts": [{"measures": [{"result": ")" +
                      text + R"("}]}]})",
                  "test.json", diagnostics);
  if (json) review(*json, diagnostics);
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) codes.push_back(item.code);
  return codes;
}

TEST(RightTexts, raise_no_warning) {
  for (const char* text : {
           "คณะกรรมการการเลือกตั้งใช้สถานที่ที่เหมาะสม ติดตามตามแผน และส่งผลผลิตของของทางราชการ",
           "โครงการโครงการหนึ่ง หน่วยงานหน่วยงานใดก็ได้ ทำเรื่อยเรื่อย ต่าง ๆ นานา",
           "เสนอให้ผู้บริหาร ผู้บริหารเห็นชอบ ที่กองช่าง กองช่างรับเรื่อง",
           "จัดให้แก่หมู่บ้าน หมู่บ้านละ ๒ ชุด และโครงการ โครงการที่ ๓",
           "ตอบข้อ ก ข ค ง ได้ทุกข้อ ณ ที่ทำการ",
           "น้ำ ที่ สิทธิ์ พันธุ์ ศุกร์ ฤทธิ์ ก็ เป็น ปั๊ม โต๊ะ พิพิธภัณฑ์ ฯลฯ ๆ",
           "ผ่าน facebook และ Website ของเทศบาล ทาง e-service ที่ www.example.go.th หรือ info@example.go.th",
           "เครื่องหมาย “ສະບາຍດີ” และ α β ในเอกสาร ขนาด 5 µm ราคา 20 €",
           "ตามข้อ O42 และ O43 แบบ i7 E12 COVID-19 โทร. 043 210 555 และ 042-123456",
           "นายกเทศมนตรีตำบลดอยสนธยา เทศบาลตำบล ดอยสนธยา อำเภอภูเมฆา จังหวัดรัตนธานี",
           "เทศบาลตำบลได้ดำเนินการแล้ว เทศบาลตำบลนายกเทศมนตรีเป็นประธาน อำเภอใกล้เคียง จังหวัดอื่น",
           "ร่วมกับเทศบาลตำบลหนองบัวเงิน ศึกษาดูงาน ณ เทศบาลตำบลบ้านท่า",
           "พระราชบัญญัติ พ.ศ. 2496 แผนปี พ.ศ. 2570 ปีงบประมาณ พ.ศ. 2567",
           "เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2565 คิดเป็นร้อยละ 12.50",
       }) {
    EXPECT_EQ(codes_of(text), std::vector<std::string>()) << text;
  }
}

TEST(Slips, are_told_at_the_character_even_behind_escapes) {
  Diagnostics diagnostics;
  const auto json = Json::parse(R"({"a": "\u0e01\"\ud83d\ude00 \n แก้้ไข"})", "test.json", diagnostics);
  ASSERT_TRUE(json);
  review(*json, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].where.column, 35);
  EXPECT_EQ(diagnostics.items()[0].where.pointer, "/a");
}

TEST(Slips, are_told_wherever_they_stand_however_often) {
  EXPECT_EQ(codes_of(R"(ใช้กฏหมาย"}, {"result": "ใช้กฏหมาย"}, {"issue": "ใช้กฏหมาย"}, {"result": "ใช้กฏหมาย)"),
            std::vector<std::string>(4, "data.misspelling"));
}

TEST(RightTexts, are_official_names_of_places_however_they_are_spelt) {
  for (const char* text : {"ตำบลปิล๊อก", "บาโร๊ะ", "ตำบลตะโล๊ะหะลอ", "กอตอตือร๊ะ", "บ้านล๊ะ", "จะกว๊ะ", "ตำบลและ"}) {
    EXPECT_EQ(codes_of(text), std::vector<std::string>()) << text;
  }
  EXPECT_EQ(codes_of("จดโน๊ต"), std::vector<std::string>{"data.impossible-spelling"});
}

TEST(Slips, of_web_pages_are_told_once_a_value) {
  const std::string word = "งาน\u200B";
  std::string text;
  for (int i = 0; i < 40; ++i) text += word + "ลด\u00ADขั้นตอน";
  EXPECT_EQ(codes_of(text), std::vector<std::string>{"data.invisible-character"});
  EXPECT_EQ(codes_of("&nbsp;ข้อ<br/>สอง<br/>สาม"), std::vector<std::string>{"data.written-out-markup"});
  EXPECT_EQ(codes_of("??????? ????? ????????"), std::vector<std::string>{"data.lost-letters"});
  EXPECT_EQ(codes_of("à¸—à¸³à¸‡à¸²à¸™"), std::vector<std::string>{"data.mojibake"});
  EXPECT_EQ(codes_of("ก\\tข\\tค"), std::vector<std::string>{"data.tab"});
}

/// `text` read as Latin-1, in which each byte is a character.
std::string read_as_latin_1(const std::string& text) {
  std::string garbled;
  for (const char byte : text) garbled += utf8::encode(static_cast<unsigned char>(byte));
  return garbled;
}

TEST(Slips, of_a_wrong_code_page_are_told_as_such_also_where_they_hold_control_characters) {
  Diagnostics diagnostics;
  const auto json = Json::parse("{\"a\": \"ที่ " + read_as_latin_1("“กองคลัง”") + "\"}", "test.json", diagnostics);
  EXPECT_FALSE(json);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  const Diagnostic& told = diagnostics.items()[0];
  EXPECT_EQ(told.code, "data.mojibake");
  EXPECT_EQ(told.where.column, 12);
  EXPECT_NE(told.message.english.find("is UTF-8 text read as ISO-8859-1; it was \"“กองคลัง”\""), std::string::npos)
      << told.message.english;
}

TEST(Slips, of_a_wrong_code_page_are_none_where_a_control_character_stands_alone) {
  for (const char* text : {"กอง\\u0081คลัง", "\\u0001", "caf\\u00e9 \\u0090"}) {
    EXPECT_EQ(codes_of(text), std::vector<std::string>{"data.control-character"}) << text;
  }
}

TEST(RightTexts, may_break_their_lines_with_any_sign_for_it) {
  for (const char* sign : {"\\n", "\\r\\n", "\\r", "\\u000b", "\\u0085", "\\u2028", "\\u2029", "\u2028"}) {
    EXPECT_EQ(codes_of("กองคลัง" + std::string(sign) + "กองช่าง"), std::vector<std::string>()) << sign;
  }
}

TEST(Slips, are_found_in_time_that_grows_with_the_text_only) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "ดำเนินการตามแผนปีงบประมาณ พ.ศ. 2566 ของเทศบาลตำบลดอยสนธยา ";
  const std::clock_t start = std::clock();
  EXPECT_EQ(codes_of(text), std::vector<std::string>());
  EXPECT_LT(std::clock() - start, 5 * CLOCKS_PER_SEC);
}

class CleanExamples : public testing::TestWithParam<std::string> {};

TEST_P(CleanExamples, raise_no_warning) {
  Diagnostics diagnostics;
  const auto json = Json::parse(kit::read(GetParam()), kit::file_name(GetParam()), diagnostics);
  ASSERT_TRUE(json);
  review(*json, diagnostics);
  EXPECT_EQ(kit::all_messages(diagnostics, Language::english), "");
}

std::vector<std::string> clean_files() {
  std::vector<std::string> paths = kit::json_files("examples");
  for (const std::string& path : kit::json_files("tests/data/valid")) paths.push_back(path);
  return paths;
}

INSTANTIATE_TEST_SUITE_P(Files, CleanExamples, testing::ValuesIn(clean_files()), [](const auto& test) {
  const std::filesystem::path path(test.param);
  std::string name = path.parent_path().filename().string() + '_' + path.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace

}  // namespace krut::data
