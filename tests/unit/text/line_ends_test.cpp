#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "workbench.h"

namespace krut::text {
namespace {

/// A line with the places where it may end: `|` freely, `~` in need, `^` in need where no `~` serves.
struct Case {
  const char* what;
  const char* line;
};

std::string without_signs(std::string line) {
  line.erase(std::remove_if(line.begin(), line.end(), [](char c) { return c == '|' || c == '~' || c == '^'; }),
             line.end());
  return line;
}

void expect_ends(const std::vector<Case>& cases) {
  for (const Case& expected : cases) {
    EXPECT_EQ(with_ends(prepared(without_signs(expected.line))), expected.line) << expected.what;
  }
}

TEST(LineEnds, words_are_never_cut) {
  expect_ends({
      {"dictionary words", "ประกาศ|ประชาสัมพันธ์|ผ่าน|เว็บไซต์|ของ|หน่วยงาน"},
      {"words of the office", "เจ้าหน้าที่|ผู้รับผิดชอบ|ตรวจสอบ|เครื่องมือ|ตาม|ขั้นตอน"},
      {"many leading vowels", "เกี่ยวเนื่อง|เรื่อง|เปลี่ยนแปลง|เพื่อ|เชื่อม|เมื่อ"},
      {"the dictionary goes on behind our word", "ช่องทาง|การ|สื่อสาร|และ|แบบตรวจ|การ|เปิดเผยข้อมูล"},
      {"Latin words", "ระบบ |E-service |ของ |Website |ITA/OIT"},
      {"Latin among Thai", "ข้อมูล|ITA|ของ|กองคลัง"},
  });
}

TEST(LineEnds, words_that_cannot_stand_alone_part_in_need_only) {
  expect_ends({
      {"who does it", "ระบุ|ชื่อ|ผู้^แจ้ง|และ|ผู้^เข้า^ร่วม|ทุกคน |ผู้^ที่มา|ก่อน|เป็น|ผู้^อนุญาต"},
      {"what it is", "แสดง^ความ^ยินดี|ตาม|ความ^ใน|ข้อ ๑ |ของ|ประกาศ|ความ^คืบหน้า"},
      {"for each", "อย่างน้อย|ปี^ละ |๕ งาน |เฉลี่ย|งาน^ละ |๑๘ นาที |คนละเรื่อง|อย่าง|ละเอียด"},
  });
}

TEST(LineEnds, words_made_of_words_part_in_need_only) {
  expect_ends({
      {"the year", "แผน|ประจำ^ปี|และ|ประจำ^ปีงบประมาณ ๒๕๖๖ |หรือ|ประจำ^ปีงบประมาณ ~พ.ศ. ๒๕๖๖"},
      {"days", "ทุก|เช้า|วัน^จันทร์|หรือ|วัน^พฤหัสบดี"},
      {"papers", "เป็น|ลายลักษณ์^อักษร|ให้|ถือ^ปฏิบัติ|ตาม|แนว^ปฏิบัติ|ของ|ทาง^ราชการ"},
      {"offices", "ใน|ที่^ประชุม|สภา^เทศบาล|แก่|รอง^นายกเทศมนตรี|ให้|ชัดเจน"},
      {"others", "ภาษา^ไทย|และ|ภาษา^อังกฤษ |น่า^สนใจ |เอื้อ^ประโยชน์|ต่อ|อาสาสมัคร |แจ้ง|เตือน^ภัย|ให้|ตรง^กัน |สถาบัน|การ^ศึกษา"},
  });
}

/// No dictionary has such words, and nothing is put right on the way: what is set is what was typed.
TEST(LineEnds, words_with_a_vowel_in_two_pieces_are_words_all_the_same) {
  expect_ends({
      {"right", "จำนวน|สำคัญ|ตาม|อำเภอ|เพื่อ|ดำเนินการ|แม่น้ำ|ลำคลอง"},
      {"sara am as two", "จํานวน|สําคัญ|ตาม|อําเภอ|เพื่อ|ดําเนินการ|แม่นํ้า|ลําคลอง"},
      {"the tone mark first", "แม่น้ํา|ลําคลอง|สะอาด"},
      {"sara ae as two", "เเผนงาน|เเละ|เเนวทาง"},
  });
}

TEST(LineEnds, signs_stay_with_what_they_belong_to) {
  expect_ends({
      {"mai yamok after a space", "อุปกรณ์|ต่าง ๆ |ของ|กอง"},
      {"mai yamok without", "อุปกรณ์|ต่างๆ|ของ|กอง"},
      {"shortened names", "สำนักปลัดฯ |และ|กองคลังฯ"},
      {"and so on", "โต๊ะ |เก้าอี้ ฯลฯ |ครบถ้วน"},
      {"his excellency", "ฯพณฯ ^นายกรัฐมนตรี"},
      {"parentheses and quotes", "แบบวัด|การ|รับรู้ |(IIT) |และ |“แบบตรวจ” |อื่น"},
      {"straight quotes", "ตรวจ |\"ระบบ|งาน\" |แล้ว"},
      {"punctuation without spaces", "น้ำ,|น้ำ.น้ำ|(น้ำ)|น้ำ"},
      {"per cent", "คิด|เป็น|ร้อยละ ๙๙.๙% |ของ|ทั้งหมด"},
      {"dots to write on", "ลงชื่อ...................|ผู้รายงาน"},
      {"open sign before a space", "( ก)"},
      {"close sign after a space", "ผู้รายงาน )"},
  });
}

TEST(LineEnds, quotation_marks_open_and_close_by_what_stands_beside_them) {
  expect_ends({
      {"an inch mark turns no later pair", "จอ|ขนาด |24\" |จำนวน |2 เครื่อง |ป้าย |\"ชุมชน|เข้มแข็ง\" |ของ|ตำบล"},
      {"two inch marks", "ขนาด |24\" |และ |32\" |ตาม |\"ระบบ|งาน\" |แล้ว"},
      {"a quote never closed", "เรื่อง |\"ระบบ|งาน |และ |\"ขั้นตอน\" |แล้ว |\"ระบบ\""},
      {"in parentheses", "(\"ระบบ|งาน\") |และ |\"งาน\", |\"ระบบ\"."},
      {"without spaces", "คำ|ว่า|\"ระบบ|งาน\"|ของ|ตำบล"},
      {"an inch mark that touches a word", "จอ 24\"|ของ|ตำบล"},
      {"with spaces inside", "คำ|ว่า |\" ระบบ \" |ของ"},
      {"alone", "ระบบ\"งาน"},
      {"a pair of like marks", "คำ|ว่า |”ระบบ|งาน” |และ |“ขั้นตอน“ |แล้ว"},
      {"an apostrophe", "ร้าน |Bob’s |ของ |‘ระบบ’ |และ |’งาน’ |แล้ว"},
  });
}

TEST(LineEnds, years_dates_and_ranges_hold_together) {
  expect_ends({
      {"era and year", "ตั้งแต่ |พ.ศ. ๒๕๖๖ |ถึง |ค.ศ. 2024"},
      {"day, month, year", "รายงาน|เมื่อ |๔ มกราคม ^๒๕๖๖ |แล้ว"},
      {"with its lead, and the word before that", "อบรม|เมื่อ^วันที่ ~๔ มกราคม ^๒๕๖๖ |แล้ว"},
      {"with its lead", "ภายใน^วันที่ ~๓๐ กันยายน ^๒๕๖๖ |นี้"},
      {"short months", "ส่ง|วันที่ ~๓๑ มี.ค. ^๒๕๖๖ |หรือ |๓๑ มี.ค.๖๖"},
      {"short range", "รอบ |เม.ย.๖๕-~ก.ย.๖๕ |เท่านั้น"},
      {"range of short months", "รอบ |ต.ค.-~มี.ค. |เท่านั้น"},
      {"range of whole months, whose hyphen would be lost at a line's end", "รอบ |มกราคม-มีนาคม |เท่านั้น"},
      {"range with spaces", "๑ ต.ค. ^๒๕๖๕ - ~๓๑ มี.ค. ^๒๕๖๖"},
      {"fiscal year", "ปี ~พ.ศ. ๒๕๖๖ |รอบ ๖ เดือน"},
  });
}

TEST(LineEnds, numbers_hold_to_labels_and_units) {
  expect_ends({
      {"units", "ขนาด |๑๖ พอยต์ |ห่าง |๖ เดือน |จำนวน |๑ ครั้ง |ได้ |๒๕.๐๐ คะแนน"},
      {"a long number parts from its unit in need", "เป็น|เงิน |๑,๒๓๔,๕๖๗.๘๙ ~บาท |ถ้วน"},
      {"labels", "ตาม|ข้อ ๑ |และ|ที่ ๓ |ของ|มาตรา ๗ |ใน|รอบ ๖ เดือน"},
      {"ordinals", "ตัวชี้วัดที่ ๗ |การ|ปรับปรุง"},
      {"clauses and codes", "ระเบียบ|ข้อ ๔(๒) |และ|ข้อ (ก) |กับ|ข้อ O๔๒"},
      {"letter numbers", "ที่ นร ๐๑๐๖/ว ๑๒๓ |และ |ที่ นม ๗๓๕๐๑/-"},
      {"letter number with digits", "เลขที่ นม ๗๓๕๐๑/๑๒๓ |ลงวันที่"},
      {"section of a section", "มาตรา ๔๔/๑ |วรรค"},
      {"telephone", "โทร. ๐-๒๑๒๓-๔๕๖๗ |ต่อ ๘๙"},
      {"hour and place", "เวลา ๑๓.๓๐ น. |ณ ห้อง|ประชุม"},
  });
}

TEST(LineEnds, a_list_marker_stays_with_its_first_word) {
  expect_ends({
      {"Thai dot", "๑. จัดทำ|แผน"},
      {"parenthesis", "๑) จัดทำ|แผน"},
      {"parentheses", "(๑) จัดทำ|แผน"},
      {"letter", "ก. จัดทำ|แผน"},
      {"section", "๑.๒ จัดทำ|แผน"},
      {"dash", "- สำนักปลัด"},
      {"bullet", "• สำนักปลัด"},
      {"inside a line", "ได้แก่ |๑. อบรม |๒. ติดตาม |- กองช่าง"},
      {"glued", "๑.ควร|มี|แผนผัง"},
  });
}

TEST(LineEnds, names_part_only_in_need_and_never_inside) {
  expect_ends({
      {"title, name, surname", "โดย|นาย^สมชาย ~ใจงาม |เป็น|ผู้รายงาน"},
      {"rank", "ว่าที่ ร.ต.^สมศักดิ์ ~ศรีงาม"},
      {"in parentheses", "(นางสาว^ฟ้าใส ~ปิ่นทอง)"},
      {"words that only begin like a title", "นายกเทศมนตรี|และ|นายช่าง|โยธา"},
      {"names that only begin like such a word", "มอบ|ให้|นาย^ก้องภพ ~แสงเหนือ |และ|นาย^กิตติกร ~ดีงาม"},
      {"names that read on like one", "มอบ|ให้|นาย^กมล ~แสงเหนือ |และ|นาย^กฤษณ์ ~ดีงาม |นาย^กรวิชญ์ ~งามดี"},
      {"the head of something", "นายก|องค์การ|บริหาร|ส่วนตำบล |นายก|สมาคม|กีฬา |นายก|อบต. |นายกรัฐมนตรี |นายก|สภา^เทศบาล"},
      {"the head who does something",
       "นายก|ลงนาม|แล้ว |นายก|เห็นชอบ |นายก|และ|คณะ |นายก|อนุมัติ |เสนอ|นายก |ทราบ |รองนายกฯ |นายกฯ"},
      {"a rank that begins like one", "นายกองเอก^สมชาย ~ใจงาม |เป็น|ประธาน"},
      {"places", "อำเภอ~โนนไทย |จังหวัด~นครราชสีมา"},
      {"place word without a name", "ใน|จังหวัด|และ|อำเภอ"},
  });
}

TEST(LineEnds, abbreviations_are_whole_with_a_space_before_them_and_without) {
  expect_ends({
      {"commissions", "ชีวิต|ของ|ก.ล.ต. |และ|โดย|ก.พ. |กับ|ของ|ก.พ.ร. |แล้ว"},
      {"with a space", "ชีวิต|ของ |ก.ล.ต. |โดย |ก.พ."},
      {"without stops inside", "งาน|ของ|กทม. |มติ|ของ|กกต. |โดย|รมว. |และ|จาก|สนง. |แล้ว"},
      {"that no list knows", "งาน|ของ|ฝ.ฆ.ซ. |แล้ว"},
      {"months and ranks", "ตั้งแต่|ม.ค. |ถึง|มี.ค. |ของ|พล.ต.ท. ^คน|แรก"},
      {"what goes on behind", "ก.พ.ร.|และ|ก.พ. |มติ|ของ|กกต.|ที่ผ่านมา"},
  });
}

TEST(LineEnds, names_of_places_part_before_the_name_and_between_syllables) {
  expect_ends({
      {"unknown names", "ตำบล~เปียง^หลวง |ตำบล~หนอง^กุง^แก้ว |ตำบล~พลง^ตา^เอี่ยม"},
      {"names that words are in", "ตำบล~แพรก^ษา^ใหม่ |ตำบล~หว้าน^ใหญ่ |ตำบล~จันทร^เกษม"},
  });
}

TEST(LineEnds, words_of_the_office_are_whole) {
  expect_ends({
      {"hardly in books", "คน|ตาบอด |งาน|อาชีวอนามัย |พระราชานุเคราะห์ |กรม|โยธาธิการ"},
      {"works", "อัคคีภัย|และ|สาธารณภัย |นันทนาการ |สหกรณ์ |ภูมิทัศน์ |สุขาภิบาล"},
  });
}

TEST(LineEnds, names_of_provinces_are_never_cut) {
  const std::vector<std::string> provinces = {
      "กรุงเทพมหานคร",  "กระบี่",    "กาญจนบุรี",   "กาฬสินธุ์",     "กำแพงเพชร",  "ขอนแก่น",       "จันทบุรี",     "ฉะเชิงเทรา",
      "ชลบุรี",          "ชัยนาท",   "ชัยภูมิ",      "ชุมพร",       "เชียงราย",    "เชียงใหม่",      "ตรัง",       "ตราด",
      "ตาก",           "นครนายก", "นครปฐม",    "นครพนม",     "นครราชสีมา",  "นครศรีธรรมราช", "นครสวรรค์",  "นนทบุรี",
      "นราธิวาส",       "น่าน",     "บึงกาฬ",     "บุรีรัมย์",      "ปทุมธานี",     "ประจวบคีรีขันธ์",  "ปราจีนบุรี",   "ปัตตานี",
      "พระนครศรีอยุธยา", "พะเยา",   "พังงา",      "พัทลุง",       "พิจิตร",       "พิษณุโลก",       "เพชรบุรี",    "เพชรบูรณ์",
      "แพร่",           "ภูเก็ต",    "มหาสารคาม", "มุกดาหาร",    "แม่ฮ่องสอน",   "ยโสธร",        "ยะลา",      "ร้อยเอ็ด",
      "ระนอง",         "ระยอง",   "ราชบุรี",     "ลพบุรี",       "ลำปาง",      "ลำพูน",         "เลย",       "ศรีสะเกษ",
      "สกลนคร",        "สงขลา",   "สตูล",       "สมุทรปราการ", "สมุทรสงคราม", "สมุทรสาคร",     "สระแก้ว",    "สระบุรี",
      "สิงห์บุรี",         "สุโขทัย",   "สุพรรณบุรี",   "สุราษฎร์ธานี",  "สุรินทร์",      "หนองคาย",      "หนองบัวลำภู", "อ่างทอง",
      "อำนาจเจริญ",     "อุดรธานี",  "อุตรดิตถ์",    "อุทัยธานี",     "อุบลราชธานี"};
  EXPECT_EQ(provinces.size(), 77U);
  for (const std::string& name : provinces) {
    for (const std::string& text :
         {"จังหวัด" + name, "จังหวัด" + name + " และอำเภอ", "เดินทางไป" + name + "ในวันที่", "(" + name + ")"}) {
      const std::string ends = with_ends(prepared(text));
      EXPECT_NE(ends.find(name), std::string::npos) << name << " is cut in " << ends;
    }
  }
}

TEST(LineEnds, words_of_integrity_and_transparency_are_never_cut) {
  for (const std::string& word : std::vector<std::string>{"คุณธรรมและความโปร่งใส",
                                                          "การปฏิบัติหน้าที่",
                                                          "การใช้งบประมาณ",
                                                          "การใช้อำนาจ",
                                                          "การใช้ทรัพย์สินของราชการ",
                                                          "การแก้ไขปัญหาการทุจริต",
                                                          "คุณภาพการดำเนินงาน",
                                                          "ประสิทธิภาพการสื่อสาร",
                                                          "การปรับปรุงระบบการทำงาน",
                                                          "การเปิดเผยข้อมูล",
                                                          "การป้องกันการทุจริต",
                                                          "ผู้มีส่วนได้ส่วนเสีย",
                                                          "แบบวัดการรับรู้",
                                                          "ผลประโยชน์ทับซ้อน",
                                                          "เจตจำนงสุจริต",
                                                          "นโยบายไม่รับของขวัญ",
                                                          "สินบน",
                                                          "ประมวลจริยธรรม",
                                                          "ธรรมาภิบาล",
                                                          "เรื่องร้องเรียนการทุจริต",
                                                          "แผนปฏิบัติการป้องกันการทุจริต",
                                                          "การจัดซื้อจัดจ้าง",
                                                          "การบริหารทรัพยากรบุคคล",
                                                          "องค์กรปกครองส่วนท้องถิ่น"}) {
    const std::string ends = with_ends(prepared("เรื่อง" + word + "ของหน่วยงาน"));
    for (const std::string& part :
         std::vector<std::string>{"โปร่งใส",      "งบประมาณ",  "อำนาจ",   "ทรัพย์สิน",  "ทุจริต",  "ประสิทธิภาพ", "เปิดเผย",
                                  "ส่วนได้ส่วนเสีย", "ผลประโยชน์", "เจตจำนง", "สุจริต",    "สินบน",  "จริยธรรม",   "ธรรมาภิบาล",
                                  "ร้องเรียน",     "ปฏิบัติการ",   "จัดซื้อ",    "ทรัพยากร", "ท้องถิ่น", "คุณธรรม"}) {
      if (word.find(part) == std::string::npos) continue;
      EXPECT_NE(ends.find(part), std::string::npos) << part << " is cut in " << ends;
    }
  }
}

TEST(LineEnds, slashes_part_alternatives_and_addresses_only) {
  expect_ends({
      {"alternatives", "ปรับปรุง^แก้ไข/|ประเด็น|ที่|ต้อง|พัฒนา"},
      {"letters", "ว/ด/ป |หรือ |๔๔/๑"},
      {"address", "ดู|ที่ |https://www.example.go.th/|ita/|report/|66 |ได้"},
      {"date", "เมื่อ |31/03/2566 |นี้"},
  });
}

TEST(LineEnds, the_shared_cases_hold_what_they_must) {
  const auto lines = shared_lines("thai_segmentation_cases.txt");
  if (!lines) KRUT_CANNOT_CHECK("../shared/tools/thai_segmentation_cases.txt is not there");
  std::string all;
  for (const std::string& line : *lines) all += with_ends(prepared(line)) + "\n";
  for (const char* held : {"พ.ศ. ๒๕๖๖",
                           "พ.ศ.๒๕๖๖",
                           "พ.ศ. 2566",
                           "ค.ศ. 2023",
                           "ต่าง ๆ",
                           "ต่างๆ",
                           "เป็นต้น ฯลฯ.",
                           "กรุงเทพฯ",
                           "ฯพณฯ",
                           "ร.ต.",
                           "ก่าปัง",
                           "โนนไทย",
                           "นครราชสีมา",
                           "เวียงสรวย",
                           "นิคมคำสร้อย",
                           "๑,๒๓๔,๕๖๗.๘๙",
                           "ร้อยละ ๙๙.๙%",
                           "เวลา ๑๓.๓๐ น.",
                           "โทร. ๐-๒๑๒๓-๔๕๖๗",
                           "ต่อ ๘๙",
                           "e-Service",
                           "ITA/OIT",
                           "www.example.go.th",
                           "ผู้รับผิดชอบ",
                           "เจ้าหน้าที่",
                           "งบประมาณ",
                           "ส่งเสริม",
                           "ตรวจสอบ",
                           "เว็บไซต์",
                           "เครื่องมือ",
                           "คณะกรรมการ",
                           "ปราบปราม",
                           "ทุจริต",
                           "มากกว่า",
                           "เพื่อให้",
                           "อย่างไรก็ตาม",
                           "สืบเนื่องจาก",
                           "เกี่ยวเนื่อง",
                           "ข้อ ๑.๒",
                           "ข้อ ๔(๒)",
                           "มาตรา ๔๔/๑",
                           "เลขที่ นร ๐๑๐๖/ว ๑๒๓",
                           "๑ ม.ค.",
                           "(ก)",
                           "\"ทดสอบ\"",
                           "“อัญประกาศ”",
                           "‘เดี่ยว’"}) {
    EXPECT_NE(all.find(held), std::string::npos) << held << " is broken in\n" << all;
  }
}

TEST(LineEnds, no_mark_or_following_vowel_ever_starts_a_line) {
  // Words that no dictionary knows, from letters and marks in an order of no meaning.
  std::uint32_t seed = 20'240'611;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1'664'525U + 1'013'904'223U;
    return (seed >> 16U) % below;
  };
  constexpr std::u32string_view following = U"ะาำๅ";
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    const std::uint32_t size = 5 + next(40);
    for (std::uint32_t i = 0; i < size; ++i) utf8::append(text, 0x0E01 + next(0x3A));
    for (std::uint32_t i = 0; i < size; ++i) utf8::append(text, next(5) == 0 ? U' ' : 0x0E40 + next(0x0F));
    const PreparedText set = prepared(text);
    EXPECT_EQ(joined(set), text);
    for (std::size_t i = 1; i < set.pieces.size(); ++i) {
      if (set.pieces[i].runs.empty() || !set.pieces[i - 1].spaces.empty()) continue;
      const char32_t first = utf8::decode(set.pieces[i].runs[0].shape->text, 0).character;
      EXPECT_FALSE(utf8::is_thai_mark(first) || following.find(first) != std::u32string_view::npos) << text;
      const std::u32string before = utf8::to_utf32(set.pieces[i - 1].runs.back().shape->text);
      EXPECT_FALSE(before.back() >= 0x0E40 && before.back() <= 0x0E44) << text;
    }
  }
}

TEST(LineEnds, a_hostile_line_takes_no_more_than_its_length) {
  std::string letters;
  for (int i = 0; i < 20'000; ++i) letters += "ช่องทางการ";
  EXPECT_EQ(joined(prepared(letters)).size(), letters.size());
  EXPECT_EQ(joined(prepared(std::string(200'000, '/'))).size(), 200'000U);
  std::string slashes = "www.";
  for (int i = 0; i < 20'000; ++i) slashes += "a/";
  EXPECT_EQ(joined(prepared(slashes)).size(), slashes.size());
}

}  // namespace
}  // namespace krut::text
