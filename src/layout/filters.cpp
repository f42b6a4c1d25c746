#include "layout/filters.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/calendar.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

constexpr std::string_view thai_zero = "๐";

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

int era_year(const Day& day) { return day.year + buddhist_era_offset; }

Text thai_date(std::string_view text, std::string_view, Digits digits) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  const std::string words =
      std::to_string(day->day) + ' ' + std::string(thai_month(day->month)) + ' ' + std::to_string(era_year(*day));
  return with_digits(words, digits);
}

Text thai_date_era(std::string_view text, std::string_view, Digits digits) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  const std::string words =
      std::to_string(day->day) + ' ' + std::string(thai_month(day->month)) + " พ.ศ. " + std::to_string(era_year(*day));
  return with_digits(words, digits);
}

Text thai_date_short(std::string_view text, std::string_view, Digits digits) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  const std::string words =
      std::to_string(day->day) + ' ' + std::string(thai_month_short(day->month)) + padded(era_year(*day) % 100, 2);
  return with_digits(words, digits);
}

Text thai_month_year(std::string_view text, std::string_view, Digits digits) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  return with_digits(std::string(thai_month(day->month)) + ' ' + std::to_string(era_year(*day)), digits);
}

Text be_year(std::string_view text, std::string_view, Digits digits) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  return with_digits(std::to_string(era_year(*day)), digits);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits to either side of the point; `fraction` without it.
struct Decimal {
  std::string sign;
  std::string whole;
  std::string fraction;
  bool has_point = false;
};

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal decimal;
  if (!text.empty() && text.front() == '-') {
    decimal.sign = "-";
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  decimal.has_point = point != std::string_view::npos;
  decimal.whole = text.substr(0, point);
  if (decimal.has_point) decimal.fraction = text.substr(point + 1);
  const bool is_whole_fine =
      !decimal.whole.empty() && std::all_of(decimal.whole.begin(), decimal.whole.end(), is_digit);
  const bool is_fraction_fine = std::all_of(decimal.fraction.begin(), decimal.fraction.end(), is_digit);
  if (!is_whole_fine || !is_fraction_fine || (decimal.has_point && decimal.fraction.empty())) return std::nullopt;
  return decimal;
}

/// Adds one to a run of decimal digits; grows when all were nines.
void increment(std::string& digits) {
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return;
    }
    *digit = '0';
  }
  digits.insert(digits.begin(), '1');
}

/// Exactly `places` digits after the point, halves away from zero.
void round_to(Decimal& decimal, std::size_t places) {
  const bool goes_up = decimal.fraction.size() > places && decimal.fraction[places] >= '5';
  decimal.fraction.resize(places, '0');
  decimal.has_point = places > 0;
  if (!goes_up) return;
  std::string all = decimal.whole + decimal.fraction;
  increment(all);
  const std::size_t split = all.size() - places;
  decimal.whole = all.substr(0, split);
  decimal.fraction = all.substr(split);
}

std::string grouped(const std::string& whole) {
  constexpr std::size_t group = 3;
  std::string result;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % group == 0) result += ',';
    result += whole[i];
  }
  return result;
}

Text number(std::string_view text, std::string_view argument, Digits digits) {
  auto decimal = read_decimal(text);
  if (!decimal) return std::nullopt;
  if (!argument.empty()) round_to(*decimal, static_cast<std::size_t>(argument.front() - '0'));
  std::string result = decimal->sign + grouped(decimal->whole);
  if (decimal->has_point) result += '.' + decimal->fraction;
  return with_digits(result, digits);
}

Text thai_digits(std::string_view text, std::string_view, Digits) { return prose_with_digits(text, Digits::thai); }
Text arabic_digits(std::string_view text, std::string_view, Digits) { return prose_with_digits(text, Digits::arabic); }
Text document_digits(std::string_view text, std::string_view, Digits digits) { return prose_with_digits(text, digits); }

