#include <algorithm>

#include "layout/calendar.h"
#include "layout/filter_sets.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

/// Where the day's number is written by hand: as wide as two digits, with the space behind it.
const std::string room_for_day = "      ";

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

/// Runs `words` on the first day of the month that `text` is, or on the day.
template <typename Words>
Text of_month(std::string_view text, Digits digits, Words words) {
  const auto month = read_month(text);
  return month ? Text(with_digits(words(*month), digits)) : of_day(text, digits, words);
}

/// The day in words; of a month alone ("2023-04": the day is still to come) the month, behind room for its number.
Text of_day_or_month(std::string_view text, Digits digits, std::string_view between) {
  const auto words = [&](const Day& day) { return month_of(day) + std::string(between) + era_year(day); };
  if (const auto month = read_month(text)) return with_digits(room_for_day + words(*month), digits);
  return of_day(text, digits, [&](const Day& day) { return number_of(day) + ' ' + words(day); });
}

Text thai_date(std::string_view text, std::string_view, Digits digits) { return of_day_or_month(text, digits, " "); }

Text thai_date_era(std::string_view text, std::string_view, Digits digits) {
  return of_day_or_month(text, digits, " พ.ศ. ");
}

Text thai_date_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_day(text, digits,
                [&](const Day& day) { return number_of(day) + ' ' + short_month_and_year(day, argument); });
}

Text thai_month_year(std::string_view text, std::string_view, Digits digits) {
  return of_month(text, digits, [](const Day& day) { return month_of(day) + ' ' + era_year(day); });
}

Text thai_month_year_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_month(text, digits, [&](const Day& day) { return short_month_and_year(day, argument); });
}

Text be_year(std::string_view text, std::string_view, Digits digits) {
  return of_month(text, digits, [](const Day& day) { return era_year(day); });
}

Text fiscal_year_of(std::string_view text, std::string_view, Digits digits) {
  return of_month(text, digits, [](const Day& day) { return era_year(Day{fiscal_year(day), 1, 1}); });
}

Text quarter_of(std::string_view text, std::string_view, Digits digits) {
  return of_month(text, digits, [](const Day& day) { return std::to_string(fiscal_quarter(day)); });
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
