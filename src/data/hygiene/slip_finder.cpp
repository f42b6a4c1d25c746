#include <algorithm>
#include <deque>
#include <string>

#include "data/hygiene/paper.h"
#include "data/hygiene/slips.h"

namespace krut::data::hygiene {

namespace {

constexpr char32_t first_thai = 0x0E01;
constexpr char32_t last_thai = 0x0E5B;
// What a slip may be spelt with, as columns of the table; column 0 is everything else.
constexpr std::size_t space_column = last_thai - first_thai + 2;
constexpr std::size_t stop_column = space_column + 1;
constexpr std::size_t columns = stop_column + 1;

constexpr std::size_t column_of(char32_t c) {
  if (c >= first_thai && c <= last_thai) return c - first_thai + 1;
  if (c == U' ') return space_column;
  return c == U'.' ? stop_column : 0;
}

/// Whether what stands around [first, end) lets the slip be one: no longer word goes on behind it, and none began.
bool stands_alone(std::u32string_view text, std::size_t first, std::size_t end, const Slip& slip) {
  const char32_t next = end < text.size() ? text[end] : U' ';
  const char32_t before = first > 0 ? text[first - 1] : U' ';
  if (slip.is_abbreviation()) {
    const bool has_stop = next == U'.' && slip.right.starts_with(slip.wrong);
    return !has_stop && before != U'.' && !is_thai_letter(next);
  }
  return !leans_on_what_stands_before(next) && !is_leading_vowel(before);
}

}  // namespace

SlipFinder::SlipFinder(std::span<const Slip> slips) : slips_(slips), next_(columns), ended_(1) {
  for (std::size_t i = 0; i < slips.size(); ++i) add(slips[i].wrong, static_cast<std::uint16_t>(i + 1));
  link();
}

void SlipFinder::add(std::u32string_view word, std::uint16_t number) {
  std::size_t state = 0;
  for (const char32_t c : word) {
    const std::size_t at = state * columns + column_of(c);
    if (next_[at] == 0) {
      next_[at] = static_cast<State>(ended_.size());
      next_.resize(next_.size() + columns);
      ended_.push_back(0);
    }
    state = next_[at];
  }
  ended_[state] = number;
}

/// Lets each state go on, where its own word does not, as the longest end of it that begins a word.
void SlipFinder::link() {
  std::vector<State> shorter(ended_.size());
  std::deque<State> waiting = {0};
  while (!waiting.empty()) {
    const State state = waiting.front();
    waiting.pop_front();
    for (std::size_t column = 1; column < columns; ++column) {
      State& next = next_[state * columns + column];
      const State instead = state == 0 ? State{0} : next_[shorter[state] * columns + column];
      if (next == 0) {
        next = instead;
        continue;
      }
      shorter[next] = instead;
      if (ended_[next] == 0) ended_[next] = ended_[instead];
      waiting.push_back(next);
    }
  }
}

void SlipFinder::find(std::u32string_view text, const std::function<void(const Slip&, std::size_t)>& found) const {
  std::size_t state = 0;
  std::size_t told_until = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    state = next_[state * columns + column_of(text[i])];
    if (ended_[state] == 0) continue;
    const Slip& slip = slips_[ended_[state] - 1U];
    const std::size_t first = i + 1 - slip.wrong.size();
    if (first < told_until || !stands_alone(text, first, i + 1, slip)) continue;
    found(slip, first);
    told_until = i + 1;
  }
}

const SlipFinder& known_slip_finder() {
  static const SlipFinder finder(known_slips());
  return finder;
}

}  // namespace krut::data::hygiene
