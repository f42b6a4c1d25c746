#include <algorithm>
#include <array>
#include <charconv>

#include "layout/calendar.h"
#include "layout/filter_sets.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

constexpr std::string_view joined_by_until = "ถึง";
constexpr int earliest_era_year = 2400;
constexpr int latest_era_year = 2999;
constexpr int months_a_quarter = 3;

bool asks_for(std::string_view argument, std::string_view word) {
  const auto words = argument_words(argument);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_one_year(const Period& period) { return period.from.year == period.to.year; }
bool is_one_month(const Period& period) { return is_one_year(period) && period.from.month == period.to.month; }
bool is_one_day(const Period& period) { return is_one_month(period) && period.from.day == period.to.day; }

/// Both ends with the sign between them; what the ends share is said once, behind the last.
std::string joined(const std::string& from, const std::string& to, std::string_view argument,
                   std::string_view hyphen = " - ") {
  return asks_for(argument, joined_by_until) ? from + " ถึง " + to : from + std::string(hyphen) + to;
}

std::string long_dates(const Period& period, std::string_view argument) {
  const auto month = [](const Day& day) { return ' ' + std::string(thai_month(day.month)); };
  const auto year = [](const Day& day) { return ' ' + era_year(day); };
  const std::string to = std::to_string(period.to.day) + month(period.to) + year(period.to);
  if (is_one_day(period)) return to;
  std::string from = std::to_string(period.from.day);
  if (!is_one_month(period)) from += month(period.from);
  if (!is_one_year(period)) from += year(period.from);
  return joined(from, to, argument);
}

std::string long_months(const Period& period, std::string_view argument) {
  const auto year = [](const Day& day) { return ' ' + era_year(day); };
  const std::string to = std::string(thai_month(period.to.month)) + year(period.to);
  if (is_one_month(period)) return to;
  std::string from(thai_month(period.from.month));
  if (!is_one_year(period)) from += year(period.from);
  return joined(from, to, argument);
}

/// `๑ ต.ค.๖๕-๓๑ มี.ค.๖๖`: two digits of a year are part of the month, and stand at both ends. A full year is said once
/// where both ends share it: `๑ ม.ค. - ๓๑ มี.ค. ๒๕๖๖`.
std::string short_form(const Period& period, std::string_view argument, bool has_days) {
  const bool is_full = asks_for(argument, full_year);
  const auto month = [](const Day& day) { return std::string(thai_month_short(day.month)); };
  const auto year = [&](const Day& day) { return is_full ? ' ' + era_year(day) : era_year_short(day); };
  const auto number = [&](const Day& day) { return has_days ? std::to_string(day.day) + ' ' : std::string(); };
  const std::string to = number(period.to) + month(period.to) + year(period.to);
  if (has_days ? is_one_day(period) : is_one_month(period)) return to;
  std::string from = is_one_month(period) ? std::to_string(period.from.day) : number(period.from) + month(period.from);
  const bool says_year = is_full ? !is_one_year(period) : !is_one_month(period);
  if (says_year) from += year(period.from);
  return joined(from, to, argument, is_full ? " - " : "-");
}

template <typename Words>
Text of_period(std::string_view text, Digits digits, Words words) {
  const auto period = read_period(text);
  return period ? Text(with_digits(words(*period), digits)) : std::nullopt;
}

Text thai_date_range(std::string_view text, std::string_view argument, Digits digits) {
  return of_period(text, digits, [&](const Period& period) { return long_dates(period, argument); });
}

Text thai_date_range_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_period(text, digits, [&](const Period& period) { return short_form(period, argument, true); });
}

Text thai_month_range(std::string_view text, std::string_view argument, Digits digits) {
  return of_period(text, digits, [&](const Period& period) { return long_months(period, argument); });
}

Text thai_month_range_short(std::string_view text, std::string_view argument, Digits digits) {
  return of_period(text, digits, [&](const Period& period) { return short_form(period, argument, false); });
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = status == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional(value) : std::nullopt;
}

/// The Common Era's number of a fiscal year that the data names in the Buddhist Era.
std::optional<int> fiscal_year_from(std::string_view text) {
  const auto year = whole_number(text);
  if (!year || *year < earliest_era_year || *year > latest_era_year) return std::nullopt;
  return *year - buddhist_era_offset;
}

/// `6` of "6m".
std::optional<int> months_of_round(std::string_view text) {
  if (text.empty() || text.back() != 'm') return std::nullopt;
  const auto months = whole_number(text.substr(0, text.size() - 1));
  return months && *months >= 1 && *months <= 12 ? months : std::nullopt;
}

Text round_text(std::string_view text, std::string_view, Digits digits) {
  const auto months = months_of_round(text);
  if (!months) return std::nullopt;
  return with_digits(std::to_string(*months) + " เดือน", digits);
}

Text round_period(std::string_view text, std::string_view argument, Digits) {
  const auto months = months_of_round(text);
  const auto year = fiscal_year_from(argument);
  if (!months || !year) return std::nullopt;
  return period_text(fiscal_months(*year, 1, *months));
}

Text year_period(std::string_view text, std::string_view, Digits) {
  const auto year = fiscal_year_from(text);
  if (!year) return std::nullopt;
  return period_text(fiscal_months(*year, 1, 12));
}

Text quarter_period(std::string_view text, std::string_view argument, Digits) {
  const auto year = fiscal_year_from(text);
  const auto quarter = whole_number(argument);
  if (!year || !quarter) return std::nullopt;
  return period_text(fiscal_months(*year, (*quarter - 1) * months_a_quarter + 1, *quarter * months_a_quarter));
}

}  // namespace

std::vector<Filter> period_filters() {
  constexpr auto period = FilterInput::period;
  constexpr auto words = FilterArgument::words;
  constexpr auto makes_period = FilterOutput::period;
  return {
      {"thai-date-range", period, thai_date_range, words, {joined_by_until}},
      {"thai-date-range-short", period, thai_date_range_short, words, {joined_by_until, full_year}},
      {"thai-month-range", period, thai_month_range, words, {joined_by_until}},
      {"thai-month-range-short", period, thai_month_range_short, words, {joined_by_until, full_year}},
      {"round-text", FilterInput::text, round_text},
      {"round-period", FilterInput::text, round_period, FilterArgument::path, {}, makes_period},
      {"fiscal-year-period", FilterInput::number, year_period, FilterArgument::none, {}, makes_period},
      {"quarter-period", FilterInput::number, quarter_period, FilterArgument::word, {"1", "2", "3", "4"}, makes_period},
  };
}

}  // namespace krut::layout
