#include "picture/svg_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace krut::picture {

namespace {

constexpr std::size_t most_shown = 60;  ///< characters of what is told
constexpr std::string_view white_space = " \t\n\r\f";

/// The number at the front, taken away; nothing when there is none.
std::optional<double> take_number(std::string_view& text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const bool begins = !text.empty() && (std::isdigit(static_cast<unsigned char>(text.front())) != 0 ||
                                        text.front() == '-' || text.front() == '.');
  if (!begins) return std::nullopt;
  double number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

std::string shown(std::string_view text) {
  constexpr std::size_t most_bytes_of_character = 4;
  std::u32string characters = utf8::to_utf32(text.substr(0, (most_shown + 1) * most_bytes_of_character));
  std::replace_if(
      characters.begin(), characters.end(), [](char32_t c) { return c < U' '; }, U' ');
  if (characters.size() > most_shown) {
    characters.resize(most_shown);
    characters += U'…';
  }
  return utf8::from_utf32(characters);
}

std::optional<std::vector<double>> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (text = trimmed(text); !text.empty();) {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    const std::size_t next = text.find_first_not_of(" \t\n\r\f,");
    text.remove_prefix(std::min(next, text.size()));
  }
  return numbers;
}

std::optional<double> length_in(std::string_view text) {
  constexpr double per_inch = 96;
  constexpr std::array<std::pair<std::string_view, double>, 7> units = {{{"", 1},
                                                                         {"px", 1},
                                                                         {"pt", per_inch / 72},
                                                                         {"pc", per_inch / 6},
                                                                         {"in", per_inch},
                                                                         {"cm", per_inch / 2.54},
                                                                         {"mm", per_inch / 25.4}}};
  text = trimmed(text);
  const auto number = take_number(text);
  const std::string name = folded(trimmed(text));
  for (const auto& [unit, size] : units) {
    if (number && name == unit) return *number * size;
  }
  return std::nullopt;
}

}  // namespace krut::picture
