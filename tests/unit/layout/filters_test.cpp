#include "layout/filters.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "base/files.h"
#include "layout/calendar.h"
#include "layout_kit.h"

namespace krut::layout {

namespace {

using model::Digits;

std::string run(const std::string& name, const std::string& text, Digits digits = Digits::thai,
                const std::string& argument = "") {
  const Filter* filter = find_filter(name);
  if (filter == nullptr) return "no filter " + name;
  return filter->run(text, argument, digits).value_or("cannot read");
}

struct DateCase {
  const char* iso;
  const char* full;
  const char* brief;
};

TEST(Filters, are_all_shown_in_the_manual) {
  const std::string example = files::read_whole(KRUT_SOURCE_FOLDER "/examples/manual/filters.xml", 1U << 20U);
  for (const Filter& filter : all_filters()) {
    EXPECT_NE(example.find("| " + std::string(filter.name)), std::string::npos) << filter.name;
  }
}

TEST(ThaiDates, are_printed_as_the_regulation_writes_them) {
  const std::vector<DateCase> cases = {
      {"2023-04-10", "๑๐ เมษายน ๒๕๖๖", "๑๐ เม.ย.๖๖"}, {"2023-03-31", "๓๑ มีนาคม ๒๕๖๖", "๓๑ มี.ค.๖๖"},
      {"2022-10-01", "๑ ตุลาคม ๒๕๖๕", "๑ ต.ค.๖๕"},     {"2022-09-30", "๓๐ กันยายน ๒๕๖๕", "๓๐ ก.ย.๖๕"},
      {"2024-02-29", "๒๙ กุมภาพันธ์ ๒๕๖๗", "๒๙ ก.พ.๖๗"}, {"2000-02-29", "๒๙ กุมภาพันธ์ ๒๕๔๓", "๒๙ ก.พ.๔๓"},
      {"2021-01-05", "๕ มกราคม ๒๕๖๔", "๕ ม.ค.๖๔"},    {"2021-05-31", "๓๑ พฤษภาคม ๒๕๖๔", "๓๑ พ.ค.๖๔"},
      {"2021-06-30", "๓๐ มิถุนายน ๒๕๖๔", "๓๐ มิ.ย.๖๔"},  {"2021-07-01", "๑ กรกฎาคม ๒๕๖๔", "๑ ก.ค.๖๔"},
      {"2021-08-12", "๑๒ สิงหาคม ๒๕๖๔", "๑๒ ส.ค.๖๔"},  {"2021-11-19", "๑๙ พฤศจิกายน ๒๕๖๔", "๑๙ พ.ย.๖๔"},
      {"2021-12-31", "๓๑ ธันวาคม ๒๕๖๔", "๓๑ ธ.ค.๖๔"},  {"2057-07-01", "๑ กรกฎาคม ๒๖๐๐", "๑ ก.ค.๐๐"},
      {"2065-07-01", "๑ กรกฎาคม ๒๖๐๘", "๑ ก.ค.๐๘"},
  };
  for (const DateCase& each : cases) {
    EXPECT_EQ(run("thai-date", each.iso), each.full);
    EXPECT_EQ(run("thai-date-short", each.iso), each.brief);
  }
}

TEST(ThaiDates, follow_the_digits_of_the_document) {
  EXPECT_EQ(run("thai-date", "2023-04-10", Digits::arabic), "10 เมษายน 2566");
  EXPECT_EQ(run("thai-date-short", "2023-03-31", Digits::arabic), "31 มี.ค.66");
}

TEST(ThaiDates, have_a_form_with_the_era_and_others_with_the_month_or_year_alone) {
  EXPECT_EQ(run("thai-date-era", "2023-04-10"), "๑๐ เมษายน พ.ศ. ๒๕๖๖");
  EXPECT_EQ(run("thai-month-year", "2023-04-10"), "เมษายน ๒๕๖๖");
  EXPECT_EQ(run("thai-month-year", "2023-04"), "เมษายน ๒๕๖๖");
  EXPECT_EQ(run("be-year", "2023-04"), "๒๕๖๖");
  EXPECT_EQ(run("thai-date", "2023-04"), "      เมษายน ๒๕๖๖") << "room for the day's number";
  EXPECT_EQ(run("thai-date-era", "2023-04"), "      เมษายน พ.ศ. ๒๕๖๖");
  EXPECT_EQ(run("be-year", "2023-04-10"), "๒๕๖๖");
}

TEST(ThaiDates, that_do_not_exist_are_not_printed) {
  for (const char* text : {"2023-02-29", "2100-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-04-00",
                           "10/04/2023", "2023-4-10", "", "2023-04-1x", "-023-04-10"}) {
    EXPECT_EQ(run("thai-date", text), "cannot read") << text;
  }
}

/// Days since 1970-01-01, by counting.
int day_number(const Day& day) {
  int number = 0;
  for (int year = 1970; year < day.year; ++year) number += read_day(std::to_string(year) + "-02-29") ? 366 : 365;
  for (int month = 1; month < day.month; ++month) {
    for (int last = 31; last > 0; --last) {
      const std::string iso =
          std::to_string(day.year) + (month < 10 ? "-0" : "-") + std::to_string(month) + "-" + std::to_string(last);
      if (!read_day(iso)) continue;
      number += last;
      break;
    }
  }
  return number + day.day - 1;
}

TEST(TheCalendar, has_as_many_days_as_four_centuries_have) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11'017);
  EXPECT_EQ(day_number({2023, 4, 10}), 19'457);
  EXPECT_EQ(day_number({2370, 1, 1}), 146'097);
}

TEST(Numbers, get_their_thousands_parted) {
  EXPECT_EQ(run("number", "150000"), "๑๕๐,๐๐๐");
  EXPECT_EQ(run("number", "999"), "๙๙๙");
  EXPECT_EQ(run("number", "1000", Digits::arabic), "1,000");
  EXPECT_EQ(run("number", "-1234567.891", Digits::arabic), "-1,234,567.891");
  EXPECT_EQ(run("number", "90.42"), "๙๐.๔๒");
}

TEST(Numbers, are_rounded_in_decimal_halves_away_from_zero) {
  EXPECT_EQ(run("number", "2.675", Digits::arabic, "2"), "2.68");
  EXPECT_EQ(run("number", "2.674", Digits::arabic, "2"), "2.67");
  EXPECT_EQ(run("number", "999.995", Digits::arabic, "2"), "1,000.00");
  EXPECT_EQ(run("number", "9.5", Digits::arabic, "0"), "10");
  EXPECT_EQ(run("number", "8500", Digits::arabic, "2"), "8,500.00");
  EXPECT_EQ(run("number", "-0.005", Digits::arabic, "2"), "-0.01");
}

TEST(Numbers, that_are_none_are_not_printed) {
  for (const char* text : {"", "abc", "1.", ".5", "1,000", "1e5", "๑๒", "--1"}) {
    EXPECT_EQ(run("number", text), "cannot read") << text;
  }
}

TEST(Stamps, are_the_words_of_urgency_and_secrecy) {
  EXPECT_EQ(run("urgency", "urgent"), "ด่วน");
  EXPECT_EQ(run("urgency", "most_urgent"), "ด่วนที่สุด");
  EXPECT_EQ(run("urgency", "none"), "");
  EXPECT_EQ(run("secrecy", "secret"), "ลับมาก");
  EXPECT_EQ(run("secrecy", "urgent"), "cannot read");
}

TEST(Digits, are_turned_in_running_text) {
  EXPECT_EQ(run("thai-digits", "ข้อ 1 จำนวน 12,000 บาท"), "ข้อ ๑ จำนวน ๑๒,๐๐๐ บาท");
  EXPECT_EQ(run("arabic-digits", "ปี ๒๕๖๖ รอบ ๖ เดือน"), "ปี 2566 รอบ 6 เดือน");
  EXPECT_EQ(run("document-digits", "ปี 2566", Digits::thai), "ปี ๒๕๖๖");
}

TEST(Digits, of_addresses_and_codes_stay_as_they_are) {
  EXPECT_EQ(run("thai-digits", "ดู https://example.go.th/ita/2566/1 หน้า 3"), "ดู https://example.go.th/ita/2566/1 หน้า ๓");
  EXPECT_EQ(run("thai-digits", "ส่งที่ saraban_07@example.go.th ภายใน 5 วัน"), "ส่งที่ saraban_07@example.go.th ภายใน ๕ วัน");
  EXPECT_EQ(run("thai-digits", "COVID-19 ข้อO42 และ i7 ปี2566"), "COVID-19 ข้อO42 และ i7 ปี๒๕๖๖");
  EXPECT_EQ(run("arabic-digits", "ข้อ O๔๒ หน้า ๔๒"), "ข้อ O๔๒ หน้า 42");
}

TEST(Digits, leave_spaces_and_lines_alone) { EXPECT_EQ(run("thai-digits", "1  2\n3 "), "๑  ๒\n๓ "); }

TEST(Filters, are_each_named_in_the_grammar_and_the_readme) {
  for (const std::string& page : {kit::read("layouts/layout.rng"), kit::read("README.md")}) {
    for (const Filter& each : all_filters()) {
      const std::string name(each.name);
      const bool is_named = page.find(' ' + name) != std::string::npos || page.find('`' + name) != std::string::npos;
      EXPECT_TRUE(is_named) << name;
    }
  }
}

TEST(Filters, know_what_they_can_read) {
  using data::ShapeKind;
  EXPECT_TRUE(accepts(FilterInput::date, ShapeKind::date));
  EXPECT_FALSE(accepts(FilterInput::date, ShapeKind::text));
  EXPECT_TRUE(accepts(FilterInput::number, ShapeKind::number));
  EXPECT_FALSE(accepts(FilterInput::number, ShapeKind::date));
  EXPECT_FALSE(accepts(FilterInput::text, ShapeKind::object));
  EXPECT_TRUE(accepts(FilterInput::date, ShapeKind::any));
}

}  // namespace

}  // namespace krut::layout
