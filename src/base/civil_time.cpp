#include "base/civil_time.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace krut {

namespace {

std::string padded(unsigned number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string joined(const CivilTime& time, std::string_view in_date, std::string_view between,
                   std::string_view in_time) {
  std::string text = padded(static_cast<unsigned>(time.year), 4);
  text.append(in_date).append(padded(time.month, 2)).append(in_date).append(padded(time.day, 2));
  text.append(between).append(padded(time.hour, 2));
  return text.append(in_time).append(padded(time.minute, 2)).append(in_time).append(padded(time.second, 2));
}

}  // namespace

CivilTime civil_time(std::int64_t seconds, std::int64_t seconds_east) {
  using namespace std::chrono;
  constexpr auto first = sys_seconds(sys_days(year(0) / January / 1));
  constexpr auto last = sys_seconds(sys_days(year(9999) / December / 31)) + days(1) - 1s;
  const auto greenwich = std::clamp(sys_seconds(std::chrono::seconds(seconds)), first, last);
  const auto moment = std::clamp(greenwich + std::chrono::seconds(seconds_east), first, last);
  const auto midnight = floor<days>(moment);
  const year_month_day date(midnight);
  const hh_mm_ss time(moment - midnight);
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          static_cast<unsigned>(time.hours().count()),
          static_cast<unsigned>(time.minutes().count()),
          static_cast<unsigned>(time.seconds().count())};
}

std::string iso_text(const CivilTime& time) { return joined(time, "-", "T", ":"); }

std::string compact_text(const CivilTime& time) { return joined(time, {}, {}, {}); }

}  // namespace krut
