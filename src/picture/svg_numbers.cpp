#include "picture/svg_numbers.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/limits.h"
#include "picture/svg_text.h"

namespace krut::picture {

namespace {

constexpr double most_units = 10'000'000;
constexpr double longest_radius = 10'000;  ///< of a blur or of thickening, in user units
constexpr double least_dash = 0.0001;      ///< of all dashes and gaps together, in user units

template <typename Holds>
bool all_hold(std::string_view value, std::size_t most, Holds holds) {
  const auto numbers = numbers_in(value);
  return numbers && numbers->size() <= most && std::all_of(numbers->begin(), numbers->end(), holds);
}

bool is_dash_bearable(std::string_view value) {
  const auto dashes = numbers_in(value);
  if (!dashes || dashes->empty()) return true;  // "none", "inherit", percentages
  double whole = 0;
  for (const double dash : *dashes) whole += std::abs(dash);
  return whole == 0 || whole >= least_dash;
}

}  // namespace

double points_in(std::string_view path) {
  // Two numbers make a point; some commands want one only, or a letter alone.
  double marks = 0;
  bool is_in_number = false;
  for (const char c : path) {
    const bool is_of_number = std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
    if (is_of_number && !is_in_number) ++marks;
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) ++marks;
    is_in_number = is_of_number;
  }
  return marks / 2;
}

bool is_number_bearable(std::string_view element, std::string_view attribute, std::string_view value) {
  if (attribute == "order") {
    return all_hold(value, 2, [](double n) { return n >= 1 && n <= static_cast<double>(limits::svg_kernel); });
  }
  if (attribute == "numOctaves") {
    return all_hold(value, 1, [](double n) { return n >= 0 && n <= static_cast<double>(limits::svg_octaves); });
  }
  if (attribute == "stdDeviation" || (attribute == "radius" && element == "feMorphology")) {
    return all_hold(value, 2, [](double n) { return n >= 0 && n <= longest_radius; });
  }
  if (attribute == "viewBox") {
    return all_hold(value, 4, [](double n) { return std::abs(n) <= most_units; });
  }
  if (attribute == "stroke-dasharray") return is_dash_bearable(value);
  return true;
}

}  // namespace krut::picture
