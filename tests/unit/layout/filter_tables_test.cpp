#include <gtest/gtest.h>

#include "layout/filters.h"
#include "layout_kit.h"

// Hundreds of dates, ranges, rounds and sums, worked out in other ways by tests/data/make_filter_cases.py.

namespace krut::layout {

namespace {

using model::Digits;
using Case = std::vector<std::string>;

std::string run(const std::string& name, const std::string& text, const std::string& argument = "",
                Digits digits = Digits::thai) {
  const Filter* filter = find_filter(name);
  if (filter == nullptr) return "no filter " + name;
  return filter->run(text, argument, digits).value_or("cannot read");
}

std::vector<std::string> split(const std::string& text, char divider) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(divider, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<Case> cases(const std::string& name) {
  const std::string path = std::string(KRUT_BUILD_FOLDER) + "/tests/unit/layout/" + name + ".tsv";
  std::vector<Case> all;
  for (const std::string& line : split(files::read_whole(path, limits::data_bytes), '\n')) {
    if (!line.empty()) all.push_back(split(line, '\t'));
  }
  return all;
}

std::string in_arabic_digits(const std::string& text) { return with_digits(text, Digits::arabic); }

TEST(FilterTables, agree_on_every_date_there_is_and_on_those_there_are_not) {
  const std::vector<std::pair<std::string, std::string>> filters = {{"thai-date", ""},
                                                                    {"thai-date-era", ""},
                                                                    {"thai-date-short", ""},
                                                                    {"thai-date-short", "full-year"},
                                                                    {"thai-month-year", ""},
                                                                    {"thai-month-year-short", ""},
                                                                    {"thai-month-year-short", "full-year"},
                                                                    {"be-year", ""},
                                                                    {"fiscal-year", ""},
                                                                    {"quarter", ""}};
  std::size_t days = 0;
  for (const Case& each : cases("dates")) {
    ASSERT_EQ(each.size(), filters.size() + 1);
    if (each[1] != "cannot read") ++days;
    for (std::size_t i = 0; i < filters.size(); ++i) {
      const auto& [name, argument] = filters[i];
      EXPECT_EQ(run(name, each[0], argument), each[i + 1]) << name << ' ' << each[0];
      EXPECT_EQ(run(name, each[0], argument, Digits::arabic), in_arabic_digits(each[i + 1])) << name << ' ' << each[0];
    }
  }
  EXPECT_GE(days, 400U);
}

TEST(FilterTables, agree_on_ranges) {
  const auto all = cases("ranges");
  EXPECT_GE(all.size(), 100U);
  for (const Case& each : all) {
    ASSERT_EQ(each.size(), 6U);
    EXPECT_EQ(run("thai-date-range", each[0]), each[1]) << each[0];
    EXPECT_EQ(run("thai-date-range", each[0], "ถึง"), each[2]) << each[0];
    EXPECT_EQ(run("thai-month-range", each[0]), each[3]) << each[0];
    EXPECT_EQ(run("thai-date-range-short", each[0]), each[4]) << each[0];
    EXPECT_EQ(run("thai-month-range-short", each[0]), each[5]) << each[0];
  }
}

TEST(FilterTables, agree_on_rounds_of_any_length) {
  const auto all = cases("rounds");
  EXPECT_GE(all.size(), 300U);
  for (const Case& each : all) EXPECT_EQ(run("round-period", each[0], each[1]), each[2]) << each[0] << ' ' << each[1];
}

TEST(FilterTables, agree_on_numbers_and_sums_in_words) {
  const auto all = cases("money");
  EXPECT_GE(all.size(), 200U);
  for (const Case& each : all) {
    ASSERT_EQ(each.size(), 4U);
    EXPECT_EQ(run("baht-text", each[0]), each[3]) << each[0];
    if (each[1].empty()) continue;
    EXPECT_EQ(run("number-text", each[0]), each[1]) << each[0];
    EXPECT_EQ(run("number-text", each[0], "หนึ่ง"), each[2]) << each[0];
  }
}

/// By hand, so that the table above does not stand alone.
TEST(SumsInWords, are_read_as_officers_read_them) {
  const std::vector<std::pair<std::string, std::string>> sums = {
      {"0", "ศูนย์บาทถ้วน"},
      {"0.00", "ศูนย์บาทถ้วน"},
      {"0.01", "หนึ่งสตางค์"},
      {"0.5", "ห้าสิบสตางค์"},
      {"1", "หนึ่งบาทถ้วน"},
      {"10", "สิบบาทถ้วน"},
      {"11", "สิบเอ็ดบาทถ้วน"},
      {"20", "ยี่สิบบาทถ้วน"},
      {"21.21", "ยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์"},
      {"101", "หนึ่งร้อยเอ็ดบาทถ้วน"},
      {"110.05", "หนึ่งร้อยสิบบาทห้าสตางค์"},
      {"2500.75", "สองพันห้าร้อยบาทเจ็ดสิบห้าสตางค์"},
      {"10001", "หนึ่งหมื่นเอ็ดบาทถ้วน"},
      {"150000", "หนึ่งแสนห้าหมื่นบาทถ้วน"},
      {"180000.00", "หนึ่งแสนแปดหมื่นบาทถ้วน"},
      {"1000000", "หนึ่งล้านบาทถ้วน"},
      {"1000001", "หนึ่งล้านหนึ่งบาทถ้วน"},
      {"21000000", "ยี่สิบเอ็ดล้านบาทถ้วน"},
      {"101000000", "หนึ่งร้อยเอ็ดล้านบาทถ้วน"},
      {"1000000000000", "หนึ่งล้านล้านบาทถ้วน"},
      {"1000001000000", "หนึ่งล้านหนึ่งล้านบาทถ้วน"},
      {"2000000000000000000", "สองล้านล้านล้านบาทถ้วน"},
      {"0000150", "หนึ่งร้อยห้าสิบบาทถ้วน"},
      {"-100", "ลบหนึ่งร้อยบาทถ้วน"},
  };
  for (const auto& [text, words] : sums) EXPECT_EQ(run("baht-text", text), words) << text;
}

TEST(SumsInWords, may_read_a_last_one_behind_noughts_as_nueng) {
  EXPECT_EQ(run("baht-text", "101", "หนึ่ง"), "หนึ่งร้อยหนึ่งบาทถ้วน");
  EXPECT_EQ(run("baht-text", "1001.01", "หนึ่ง"), "หนึ่งพันหนึ่งบาทหนึ่งสตางค์");
  EXPECT_EQ(run("baht-text", "111", "หนึ่ง"), "หนึ่งร้อยสิบเอ็ดบาทถ้วน");
  EXPECT_EQ(run("baht-text", "11", "หนึ่ง"), "สิบเอ็ดบาทถ้วน");
}

TEST(SumsInWords, refuse_what_is_no_sum) {
  for (const char* text : {"", "abc", "1,000", "1.234", "0.005", "๑๐๐", "1e3", "--5", "1."}) {
    EXPECT_EQ(run("baht-text", text), "cannot read") << text;
    EXPECT_EQ(run("amount", text), "cannot read") << text;
  }
  EXPECT_EQ(run("baht-text", std::string(37, '9')), "cannot read");
}

TEST(NumbersInWords, name_decimals_one_by_one) {
  EXPECT_EQ(run("number-text", "90.42"), "เก้าสิบจุดสี่สอง");
  EXPECT_EQ(run("number-text", "0.05"), "ศูนย์จุดศูนย์ห้า");
  EXPECT_EQ(run("number-text", "-12"), "ลบสิบสอง");
  EXPECT_EQ(run("number-text", "256"), "สองร้อยห้าสิบหก");
}

TEST(Amounts, show_decimals_only_where_there_are_satang) {
  EXPECT_EQ(run("amount", "150000"), "๑๕๐,๐๐๐");
  EXPECT_EQ(run("amount", "150000.00"), "๑๕๐,๐๐๐");
  EXPECT_EQ(run("amount", "98.5"), "๙๘.๕๐");
  EXPECT_EQ(run("amount", "-1234567.05", "", Digits::arabic), "-1,234,567.05");
  EXPECT_EQ(run("amount", "0", "", Digits::arabic), "0");
}

TEST(Digits, of_a_field_win_over_those_of_its_style_and_its_document) {
  const std::string data = R"({"year": 2566, "amount": "1500", "note": "ปี 2566 ที่ www.example.go.th/2566 ข้อ O42"})";
  const std::string style = R"(<style name="figures" digits="arabic"/>)";
  const auto shown = [&](const std::string& paragraph) {
    Diagnostics diagnostics;
    const auto document = kit::fill_document(
        kit::report(style + "<section margins=\"2cm\">" + paragraph + "</section>"), data, diagnostics);
    std::string all;
    if (!document) return kit::all_messages(diagnostics, Language::english);
    const auto& block = std::get<model::Paragraph>(document->sections.at(0).blocks.at(0).content);
    for (const model::Span& span : block.spans) all += span.text;
    return all;
  };
  EXPECT_EQ(shown("<p>{{ year }} {{ amount | amount }}</p>"), "๒๕๖๖ ๑,๕๐๐");
  EXPECT_EQ(shown("<p style=\"figures\">{{ year }} {{ amount | amount }}</p>"), "2566 1,500");
  EXPECT_EQ(shown("<p style=\"figures\"><span digits=\"thai\">{{ year }}</span> {{ amount | amount }}</p>"),
            "๒๕๖๖ 1,500");
  EXPECT_EQ(shown("<p style=\"figures\" digits=\"thai\">{{ note }}</p>"), "ปี ๒๕๖๖ ที่ www.example.go.th/2566 ข้อ O42");
  EXPECT_EQ(shown("<p>{{ year | arabic-digits }}</p>"), "2566");
}

TEST(Digits, never_change_inside_addresses_codes_and_file_names) {
  for (const char* text :
       {"https://example.go.th/ita/2566?page=1", "www.example.go.th/1", "saraban07@example.go.th", "COVID-19", "O42",
        "i7", "E12", "form2.pdf", "v1.2.3", "IP65", "(O42)", "ข้อO42", "A4", "http://10.0.0.1:8080/x", "MP3/MP4"}) {
    EXPECT_EQ(run("thai-digits", text), text);
  }
  for (const char* text : {"O๔๒", "i๗", "ข้อ O๔๓", "https://example.go.th/๑"}) {
    EXPECT_EQ(run("arabic-digits", text), text);
  }
}

}  // namespace

}  // namespace krut::layout
