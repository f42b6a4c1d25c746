#include "layout/filter_sets.h"
#include "layout/number_words.h"

#include <algorithm>

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

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

/// The word in parentheses that asks for หนึ่งร้อยหนึ่ง.
constexpr std::string_view last_one_is_nueng = "หนึ่ง";
constexpr std::size_t satang_digits = 2;

LastOne last_one_of(std::string_view argument) { return argument == last_one_is_nueng ? LastOne::nueng : LastOne::et; }

/// A sum of money, its satang as two digits; nothing when there are parts of a satang, so that none is lost unseen.
std::optional<Decimal> read_money(std::string_view text) {
  auto decimal = read_decimal(text);
  if (!decimal || decimal->fraction.size() > satang_digits) return std::nullopt;
  decimal->fraction.resize(satang_digits, '0');
  return decimal;
}

bool is_nought(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

std::string minus_word(const Decimal& decimal) { return decimal.sign.empty() ? "" : "ลบ"; }

Text amount(std::string_view text, std::string_view, Digits digits) {
  const auto money = read_money(text);
  if (!money) return std::nullopt;
  std::string result = money->sign + grouped(money->whole);
  if (!is_nought(money->fraction)) result += '.' + money->fraction;
  return with_digits(result, digits);
}

Text baht_text(std::string_view text, std::string_view argument, Digits) {
  const auto money = read_money(text);
  if (!money || money->whole.size() > most_digits_in_words) return std::nullopt;
  const LastOne last_one = last_one_of(argument);
  const bool has_satang = !is_nought(money->fraction);
  std::string words = minus_word(*money);
  if (!has_satang || !is_nought(money->whole)) words += thai_words(money->whole, last_one) + "บาท";
  return words + (has_satang ? thai_words(money->fraction, last_one) + "สตางค์" : "ถ้วน");
}

Text number_text(std::string_view text, std::string_view argument, Digits) {
  const auto decimal = read_decimal(text);
  if (!decimal || decimal->whole.size() > most_digits_in_words) return std::nullopt;
  if (decimal->fraction.size() > most_digits_in_words) return std::nullopt;
  const std::string whole = minus_word(*decimal) + thai_words(decimal->whole, last_one_of(argument));
  return decimal->has_point ? whole + "จุด" + thai_digit_names(decimal->fraction) : whole;
}

}  // namespace

std::vector<Filter> number_filters() {
  constexpr auto input = FilterInput::number;
  return {
      {"number", input, number, FilterArgument::places},
      {"amount", input, amount},
      {"baht-text", input, baht_text, FilterArgument::words, {last_one_is_nueng}},
      {"number-text", input, number_text, FilterArgument::words, {last_one_is_nueng}},
  };
}

}  // namespace krut::layout
