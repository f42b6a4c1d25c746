#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace krut::data {

/// A day as written. Nothing says that the calendar has it.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Reads "2023-04-10": four, two and two ASCII digits.
[[nodiscard]] std::optional<Day> read_iso_day(std::string_view text);

[[nodiscard]] bool is_in_calendar(const Day& day);
[[nodiscard]] int days_in_month(int year, int month);

/// True when the year can only be meant in the Buddhist Era.
[[nodiscard]] bool is_buddhist_year(int year);

/// The ISO date that the writer most likely meant: "10/4/2566", "2023-4-10" and "๒๕๖๖-๐๔-๑๐" are understood, the day
/// first when the year stands last. Nothing when it cannot be told.
[[nodiscard]] std::optional<std::string> guess_iso_date(std::string_view text);

}  // namespace krut::data
