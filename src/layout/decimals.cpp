#include "layout/decimals.h"

#include <algorithm>

namespace krut::layout {

namespace {

/// A decimal as a whole number of units, `places` of whose digits stand behind the point.
struct Scaled {
  bool is_negative = false;
  std::string digits;  ///< the highest first
  std::size_t places = 0;
};

bool are_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_decimal_digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Scaled> read(std::string_view text) {
  Scaled scaled;
  scaled.is_negative = text.starts_with('-');
  if (scaled.is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (!are_digits(whole) || (point != std::string_view::npos && !are_digits(fraction))) return std::nullopt;
  scaled.digits.append(whole).append(fraction);
  scaled.places = fraction.size();
  return scaled;
}

/// Both with the same digits before and behind the point.
void align(Scaled& a, Scaled& b) {
  const std::size_t places = std::max(a.places, b.places);
  for (Scaled* each : {&a, &b}) {
    each->digits.append(places - each->places, '0');
    each->places = places;
  }
  const std::size_t size = std::max(a.digits.size(), b.digits.size());
  for (Scaled* each : {&a, &b}) each->digits.insert(0, size - each->digits.size(), '0');
}

/// Of digits of one length.
std::string added(const std::string& a, const std::string& b) {
  std::string sum(a.size() + 1, '0');
  int carry = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int digit = (a[i] - '0') + (b[i] - '0') + carry;
    sum[i + 1] = static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  sum[0] = static_cast<char>('0' + carry);
  return sum;
}

/// Of digits of one length, the larger first.
std::string taken_away(const std::string& larger, const std::string& smaller) {
  std::string rest(larger.size(), '0');
  int borrowed = 0;
  for (std::size_t i = larger.size(); i-- > 0;) {
    const int digit = (larger[i] - '0') - (smaller[i] - '0') - borrowed;
    borrowed = digit < 0 ? 1 : 0;
    rest[i] = static_cast<char>('0' + digit + borrowed * 10);
  }
  return rest;
}

Scaled add(Scaled a, Scaled b) {
  align(a, b);
  Scaled sum;
  sum.places = a.places;
  if (a.is_negative == b.is_negative) {
    sum.is_negative = a.is_negative;
    sum.digits = added(a.digits, b.digits);
  } else {
    const bool a_is_larger = a.digits >= b.digits;
    sum.is_negative = a_is_larger ? a.is_negative : b.is_negative;
    sum.digits = a_is_larger ? taken_away(a.digits, b.digits) : taken_away(b.digits, a.digits);
  }
  const std::size_t leading = std::min(sum.digits.find_first_not_of('0'), sum.digits.size() - sum.places - 1);
  sum.digits.erase(0, leading);
  return sum;
}

bool is_zero(const Scaled& scaled) { return scaled.digits.find_first_not_of('0') == std::string::npos; }

std::string text_of(const Scaled& scaled) {
  std::string text = scaled.digits;
  if (scaled.places > 0) text.insert(text.size() - scaled.places, ".");
  return scaled.is_negative && !is_zero(scaled) ? '-' + text : text;
}

}  // namespace

std::optional<int> compare_decimals(std::string_view a, std::string_view b) {
  const auto left = read(a);
  auto right = read(b);
  if (!left || !right) return std::nullopt;
  right->is_negative = !right->is_negative;
  const Scaled difference = add(*left, *right);
  if (is_zero(difference)) return 0;
  return difference.is_negative ? -1 : 1;
}

std::optional<std::string> sum_of_decimals(const std::vector<std::string>& decimals) {
  Scaled sum;
  sum.digits = "0";
  for (const std::string& each : decimals) {
    auto next = read(each);
    if (!next) return std::nullopt;
    sum = add(std::move(sum), std::move(*next));
  }
  return text_of(sum);
}

bool is_so(const std::string& a, Comparison comparison, const std::string& b) {
  const int order = compare_decimals(a, b).value_or(a.compare(b));
  switch (comparison) {
    case Comparison::equal:
      return order == 0;
    case Comparison::not_equal:
      return order != 0;
    case Comparison::less:
      return order < 0;
    case Comparison::at_most:
      return order <= 0;
    case Comparison::more:
      return order > 0;
    case Comparison::at_least:
      break;
  }
  return order >= 0;
}

}  // namespace krut::layout
