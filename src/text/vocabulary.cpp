#include "text/vocabulary.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace krut::text {

namespace {

/// A table made ready for look-ups by length.
class WordSet {
 public:
  explicit WordSet(std::span<const std::u32string_view> table) : words_(table.begin(), table.end()) {
    for (const std::u32string_view word : table) longest_ = std::max(longest_, word.size());
  }

  [[nodiscard]] std::size_t opening(std::u32string_view text) const {
    std::size_t length = std::min(longest_, text.size());
    while (length > 0 && words_.count(text.substr(0, length)) == 0) --length;
    return length;
  }
  [[nodiscard]] std::size_t closing(std::u32string_view text) const {
    std::size_t length = std::min(longest_, text.size());
    while (length > 0 && words_.count(text.substr(text.size() - length)) == 0) --length;
    return length;
  }

 private:
  std::unordered_set<std::u32string_view> words_;
  std::size_t longest_ = 0;
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
