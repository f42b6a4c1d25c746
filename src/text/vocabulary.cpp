#include "text/vocabulary.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

namespace krut::text {

namespace {

using WordTable = std::span<const std::u32string_view>;

/// The character at `index`, counted from `end`.
char32_t letter(std::u32string_view text, std::size_t index, End end) {
  return text[end == End::front ? index : text.size() - 1 - index];
}

/// The characters that the words of a list begin with, as they are read from one end. Most look-ups end here.
class FirstLetters {
 public:
  FirstLetters(WordTable table, End end) {
    for (const std::u32string_view word : table) letters_.set(index_of(letter(word, 0, end)));
  }
  [[nodiscard]] bool has(char32_t c) const { return letters_[index_of(c)]; }

 private:
  static constexpr char32_t thai_block = 0x0E00;
  static constexpr std::size_t block_size = 0x80;

  /// All that is not Thai is one.
  static std::size_t index_of(char32_t c) { return std::min<std::size_t>(c - thai_block, block_size); }

  std::bitset<block_size + 1> letters_;
};

using BothEnds = std::array<FirstLetters, 2>;

const FirstLetters& first_letters(Words words, End end) {
  static const std::vector<BothEnds> letters = [] {
    std::vector<BothEnds> made;
    for (std::size_t i = 0; i < word_list_count; ++i) {
      const auto list = static_cast<Words>(i);
      const auto at = [&](End from) { return FirstLetters(word_list(list, from), from); };
      made.push_back({at(End::front), at(End::back)});
    }
    return made;
  }();
  return letters[static_cast<std::size_t>(words)][static_cast<std::size_t>(end)];
}

/// Those of `table` that have `wanted` at `index`. They are the same before it.
WordTable with_letter(WordTable table, std::size_t index, char32_t wanted, End end) {
  const auto is_before = [&](std::u32string_view word, char32_t c) { return letter(word, index, end) < c; };
  const auto is_behind = [&](char32_t c, std::u32string_view word) { return c < letter(word, index, end); };
  const auto first = std::lower_bound(table.begin(), table.end(), wanted, is_before);
  return {first, std::upper_bound(first, table.end(), wanted, is_behind)};
}

std::size_t longest_at(End end, Words words, std::u32string_view text) {
  if (text.empty() || !first_letters(words, end).has(letter(text, 0, end))) return 0;
  WordTable table = word_list(words, end);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < text.size() && !table.empty(); ++i) {
    table = with_letter(table, i, letter(text, i, end), end);
    if (table.empty() || table.front().size() > i + 1) continue;
    longest = i + 1;
    table = table.subspan(1);
  }
  return longest;
}

}  // namespace

std::size_t opens_with(Words words, std::u32string_view text) { return longest_at(End::front, words, text); }
std::size_t closes_with(Words words, std::u32string_view text) { return longest_at(End::back, words, text); }

}  // namespace krut::text
