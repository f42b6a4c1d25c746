#include "data/dates.h"

#include <array>
#include <vector>

#include "base/utf8.h"

namespace krut::data {

namespace {

constexpr int buddhist_offset = 543;
constexpr int first_buddhist_year = 2400;  // no report is dated in the common year 2400
constexpr std::size_t most_digits = 4;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// The groups of digits, Thai or ASCII, between single separators; empty when anything else stands there.
std::vector<std::string> digit_groups(std::string_view text) {
  std::vector<std::string> groups(1);
  for (const char32_t c : utf8::to_utf32(text)) {
    if (c >= U'0' && c <= U'9') {
      groups.back() += static_cast<char>(c);
    } else if (utf8::is_thai_digit(c)) {
      groups.back() += static_cast<char>('0' + (c - 0x0E50));
    } else if (c == U'-' || c == U'/' || c == U'.') {
      groups.emplace_back();
    } else {
      return {};
    }
  }
  return groups;
}

}  // namespace

std::optional<Day> read_iso_day(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'd' ? !is_digit(text[i]) : text[i] != '-') return std::nullopt;
  }
  const auto number = [&](std::size_t first, std::size_t size) {
    return std::stoi(std::string(text.substr(first, size)));
  };
  return Day{number(0, 4), number(5, 2), number(8, 2)};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && is_leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_in_calendar(const Day& day) {
  return day.year >= 1 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

bool is_buddhist_year(int year) { return year >= first_buddhist_year; }

std::optional<std::string> guess_iso_date(std::string_view text) {
  const std::vector<std::string> groups = digit_groups(text);
  if (groups.size() != 3) return std::nullopt;
  for (const std::string& group : groups) {
    if (group.empty() || group.size() > most_digits) return std::nullopt;
  }
  const bool has_year_first = groups[0].size() == most_digits;
  if (!has_year_first && groups[2].size() != most_digits) return std::nullopt;
  Day day{std::stoi(groups[has_year_first ? 0 : 2]), std::stoi(groups[1]), std::stoi(groups[has_year_first ? 2 : 0])};
  if (is_buddhist_year(day.year)) day.year -= buddhist_offset;
  if (!is_in_calendar(day)) return std::nullopt;
  std::string year = std::to_string(day.year);
  year.insert(0, most_digits - year.size(), '0');
  return year + '-' + two_digits(day.month) + '-' + two_digits(day.day);
}

}  // namespace krut::data
