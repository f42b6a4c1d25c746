#include "text/line_breaker.h"

#include "base/utf8.h"

namespace krut::text {

void LineBreaker::find(const LineText& line, std::vector<LineEnd>& ends) {
  ends.assign(line.size(), LineEnd::never);
  const auto letter = [&](std::size_t i) {
    return line.characters[i] >= 0x0E01 && line.characters[i] <= 0x0E4E && line.characters[i] != 0x0E46 &&
           line.characters[i] != 0x0E2F && line.characters[i] != 0x0E3F;
  };
  std::vector<std::size_t> breaks;
  for (std::size_t i = 0; i < line.size();) {
    if (is_space(line.characters[i])) {
      ends[i] = i + 1 < line.size() && !is_space(line.characters[i + 1]) && i > 0 ? LineEnd::allowed : LineEnd::never;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && letter(end)) ++end;
    breaks.clear();
    if (end > i) dictionary_.find_breaks(std::u32string_view(line.characters).substr(i, end - i), breaks);
    for (const std::size_t place : breaks) ends[i + place - 1] = LineEnd::allowed;
    i = std::max(end, i + 1);
  }
}

}  // namespace krut::text
