#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "text/lexicon.h"
#include "text/own_words.h"
#include "text/setter.h"

namespace krut::text {

/// Reads Thai letters as words: of all readings the one whose words are the most usual, and fewest. What no list knows
/// is read as syllables. Not for two threads at once.
class Segmenter {
 public:
  struct Edge {
    std::size_t place = 0;  ///< number of characters before it
    LineEnd line_end = LineEnd::allowed;
  };

  /// `own` may be null.
  explicit Segmenter(std::shared_ptr<const OwnWords> own = nullptr) : own_(std::move(own)) {}

  /// Appends the edges between the words of `letters`, which hold Thai letters only. `has_stop` says that a full stop
  /// follows, so that they may end with an abbreviation.
  void find(std::u32string_view letters, bool has_stop, std::vector<Edge>& edges);

 private:
  /// What a stretch of a reading is.
  enum class Sort : std::uint8_t {
    word,
    common_word,
    own_word,  ///< of our lists or the office's, or an abbreviation: never parted
    syllable,
    remnant
  };

  /// The best reading up to a place: where its last stretch begins.
  struct Step {
    Cost cost = 0;
    std::uint32_t from = 0;
    Sort sort = Sort::word;
  };

  /// Letters whose readings are looked for.
  struct Sought {
    std::u32string_view letters;
    bool has_stop = false;
    bool with_unknown = false;  ///< read also as what no list knows
  };

  static LineEnd end_between(Sort before, Sort behind);
  void note_places(std::u32string_view letters);
  void read(const Sought& sought);
  [[nodiscard]] bool is_read_as_words() const;
  void collect(std::u32string_view letters, std::vector<Edge>& edges);
  void collect_inside(std::u32string_view letters, std::size_t begin, std::size_t end, std::vector<Edge>& edges);
  void reach(std::size_t from, std::size_t size, Cost cost, Sort sort);
  void reach_words(std::u32string_view rest, std::size_t from);
  void reach_abbreviation(std::u32string_view rest, std::size_t from);
  void reach_unknown(std::u32string_view rest, std::size_t from);

  std::shared_ptr<const OwnWords> own_;
  std::vector<std::size_t> own_sizes_;
  std::vector<bool> may_part_;  ///< at each place
  std::vector<Step> steps_;
  std::vector<LexiconMatch> matches_;
  std::vector<Cost> inside_;         ///< of a word: the cost of the usual words up to each place
  std::vector<std::size_t> begins_;  ///< where the last of them begins
};

/// Whether a line may begin with the character at `at`, which is no mark, no following vowel, no silenced consonant.
[[nodiscard]] bool may_start_word(std::u32string_view run, std::size_t at);

}  // namespace krut::text
