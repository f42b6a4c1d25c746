#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "typeset/line_placer.h"
#include "typeset/paragraph_setter.h"
#include "typeset/typeset_kit.h"

/// The rules for the ends of Thai lines and for opening them, as a reader sees them: each set in narrow columns.
namespace krut::typeset {
namespace {

using model::Alignment;

std::vector<model::TextLine> lines_in(const std::string& text, Length width, Alignment alignment = Alignment::left) {
  model::Pages pages;
  Diagnostics diagnostics;
  Context context{kit::setter(), pages, diagnostics};
  const model::Paragraph paragraph = kit::paragraph(1, text, kit::format(alignment));
  return set_lines(paragraph.spans, paragraph.format, width, Length(), {}, context);
}

Length natural_width(const std::string& text) { return kit::right_edge(lines_in(text, 1'000_mm).front()); }

/// Where lines end, in bytes from the start of the text, the last left out.
std::vector<std::size_t> ends_of(const std::vector<model::TextLine>& lines) {
  std::vector<std::size_t> ends;
  std::size_t offset = 0;
  for (const model::TextLine& line : lines) ends.push_back(offset += kit::text_of(line).size());
  ends.pop_back();
  return ends;
}

/// A text, and the piece of it inside which no line may end in columns that can hold it and what it is joined to.
struct Example {
  std::string held;
  std::string text;
  std::string joined = {};  ///< `held` with what never parts from it; empty: nothing more
};

struct Rule {
  const char* name;
  std::vector<Example> examples;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"a word of the dictionary",
       {{"ประชาสัมพันธ์", "งานประชาสัมพันธ์ของหน่วยงานประชาสัมพันธ์ทุกเรื่องให้ประชาชนรับทราบ"},
        {"อิเล็กทรอนิกส์", "ส่งเอกสารทางอิเล็กทรอนิกส์และเก็บไว้ในระบบอิเล็กทรอนิกส์ของกอง"},
        {"สวัสดิการ", "กองสวัสดิการดูแลสวัสดิการของผู้สูงอายุและสวัสดิการของผู้พิการ"}}},
      {"consonant, vowel and tone",
       {{"น้ำ", "ซ่อมท่อน้ำและถังน้ำใกล้แม่น้ำทำให้น้ำไหลดีกว่าเดิมทั้งน้ำดื่มน้ำใช้"},
        {"เก้าอี้", "จัดเก้าอี้ในห้องและนับเก้าอี้ให้ครบก่อนยืมเก้าอี้ออกไปใช้"},
        {"โต๊ะ", "ตั้งโต๊ะรับเรื่องแล้วย้ายโต๊ะไปใกล้โต๊ะประชาสัมพันธ์ทุกวัน"}}},
      {"a word and its mai yamok, with a space or without",
       {{"ต่าง ๆ", "แจ้งช่องทางต่าง ๆ ให้หน่วยงานต่าง ๆ และกลุ่มต่าง ๆ ทราบ"},
        {"ต่างๆ", "แจ้งช่องทางต่างๆ ให้หน่วยงานต่างๆ และกลุ่มต่างๆ ทราบ"},
        {"ทุก ๆ", "รายงานทุก ๆ เดือนและทุก ๆ ไตรมาสตลอดทุก ๆ ปี"}}},
      {"a shortened word and its paiyannoi, and so on",
       {{"สำนักปลัดฯ", "ส่งสำนักปลัดฯ แล้วสำนักปลัดฯ ส่งต่อให้สำนักปลัดฯ ของอำเภอ"},
        {"เก้าอี้ ฯลฯ", "ยืมโต๊ะ เก้าอี้ ฯลฯ แล้วคืนโต๊ะ เก้าอี้ ฯลฯ ให้ครบ"},
        {"กรุงเทพฯ", "เดินทางไปกรุงเทพฯ และกลับจากกรุงเทพฯ ในวันเดียว"}}},
      {"an era and its year",
       {{"พ.ศ. ๒๕๖๖", "ระเบียบ พ.ศ. ๒๕๖๖ และแผน พ.ศ. ๒๕๖๖ ถึง พ.ศ. ๒๕๖๖ เท่านั้น"},
        {"ค.ศ. 2023", "ตรงกับ ค.ศ. 2023 หรือปลาย ค.ศ. 2023 ตามปฏิทิน"},
        {"พ.ศ.๒๕๖๖", "ประกาศ พ.ศ.๒๕๖๖ แก้ไขประกาศ พ.ศ.๒๕๖๖ ทั้งฉบับ"}}},
      {"day, month and year",
       {{"๔ มกราคม ๒๕๖๖", "ประชุมเมื่อ ๔ มกราคม ๒๕๖๖ และอบรมอีก ๔ มกราคม ๒๕๖๖ ช่วงบ่าย"},
        {"๓๑ มี.ค. ๒๕๖๖", "แล้วเสร็จ ๓๑ มี.ค. ๒๕๖๖ ส่งรายงาน ๓๑ มี.ค. ๒๕๖๖ ครบ"},
        {"๓๑ มี.ค.๖๖", "แล้วเสร็จ ๓๑ มี.ค.๖๖ ส่งรายงาน ๓๑ มี.ค.๖๖ ครบ"}}},
      {"a number and its unit",
       {{"๑๖ พอยต์", "ใช้ตัวอักษร ๑๖ พอยต์ และหัวเรื่อง ๑๖ พอยต์ ทุกหน้า"},
        {"๑ ครั้ง", "ประชุมเดือนละ ๑ ครั้ง และติดตามไตรมาสละ ๑ ครั้ง ทุกกอง"},
        {"๒๕.๐๐ คะแนน", "ได้ ๒๕.๐๐ คะแนน จากเดิม ๒๕.๐๐ คะแนน ไม่เปลี่ยนแปลง"}}},
      {"a label and its number",
       {{"ข้อ ๑", "ตามข้อ ๑ ของระเบียบและข้อ ๑ ของประกาศกับข้อ ๑ ของคำสั่ง"},
        {"มาตรา ๗", "อาศัยมาตรา ๗ แห่งกฎหมายและมาตรา ๗ แห่งกฎหมายเดิม"},
        {"ตัวชี้วัดที่ ๗", "รายงานตามตัวชี้วัดที่ ๗ และติดตามตัวชี้วัดที่ ๗ ต่อเนื่อง"},
        {"รอบ ๖ เดือน", "รายงานรอบ ๖ เดือน และสรุปรอบ ๖ เดือน ให้ทราบ"}}},
      {"a list marker and its first word",
       {{"๑. จัดทำ", "๑. จัดทำแผนผังขั้นตอนการให้บริการของทุกกอง"},
        {"- สำนักปลัด", "- สำนักปลัดและกองคลังร่วมกันจัดทำแผนผังขั้นตอน"},
        {"(๑) อบรม", "(๑) อบรมเจ้าหน้าที่ผู้รับผิดชอบของแต่ละกอง"}}},
      {"a title, a name and a surname",
       {{"นายก้องภพ แสงเหนือ", "มอบให้นายก้องภพ แสงเหนือ และแจ้งนายก้องภพ แสงเหนือ ทราบ"},
        {"นางสาวฟ้าใส ปิ่นทอง", "เสนอโดยนางสาวฟ้าใส ปิ่นทอง ตรวจโดยนางสาวฟ้าใส ปิ่นทอง แล้ว"}}},
      {"parentheses and quotation marks with what they hold",
       {{"(IIT)", "แบบวัดภายใน (IIT) และแบบเดิม (IIT) กับแบบใหม่ (IIT) ด้วย"},
        {"“ระบบ", "ใช้คำว่า “ระบบงาน” และคำว่า “ระบบเดิม” กับ “ระบบใหม่” ได้", "“ระบบเดิม”"},
        {"งาน)", "ตามขั้นตอน (ของหน่วยงาน) และคู่มือ (ของทีมงาน) ทุกฉบับ", "(ของหน่วยงาน)"}}},
      {"an abbreviation",
       {{"เม.ย.๖๔", "ระหว่าง เม.ย.๖๔-มิ.ย.๖๔ และต่อจาก เม.ย.๖๔-มิ.ย.๖๔ อีก"},
        {"อบต.", "เว็บไซต์ของ อบต. และหน้าเพจของ อบต. กับกลุ่มไลน์ อบต. ด้วย"},
        {"ร.ต.ท.", "แจ้งความกับ ร.ต.ท. ประจำวันและส่งสำเนาให้ ร.ต.ท. อีกฉบับ"}}},
      {"a range, where the column holds it",
       {{"เม.ย.๖๔-มิ.ย.๖๔", "ระหว่าง เม.ย.๖๔-มิ.ย.๖๔ และต่อจาก เม.ย.๖๔-มิ.ย.๖๔ อีก"},
        {"ม.ค.๖๔-มี.ค.๖๔", "ไตรมาส ม.ค.๖๔-มี.ค.๖๔ รายงานช่วง ม.ค.๖๔-มี.ค.๖๔ ครบ"}}},
      {"the number of a letter",
       {{"นม ๗๓๕๐๑/-", "หนังสือเลขที่ นม ๗๓๕๐๑/- และหนังสือเลขที่ นม ๗๓๕๐๑/- อีกฉบับ", "เลขที่ นม ๗๓๕๐๑/-"},
        {"๐๑๐๖/ว ๑๒๓", "หนังสือที่ นร ๐๑๐๖/ว ๑๒๓ และที่ นร ๐๑๐๖/ว ๑๒๓ ลงวันเดียวกัน", "ที่ นร ๐๑๐๖/ว ๑๒๓"}}},
      {"a Latin word",
       {{"Website", "ปรับปรุง Website และลิงก์ใน Website ของกองกับ Website เดิม"},
        {"E-service", "เปิด E-service เพิ่มช่องทาง E-service และคู่มือ E-service ใหม่"}}},
  };
  return all;
}

std::set<std::size_t> places_of(const std::string& held, const std::string& text) {
  std::set<std::size_t> places;
  for (std::size_t at = text.find(held); at != std::string::npos; at = text.find(held, at + 1)) places.insert(at);
  return places;
}

/// Sets the text in columns from the held piece's own width up, and tells how many line ends there were.
std::size_t expect_held(const Rule& rule, const Example& example, Alignment alignment) {
  const std::set<std::size_t> places = places_of(example.held, example.text);
  EXPECT_FALSE(places.empty()) << example.held;
  std::size_t all = 0;
  const std::string& unit = example.joined.empty() ? example.held : example.joined;
  EXPECT_NE(unit.find(example.held), std::string::npos);
  for (Length width = natural_width(unit) + 1_pt; width < 80_mm; width += 2_pt) {
    const auto lines = lines_in(example.text, width, alignment);
    std::string joined;
    for (const model::TextLine& line : lines) joined += kit::text_of(line);
    EXPECT_EQ(joined, example.text) << "nothing added, nothing lost: no hyphen";
    const std::vector<std::size_t> ends = ends_of(lines);
    all += ends.size();
    for (const std::size_t end : ends) {
      for (const std::size_t at : places) {
        EXPECT_FALSE(end > at && end < at + example.held.size())
            << rule.name << ": \"" << example.held << "\" is cut behind \"" << example.text.substr(at, end - at)
            << "\" at " << width.in_points() << " pt";
      }
    }
  }
  return all;
}

class LineRules : public testing::TestWithParam<std::size_t> {};

TEST_P(LineRules, hold_together_what_belongs_together_in_every_column_that_can_hold_it) {
  const Rule& rule = rules()[GetParam()];
  EXPECT_GE(rule.examples.size(), 2U) << rule.name;
  for (const Example& example : rule.examples) {
    for (const Alignment alignment : {Alignment::left, Alignment::thai_distribute}) {
      EXPECT_GT(expect_held(rule, example, alignment), 20U) << rule.name << ": too few line ends to tell";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, LineRules, testing::Range<std::size_t>(0, rules().size()), [](const auto& test) {
  std::string name = rules()[test.param].name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(LineEndsThatAreAllowed, are_used_between_words_at_spaces_and_behind_a_slash) {
  struct Case {
    std::string before;
    std::string after;
  };
  for (const Case& each : {Case{"ประชาสัมพันธ์", "หน่วยงาน"}, Case{"กองคลัง ", "กองช่าง"},
                           Case{"ปรับปรุงแก้ไข/", "ประเด็นที่ต้องพัฒนา"}, Case{"https://www.example.go.th/", "report"}}) {
    const Length width = std::max(natural_width(each.before), natural_width(each.after)) + 1_pt;
    const auto lines = lines_in(each.before + each.after, width);
    ASSERT_EQ(lines.size(), 2U) << each.before;
    EXPECT_EQ(kit::text_of(lines.front()), each.before);
  }
}

TEST(LineEndsInNeed, part_a_date_from_its_lead_rather_than_from_its_year) {
  const auto lines = lines_in("ประกาศเมื่อวันที่ ๑๗ ตุลาคม ๒๕๖๕", natural_width("วันที่ ๑๗ ตุลาคม ๒๕๖๕") - 1_pt);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(kit::text_of(lines.back()), "๑๗ ตุลาคม ๒๕๖๕");
}

TEST(LineEndsInNeed, part_a_name_from_the_surname_rather_than_from_the_title) {
  const auto lines = lines_in("เสนอนายก้องภพ แสงเหนือ", natural_width("นายก้องภพ แสงเหนือ") - 1_pt);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(kit::text_of(lines.back()), "แสงเหนือ");
}

TEST(LineEndsOfAddresses, lie_behind_slashes_only) {
  const std::string text = "ดูรายงานที่ https://www.example.go.th/reports/ita/sixty-six แล้วแจ้งกลับ";
  const std::size_t first = text.find("https");
  const std::size_t last = text.find(" แล้ว");
  for (Length width = natural_width("https://www.example.go.th/") + 1_pt; width < 80_mm; width += 2_pt) {
    for (const std::size_t end : ends_of(lines_in(text, width))) {
      if (end <= first || end > last) continue;
      EXPECT_EQ(text[end - 1], '/') << text.substr(first, end - first);
    }
  }
}

// Opening lines, FORMS.md 7.3.

bool is_space(const model::TextPiece& piece) { return piece.shape->text.find_first_not_of(' ') == std::string::npos; }

bool is_thai(const model::TextPiece& piece) { return utf8::is_thai(utf8::decode(piece.shape->text, 0).character); }

Length cap_of(const model::TextPiece& piece) {
  const std::int64_t share = is_space(piece)  ? most_space_stretch_percent
                             : is_thai(piece) ? most_cluster_stretch_percent
                                              : 0;
  return piece.size.scaled(share, 100);
}

/// The most that a line's gaps may open together; spaces that end it hang outside, and its last cluster opens nothing.
Length most_opening(const model::TextLine& line) {
  Length so_far;
  Length most;
  for (const model::TextPiece& piece : line.pieces) {
    so_far += cap_of(piece) * static_cast<std::int64_t>(piece.shape->clusters.size());
    if (!is_space(piece)) most = so_far - cap_of(piece);
  }
  return most;
}

void expect_capped(const model::TextLine& line, Length slack) {
  for (const model::TextPiece& piece : line.pieces) {
    EXPECT_LE(piece.cluster_spacing, line.is_spread ? cap_of(piece) : Length()) << kit::text_of(line);
  }
  if (line.is_spread) {
    EXPECT_EQ(slack, Length()) << kit::text_of(line);
  } else if (!line.ends_paragraph && slack > Length()) {
    EXPECT_GT(slack, most_opening(line)) << kit::text_of(line);
  }
}

TEST(ThaiDistribute, opens_no_gap_beyond_its_cap_and_leaves_a_line_that_would_need_more_ragged) {
  std::size_t ragged = 0;
  std::size_t spread = 0;
  for (Length width = 20_mm; width < 160_mm; width += 2_mm) {
    const std::string text = kit::thai_text(160, static_cast<unsigned>(width.in_points()));
    const auto lines = lines_in(text, width, Alignment::thai_distribute);
    for (const model::TextLine& line : lines) {
      expect_capped(line, width - kit::right_edge(line));
      (line.is_spread ? spread : ragged) += 1;
    }
    EXPECT_FALSE(lines.back().is_spread) << "the last line stays natural";
  }
  EXPECT_GT(ragged, 50U);
  EXPECT_GT(spread, 500U);
}

TEST(ThaiDistribute, moves_no_mark_off_its_letter_nor_inside_a_cluster) {
  const std::string text = "เจ้าหน้าที่ปี่น้ำญี่ปุ่นป้ำป้ายชื่อที่ตั้งกู้ภัยผู้ใหญ่บ้าน ทดสอบการกระจายข้อความให้เต็มบรรทัด ทั้งนี้ให้ถือปฏิบัติโดยเคร่งครัด";
  std::size_t opened = 0;
  for (Length width = 30_mm; width < 90_mm; width += 1_mm) {
    for (const model::TextLine& line : lines_in(text, width, Alignment::thai_distribute)) {
      for (const model::TextPiece& piece : line.pieces) {
        if (piece.cluster_spacing > Length()) ++opened;
        for (const model::Cluster& cluster : piece.shape->clusters) {
          const char32_t first = utf8::decode(piece.shape->text, cluster.text_begin).character;
          EXPECT_FALSE(utf8::is_thai_mark(first)) << piece.shape->text;
          EXPECT_NE(first, char32_t{0x0E33}) << "ำ stands with its letter in " << piece.shape->text;
        }
      }
    }
  }
  EXPECT_GT(opened, 50U);
}

std::vector<std::string> texts_in(const std::string& text, Length width, Alignment alignment) {
  std::vector<std::string> texts;
  for (const model::TextLine& line : lines_in(text, width, alignment)) texts.push_back(kit::text_of(line));
  return texts;
}

TEST(LineEnds, stand_before_a_word_that_leads_on_where_that_costs_nothing) {
  const std::string before = "จัดทำแผนการดำเนินงานด้านการพัฒนาและส่งเสริมคุณภาพชีวิตประชาชน";
  const std::string text = before + "และผู้สูงอายุในพื้นที่ตำบลให้ทั่วถึง";
  const Length wide = natural_width(before + "และ") + 1_mm;
  EXPECT_EQ(texts_in(text, wide, Alignment::thai_distribute).front(), before);
  // In a narrow column the word is much of the line.
  const std::string narrow = "ประชาชนและผู้สูงอายุ";
  EXPECT_EQ(texts_in(narrow, natural_width("ประชาชนและ") + 1_mm, Alignment::left).front(), "ประชาชนและ");
}

TEST(LineEnds, leave_no_short_word_alone_on_the_last_line_where_the_line_before_can_spare_another) {
  const std::string text = "ให้ผู้ยืมส่งพัสดุที่ยืมไปนั้นคืนภายในเวลาที่กำหนดไว้และเจ้าหน้าที่ตรวจรับพัสดุคืน";
  const Length width = natural_width(text) - 2_mm;
  const std::vector<std::string> lines = texts_in(text, width, Alignment::thai_distribute);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines.back(), "คืน");
}

TEST(LineEnds, part_words_held_together_rather_than_leave_a_ragged_line_in_spread_text) {
  const std::string before = "ตามผลการประเมินของเทศบาลตำบลในรอบ";
  const std::string text = before + "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ และได้กำหนดมาตรการไว้แล้วทุกเรื่อง";
  const Length width = natural_width(before + "ประจำปีงบประมาณ") + 2_mm;
  EXPECT_EQ(texts_in(text, width, Alignment::thai_distribute).front(), before + "ประจำปีงบประมาณ ");
}

}  // namespace
}  // namespace krut::typeset
