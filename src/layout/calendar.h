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

/// Years of the Buddhist Era run ahead of the Common Era by this many.
inline constexpr int buddhist_era_offset = 543;

/// `month` from 1 to 12.
[[nodiscard]] std::string_view thai_month(int month);
[[nodiscard]] std::string_view thai_month_short(int month);

}  // namespace krut::layout
