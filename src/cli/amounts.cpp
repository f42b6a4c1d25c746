#include "cli/amounts.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

namespace krut::cli {

namespace {

struct Unit {
  std::string_view name;
  unsigned shift;
};

constexpr std::array<Unit, 8> units = {
    {{"", 0}, {"B", 0}, {"K", 10}, {"KiB", 10}, {"M", 20}, {"MiB", 20}, {"G", 30}, {"GiB", 30}}};

}  // namespace

std::optional<std::chrono::nanoseconds> seconds_in(std::string_view text) {
  constexpr double most = 100.0 * 365 * 24 * 60 * 60;
  double seconds = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed);
  const bool is_number = fault == std::errc() && end == text.data() + text.size();
  if (!is_number || !(seconds > 0) || seconds > most) return std::nullopt;
  return std::chrono::ceil<std::chrono::nanoseconds>(std::chrono::duration<double>(seconds));
}

std::string seconds_text(std::chrono::nanoseconds time) {
  constexpr std::int64_t second = 1'000'000'000;
  std::string text = std::to_string(time.count() / second);
  const std::string rest = std::to_string(second + time.count() % second).substr(1);
  if (const std::size_t last = rest.find_last_not_of('0'); last != std::string::npos) {
    text += '.' + rest.substr(0, last + 1);
  }
  return text;
}

std::optional<std::size_t> bytes_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || number == 0) return std::nullopt;
  const std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
  for (const Unit& unit : units) {
    if (name != unit.name) continue;
    if (number > std::numeric_limits<std::size_t>::max() >> unit.shift) return std::nullopt;
    return static_cast<std::size_t>(number) << unit.shift;
  }
  return std::nullopt;
}

std::optional<int> dots_in(std::string_view text) {
  constexpr int most = 99'999;
  int dots = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), dots);
  const bool is_number = fault == std::errc() && end == text.data() + text.size();
  return is_number && dots > 0 && dots <= most ? std::optional(dots) : std::nullopt;
}

}  // namespace krut::cli
