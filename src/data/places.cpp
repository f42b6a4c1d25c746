#include "data/places.h"

#include <algorithm>

#include "base/utf8.h"

namespace krut::data {

namespace {

constexpr std::size_t step = 4'096;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

Places::Places(std::string_view text, std::size_t start) {
  line_starts_.push_back(static_cast<std::uint32_t>(start));
  for (std::size_t end = text.find('\n', start); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
  std::size_t characters = 0;
  for (std::size_t offset = 0; offset <= text.size(); offset += step) {
    characters_at_step_.push_back(static_cast<std::uint32_t>(characters));
    characters += utf8::count(text.substr(offset, step));
  }
}

std::size_t Places::characters_before(std::string_view text, std::size_t offset) const {
  const std::size_t index = offset / step;
  return characters_at_step_[index] + utf8::count(text.substr(index * step, offset - index * step));
}

std::size_t Places::behind(std::string_view text, std::size_t offset, std::size_t characters) const {
  const std::size_t wanted = characters_before(text, offset) + characters;
  // The last step with fewer characters before it than wanted, but none before `offset`.
  const auto after = std::upper_bound(characters_at_step_.begin(), characters_at_step_.end(), wanted);
  const auto index = static_cast<std::size_t>(after - characters_at_step_.begin() - 1);
  std::size_t at = std::max(offset, index * step);
  std::size_t met = at == offset ? wanted - characters : characters_at_step_[index];
  while (at < text.size() && is_continuation(text[at])) ++at;  // a step may begin inside a character
  for (; met < wanted && at < text.size(); ++met) at += utf8::decode(text, at).size;
  return at;
}

Position Places::at(std::string_view text, std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), static_cast<std::uint32_t>(offset));
  const auto line = std::max<std::ptrdiff_t>(after - line_starts_.begin(), 1);
  const std::size_t start = std::min<std::size_t>(line_starts_[static_cast<std::size_t>(line - 1)], offset);
  // Nearly all lines are shorter than a step.
  const std::size_t before = offset - start <= step ? utf8::count(text.substr(start, offset - start))
                                                    : characters_before(text, offset) - characters_before(text, start);
  return {static_cast<int>(line), static_cast<int>(before + 1)};
}

}  // namespace krut::data
