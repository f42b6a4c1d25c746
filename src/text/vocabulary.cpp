#include "text/vocabulary.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

namespace krut::text {

namespace {

/// For each Thai character the length of the longest word that has it at one end. Most look-ups end here.
class Longest {
 public:
  void note(char32_t end, std::size_t length) {
    std::size_t& longest = is_thai_block(end) ? by_character_[end - first_of_block] : of_others_;
    longest = std::max(longest, length);
  }
  [[nodiscard]] std::size_t at(char32_t end) const {
    return is_thai_block(end) ? by_character_[end - first_of_block] : of_others_;
  }

 private:
  static constexpr char32_t first_of_block = 0x0E00;
  static constexpr std::size_t block_size = 0x80;

  static bool is_thai_block(char32_t c) { return c >= first_of_block && c < first_of_block + block_size; }

  std::array<std::size_t, block_size> by_character_{};
  std::size_t of_others_ = 0;
};

/// A table made ready for look-ups by length.
class WordSet {
 public:
  explicit WordSet(std::span<const std::u32string_view> table) : words_(table.begin(), table.end()) {
    for (const std::u32string_view word : table) {
      longest_from_.note(word.front(), word.size());
      longest_to_.note(word.back(), word.size());
    }
  }

  [[nodiscard]] std::size_t opening(std::u32string_view text) const {
    if (text.empty()) return 0;
    std::size_t length = std::min(longest_from_.at(text.front()), text.size());
    while (length > 0 && words_.count(text.substr(0, length)) == 0) --length;
    return length;
  }
  [[nodiscard]] std::size_t closing(std::u32string_view text) const {
    if (text.empty()) return 0;
    std::size_t length = std::min(longest_to_.at(text.back()), text.size());
    while (length > 0 && words_.count(text.substr(text.size() - length)) == 0) --length;
    return length;
  }

 private:
  std::unordered_set<std::u32string_view> words_;
  Longest longest_from_;
  Longest longest_to_;
};

const WordSet& set_of(Words words) {
  static const std::vector<WordSet> sets = [] {
    std::vector<WordSet> made;
    for (std::size_t i = 0; i < word_list_count; ++i) made.emplace_back(word_list(static_cast<Words>(i)));
    return made;
  }();
  return sets[static_cast<std::size_t>(words)];
}

}  // namespace

std::size_t opens_with(Words words, std::u32string_view text) { return set_of(words).opening(text); }
std::size_t closes_with(Words words, std::u32string_view text) { return set_of(words).closing(text); }

}  // namespace krut::text
