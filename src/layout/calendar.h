#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace krut::layout {

/// A day of the Gregorian calendar.
struct Day {
  int year = 0;  ///< C.E.
  int month = 0;
  int day = 0;
};

/// Reads `2023-04-10` (ISO 8601, calendar date, extended form); nothing when no such day exists.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);
/// The first day of a month: `2023-04` (ISO 8601, reduced). Nothing for anything else.
[[nodiscard]] std::optional<Day> read_month(std::string_view text);

/// Years of the Buddhist Era run ahead of the Common Era by this many.
inline constexpr int buddhist_era_offset = 543;

/// ASCII digits of the year in the Buddhist Era: `2566`; the last two of them: `66`.
[[nodiscard]] std::string era_year(const Day& day);
[[nodiscard]] std::string era_year_short(const Day& day);

/// The fiscal year runs from 1 October to 30 September and is named after the year it ends in, here of the Common Era.
[[nodiscard]] int fiscal_year(const Day& day);
/// From 1 (October to December) to 4 (July to September).
[[nodiscard]] int fiscal_quarter(const Day& day);

/// First and last day of a span of time.
struct Period {
  Day from;
  Day to;
};

/// Reads `2022-10-01/2023-03-31` (ISO 8601, time interval); nothing when a day does not exist or the last comes first.
[[nodiscard]] std::optional<Period> read_period(std::string_view text);
/// The form that `read_period` reads.
[[nodiscard]] std::string period_text(const Period& period);
/// The whole months from the `first` to the `last` of a fiscal year, both from 1 (October) to 12 (September).
[[nodiscard]] Period fiscal_months(int fiscal_year, int first, int last);

/// `month` from 1 to 12.
[[nodiscard]] std::string_view thai_month(int month);
[[nodiscard]] std::string_view thai_month_short(int month);

}  // namespace krut::layout