Text round_text(std::string_view text, std::string_view, Digits digits) {
  if (text.size() < 2 || text.back() != 'm') return std::nullopt;
  const std::string months(text.substr(0, text.size() - 1));
  if (!std::all_of(months.begin(), months.end(), is_digit)) return std::nullopt;
  return with_digits(months + " เดือน", digits);
}

Text upper(std::string_view text, std::string_view, Digits) {
  std::string result(text);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return result;
}

bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos ||
         token.find('@') != std::string_view::npos;
}

/// Thai digits count with ASCII ones here, so that a code written "O๔๒" is one piece too.
bool is_thai_letter(char32_t c) { return utf8::is_thai(c) && !utf8::is_thai_digit(c); }

/// One piece of writing without spaces: converted between its Thai letters, unless Latin letters make a code of it.
std::string converted_token(std::string_view token, Digits digits) {
  if (is_address(token)) return std::string(token);
  std::string result;
  std::size_t begin = 0;
  bool has_latin = false;
  const auto flush = [&](std::size_t end) {
    const std::string_view piece = token.substr(begin, end - begin);
    result += has_latin ? std::string(piece) : with_digits(piece, digits);
    begin = end;
    has_latin = false;
  };
  for (std::size_t at = 0; at < token.size();) {
    const utf8::Decoded decoded = utf8::decode(token, at);
    if (is_thai_letter(decoded.character)) flush(at);
    has_latin = has_latin || is_ascii_letter(decoded.character);
    at += decoded.size;
    if (is_thai_letter(decoded.character)) flush(at);
  }
  flush(token.size());
  return result;
}

}  // namespace

const std::vector<Filter>& all_filters() {
  static const std::vector<Filter> filters = {
      {"thai-date", FilterInput::date, false, thai_date},
      {"thai-date-era", FilterInput::date, false, thai_date_era},
      {"thai-date-short", FilterInput::date, false, thai_date_short},
      {"thai-month-year", FilterInput::date, false, thai_month_year},
      {"be-year", FilterInput::date, false, be_year},
      {"number", FilterInput::number, true, number},
      {"round-text", FilterInput::text, false, round_text},
      {"upper", FilterInput::text, false, upper},
      {"thai-digits", FilterInput::text, false, thai_digits},
      {"arabic-digits", FilterInput::text, false, arabic_digits},
      {"document-digits", FilterInput::text, false, document_digits},
  };
  return filters;
}

const Filter* find_filter(std::string_view name) {
  const auto& filters = all_filters();
  const auto found =
      std::find_if(filters.begin(), filters.end(), [&](const Filter& each) { return each.name == name; });
  return found == filters.end() ? nullptr : &*found;
}

bool accepts(FilterInput input, data::ShapeKind shape) {
  using data::ShapeKind;
  if (shape == ShapeKind::any) return true;
  switch (input) {
    case FilterInput::date:
      return shape == ShapeKind::date;
    case FilterInput::number:
      return shape == ShapeKind::number || shape == ShapeKind::text;
    case FilterInput::text:
      return shape == ShapeKind::text || shape == ShapeKind::number || shape == ShapeKind::date;
  }
  return false;
}

std::string with_digits(std::string_view text, model::Digits digits) {
  if (digits == Digits::thai) return utf8::with_thai_digits(text);
  if (digits == Digits::as_is) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (utf8::is_thai_digit(decoded.character)) {
      result += static_cast<char>('0' + (decoded.character - utf8::decode(thai_zero, 0).character));
    } else {
      result += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
  return result;
}

std::string prose_with_digits(std::string_view text, model::Digits digits) {
  if (digits == Digits::as_is) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find_first_of(" \n", at), text.size());
    result += converted_token(text.substr(at, space - at), digits);
    if (space < text.size()) result += text[space];
    at = space + 1;
  }
  return result;
}

}  // namespace krut::layout
