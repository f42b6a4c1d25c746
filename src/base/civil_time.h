#pragma once

#include <cstdint>
#include <string>

namespace krut {

/// A moment in the proleptic Gregorian calendar.
struct CivilTime {
  int year = 0;  ///< 0 to 9999
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

/// `seconds` since 1970-01-01T00:00Z, in a zone so many seconds east of Greenwich. What lies outside the years 0 to
/// 9999 is moved to their first or last moment: file formats have four digits for a year.
[[nodiscard]] CivilTime civil_time(std::int64_t seconds, std::int64_t seconds_east = 0);

/// "2023-04-10T08:05:00" (ISO 8601 without a zone).
[[nodiscard]] std::string iso_text(const CivilTime& time);

/// "20230410080500".
[[nodiscard]] std::string compact_text(const CivilTime& time);

}  // namespace krut
