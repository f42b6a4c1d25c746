#include "layout/calendar.h"

#include <array>
#include <charconv>
#include <tuple>

namespace krut::layout {

namespace {

constexpr std::array<std::string_view, 12> months = {"มกราคม",  "กุมภาพันธ์", "มีนาคม",  "เมษายน", "พฤษภาคม",  "มิถุนายน",
                                                     "กรกฎาคม", "สิงหาคม",  "กันยายน", "ตุลาคม",  "พฤศจิกายน", "ธันวาคม"};
constexpr std::array<std::string_view, 12> short_months = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                                                           "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};

constexpr int months_a_year = 12;
constexpr int months_a_quarter = 3;
constexpr int first_fiscal_month = 10;
constexpr char period_divider = '/';

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<int> digits_only(std::string_view text) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = status == std::errc() && end == text.data() + text.size() && text.front() != '-';
  return is_whole ? std::optional<int>(value) : std::nullopt;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string iso_text(const Day& day) {
  return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_only(text.substr(0, 4));
  const auto month = digits_only(text.substr(5, 2));
  const auto day = digits_only(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in(*year, *month)) return std::nullopt;
  return Day{*year, *month, *day};
}

std::optional<Day> read_month(std::string_view text) {
  constexpr std::size_t size_of_month = 7;
  return text.size() == size_of_month ? read_day(std::string(text) + "-01") : std::nullopt;
}

std::string era_year(const Day& day) { return std::to_string(day.year + buddhist_era_offset); }

std::string era_year_short(const Day& day) { return padded((day.year + buddhist_era_offset) % 100, 2); }

int fiscal_year(const Day& day) { return day.month >= first_fiscal_month ? day.year + 1 : day.year; }

int fiscal_quarter(const Day& day) {
  const int months_gone = (day.month - first_fiscal_month + months_a_year) % months_a_year;
  return months_gone / months_a_quarter + 1;
}

std::optional<Period> read_period(std::string_view text) {
  const std::size_t divider = text.find(period_divider);
  if (divider == std::string_view::npos) return std::nullopt;
  const auto from = read_day(text.substr(0, divider));
  const auto to = read_day(text.substr(divider + 1));
  if (!from || !to || std::tie(to->year, to->month, to->day) < std::tie(from->year, from->month, from->day)) {
    return std::nullopt;
  }
  return Period{*from, *to};
}

std::string period_text(const Period& period) { return iso_text(period.from) + period_divider + iso_text(period.to); }

Period fiscal_months(int fiscal_year, int first, int last) {
  const auto calendar_day = [&](int fiscal_month) {
    const int month = (fiscal_month + first_fiscal_month - 2) % months_a_year + 1;
    return Day{month >= first_fiscal_month ? fiscal_year - 1 : fiscal_year, month, 1};
  };
  Period period{calendar_day(first), calendar_day(last)};
  period.to.day = days_in(period.to.year, period.to.month);
  return period;
}

std::string_view thai_month(int month) { return months[static_cast<std::size_t>(month - 1)]; }
std::string_view thai_month_short(int month) { return short_months[static_cast<std::size_t>(month - 1)]; }

}  // namespace krut::layout
