#include "layout/number_words.h"

#include <array>

namespace krut::layout {

namespace {

constexpr std::size_t group_size = 6;
constexpr std::array<std::string_view, 10> names = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
constexpr std::array<std::string_view, group_size> places = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};

std::size_t value_of(char digit) { return static_cast<std::size_t>(digit - '0'); }

std::string_view without_zeros_in_front(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view() : digits.substr(first);
}

std::string tens(std::size_t value) {
  if (value == 1) return std::string(places[1]);
  return (value == 2 ? std::string("ยี่") : std::string(names[value])) + std::string(places[1]);
}

/// At most six digits, the first of them not zero.
std::string group_words(std::string_view digits, LastOne last_one) {
  std::string words;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t place = digits.size() - 1 - i;
    const std::size_t value = value_of(digits[i]);
    if (value == 0) continue;
    if (place == 1) {
      words += tens(value);
      continue;
    }
    const bool has_tens = digits.size() > 1 && digits[digits.size() - 2] != '0';
    const bool is_et = place == 0 && value == 1 && (last_one == LastOne::et ? digits.size() > 1 : has_tens);
    words += is_et ? std::string("เอ็ด") : std::string(names[value]) + std::string(places[place]);
  }
  return words;
}

std::string words_of(std::string_view digits, LastOne last_one) {
  digits = without_zeros_in_front(digits);
  if (digits.size() <= group_size) return group_words(digits, last_one);
  const std::size_t split = digits.size() - group_size;
  return words_of(digits.substr(0, split), last_one) + "ล้าน" + words_of(digits.substr(split), last_one);
}

}  // namespace

std::string thai_words(std::string_view digits, LastOne last_one) {
  const std::string words = words_of(digits, last_one);
  return words.empty() ? std::string(names[0]) : words;
}

std::string thai_digit_names(std::string_view digits) {
  std::string words;
  for (const char digit : digits) words += names[value_of(digit)];
  return words;
}

}  // namespace krut::layout
