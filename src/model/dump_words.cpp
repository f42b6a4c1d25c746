#include "model/dump_words.h"

namespace krut::model {

std::string dump_points(Length length) {
  constexpr std::int64_t parts = 1'000;
  const std::int64_t thousandths = length.scaled(parts, Length::emu_per_point).in_emu();
  const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
  std::string text = (thousandths < 0 ? "-" : "") + std::to_string(size / parts);
  if (size % parts == 0) return text;
  const std::string decimals = std::to_string(parts + size % parts).substr(1);
  return text + '.' + decimals.substr(0, decimals.find_last_not_of('0') + 1);
}

std::string dump_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

}  // namespace krut::model
