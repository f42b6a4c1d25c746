#include <gtest/gtest.h>

#include "layout/filters.h"
#include "layout_kit.h"

namespace krut::layout {

namespace {

using model::Digits;

std::string run(const std::string& name, const std::string& text, const std::string& argument = "",
                Digits digits = Digits::thai) {
  const Filter* filter = find_filter(name);
  if (filter == nullptr) return "no filter " + name;
  return filter->run(text, argument, digits).value_or("cannot read");
}

struct RangeCase {
  const char* period;
  const char* dates;
  const char* brief_dates;
  const char* months;
  const char* brief_months;
};

TEST(Ranges, say_once_what_both_ends_share) {
  const std::vector<RangeCase> cases = {
      {"2022-10-01/2023-03-31", "๑ ตุลาคม ๒๕๖๕ - ๓๑ มีนาคม ๒๕๖๖", "๑ ต.ค.๖๕-๓๑ มี.ค.๖๖", "ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖",
       "ต.ค.๖๕-มี.ค.๖๖"},
      {"2023-01-01/2023-03-31", "๑ มกราคม - ๓๑ มีนาคม ๒๕๖๖", "๑ ม.ค.๖๖-๓๑ มี.ค.๖๖", "มกราคม - มีนาคม ๒๕๖๖",
       "ม.ค.๖๖-มี.ค.๖๖"},
      {"2023-03-01/2023-03-15", "๑ - ๑๕ มีนาคม ๒๕๖๖", "๑-๑๕ มี.ค.๖๖", "มีนาคม ๒๕๖๖", "มี.ค.๖๖"},
      {"2024-02-29/2024-02-29", "๒๙ กุมภาพันธ์ ๒๕๖๗", "๒๙ ก.พ.๖๗", "กุมภาพันธ์ ๒๕๖๗", "ก.พ.๖๗"},
      {"2022-03-01/2023-03-01", "๑ มีนาคม ๒๕๖๕ - ๑ มีนาคม ๒๕๖๖", "๑ มี.ค.๖๕-๑ มี.ค.๖๖", "มีนาคม ๒๕๖๕ - มีนาคม ๒๕๖๖",
       "มี.ค.๖๕-มี.ค.๖๖"},
  };
  for (const RangeCase& each : cases) {
    EXPECT_EQ(run("thai-date-range", each.period), each.dates);
    EXPECT_EQ(run("thai-date-range-short", each.period), each.brief_dates);
    EXPECT_EQ(run("thai-month-range", each.period), each.months);
    EXPECT_EQ(run("thai-month-range-short", each.period), each.brief_months);
  }
}

TEST(Ranges, can_say_until_and_the_full_year) {
  EXPECT_EQ(run("thai-date-range", "2022-10-01/2023-03-31", "ถึง"), "๑ ตุลาคม ๒๕๖๕ ถึง ๓๑ มีนาคม ๒๕๖๖");
  EXPECT_EQ(run("thai-month-range", "2023-01-01/2023-03-31", "ถึง"), "มกราคม ถึง มีนาคม ๒๕๖๖");
  EXPECT_EQ(run("thai-month-range-short", "2021-10-01/2022-09-30", "full-year, ถึง"), "ต.ค. ๒๕๖๔ ถึง ก.ย. ๒๕๖๕");
  EXPECT_EQ(run("thai-month-range-short", "2022-04-01/2022-05-31", "full-year"), "เม.ย. - พ.ค. ๒๕๖๕");
  EXPECT_EQ(run("thai-date-range-short", "2022-04-01/2022-05-31", "full-year"), "๑ เม.ย. - ๓๑ พ.ค. ๒๕๖๕");
  EXPECT_EQ(run("thai-date-range-short", "2022-04-01/2022-04-09", "full-year"), "๑ - ๙ เม.ย. ๒๕๖๕");
  EXPECT_EQ(run("thai-date-short", "2022-01-04", "full-year"), "๔ ม.ค. ๒๕๖๕");
  EXPECT_EQ(run("thai-month-year-short", "2021-12-01", "full-year"), "ธ.ค. ๒๕๖๔");
  EXPECT_EQ(run("thai-month-year-short", "2021-12-01"), "ธ.ค.๖๔");
}

TEST(Ranges, follow_the_digits_of_the_document) {
  EXPECT_EQ(run("thai-date-range", "2022-10-01/2023-03-31", "", Digits::arabic), "1 ตุลาคม 2565 - 31 มีนาคม 2566");
}

TEST(Ranges, that_run_backwards_or_name_no_day_are_not_printed) {
  for (const char* text : {"2023-03-31/2022-10-01", "2023-03-02/2023-03-01", "2023-02-29/2023-03-01", "2023-03-01",
                           "2023-03-01/", "/", "", "2023-03-01/2023-03-02/2023-03-03"}) {
    EXPECT_EQ(run("thai-date-range", text), "cannot read") << text;
  }
}

TEST(Rounds, say_how_many_months) {
  EXPECT_EQ(run("round-text", "6m"), "๖ เดือน");
  EXPECT_EQ(run("round-text", "12m", "", Digits::arabic), "12 เดือน");
  for (const char* text : {"year", "m", "0m", "13m", "-6m", "6", ""}) {
    EXPECT_EQ(run("round-text", text), "cannot read") << text;
  }
}

TEST(Rounds, know_their_days_by_the_fiscal_year) {
  EXPECT_EQ(run("round-period", "6m", "2566"), "2022-10-01/2023-03-31");
  EXPECT_EQ(run("round-period", "12m", "2566"), "2022-10-01/2023-09-30");
  EXPECT_EQ(run("round-period", "5m", "2567"), "2023-10-01/2024-02-29");
  EXPECT_EQ(run("round-period", "6m", "๒๕๖๖"), "cannot read");
  EXPECT_EQ(run("round-period", "6m", "2023"), "cannot read");
  EXPECT_EQ(run("fiscal-year-period", "2566"), "2022-10-01/2023-09-30");
}

TEST(Quarters, begin_in_october) {
  EXPECT_EQ(run("quarter-period", "2566", "1"), "2022-10-01/2022-12-31");
  EXPECT_EQ(run("quarter-period", "2567", "2"), "2024-01-01/2024-03-31");
  EXPECT_EQ(run("quarter-period", "2566", "3"), "2023-04-01/2023-06-30");
  EXPECT_EQ(run("quarter-period", "2566", "4"), "2023-07-01/2023-09-30");
  EXPECT_EQ(run("quarter", "2022-12-31"), "๑");
  EXPECT_EQ(run("fiscal-year", "2022-09-30"), "๒๕๖๕");
  EXPECT_EQ(run("fiscal-year", "2022-10-01"), "๒๕๖๖");
}

TEST(Periods, of_the_data_are_printed_by_a_layout) {
  const std::string data = R"({"period": {"from": "2022-10-01", "to": "2023-03-31"}, "round": "6m", "year": 2566})";
  EXPECT_EQ(kit::texts("<p>{{ period | thai-date-range }}</p>", data), "๑ ตุลาคม ๒๕๖๕ - ๓๑ มีนาคม ๒๕๖๖|");
  EXPECT_EQ(kit::texts("<p>{{ round | round-period(year) | thai-month-range(ถึง) }}</p>", data),
            "ตุลาคม ๒๕๖๕ ถึง มีนาคม ๒๕๖๖|");
  EXPECT_EQ(kit::texts("<p>{{ year | quarter-period(2) | thai-month-range-short }}</p>", data), "ม.ค.๖๖-มี.ค.๖๖|");
}

TEST(Periods, print_nothing_where_the_data_lacks_them) {
  EXPECT_EQ(kit::texts("<p>{{ period | thai-date-range }}</p>", "{}"), "");
  EXPECT_EQ(kit::texts("<p>{{ round | round-period(year) | thai-month-range }}</p>", R"({"round": "6m"})"), "");
}

TEST(Periods, that_run_backwards_are_told_with_both_places) {
  Diagnostics diagnostics;
  const auto document =
      kit::fill_document(kit::report("<section margins=\"2cm\">\n<p>{{ period | thai-date-range }}</p></section>"),
                         R"({"period": {"from": "2023-03-31", "to": "2022-10-01"}})", diagnostics);
  EXPECT_FALSE(document);
  EXPECT_EQ(kit::all_messages(diagnostics, Language::english),
            "data.json:1:12: error: the filter thai-date-range cannot read \"2023-03-31/2022-10-01\" "
            "[layout.unreadable-value]\n"
            "  value: /period\n"
            "  asked by: test.xml:3:4\n"
            "  hint: from must not be later than to, and both look like 2023-04-10\n");
}

}  // namespace

}  // namespace krut::layout
