#include <algorithm>

#include "layout/calendar.h"
#include "layout/filter_sets.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

std::string month_of(const Day& day) { return std::string(thai_month(day.month)); }
std::string short_month_of(const Day& day) { return std::string(thai_month_short(day.month)); }
std::string number_of(const Day& day) { return std::to_string(day.day); }

/// `มี.ค.๖๖`, or `มี.ค. ๒๕๖๖` where the layout asks for the full year: only two digits are glued to the month.
std::string short_month_and_year(const Day& day, std::string_view argument) {
  return short_month_of(day) + (argument == full_year ? ' ' + era_year(day) : era_year_short(day));
}

/// Runs `words` on the day that `text` is.
template <typename Words>
Text of_day(std::string_view text, Digits digits, Words words) {
  const auto day = read_day(text);
  return day ? Text(with_digits(words(*day), digits)) : std::nullopt;
}

Text thai_date(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits,
                [](const Day& day) { return number_of(day) + ' ' + month_of(day) + ' ' + era_year(day); });
}

Text thai_date_era(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits,
                [](const Day& day) { return number_of(day) + ' ' + month_of(day) + " พ.ศ. " + era_year(day); });
}

Text thai_date_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_day(text, digits,
                [&](const Day& day) { return number_of(day) + ' ' + short_month_and_year(day, argument); });
}

Text thai_month_year(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits, [](const Day& day) { return month_of(day) + ' ' + era_year(day); });
}

Text thai_month_year_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_day(text, digits, [&](const Day& day) { return short_month_and_year(day, argument); });
}

Text be_year(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits, [](const Day& day) { return era_year(day); });
}

Text fiscal_year_of(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits, [](const Day& day) { return era_year(Day{fiscal_year(day), 1, 1}); });
}

Text quarter_of(std::string_view text, std::string_view, Digits digits) {
  return of_day(text, digits, [](const Day& day) { return std::to_string(fiscal_quarter(day)); });
}

}  // namespace

std::vector<Filter> date_filters() {
  constexpr auto date = FilterInput::date;
  return {
      {"thai-date", date, thai_date},
      {"thai-date-era", date, thai_date_era},
      {"thai-date-short", date, thai_date_short, FilterArgument::words, {full_year}},
      {"thai-month-year", date, thai_month_year},
      {"thai-month-year-short", date, thai_month_year_short, FilterArgument::words, {full_year}},
      {"be-year", date, be_year},
      {"fiscal-year", date, fiscal_year_of},
      {"quarter", date, quarter_of},
  };
}

}  // namespace krut::layout
