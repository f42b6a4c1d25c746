#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "base/length.h"
#include "text/setter.h"
#include "text/word_parts.h"

namespace krut::typeset {

/// What is left of a word that is wider than its lines while parts are cut off its front: between the words that make
/// it up and between syllables, so that its lines are filled alike; only where no syllable fits, between letters.
class WordRest {
 public:
  [[nodiscard]] bool is_empty() const { return runs_.empty(); }
  [[nodiscard]] Length width() const { return width_; }

  /// Takes the runs of `word` out of it.
  void take(text::Piece& word);
  /// A part that fits a line. Nothing is left where all of it goes there.
  [[nodiscard]] text::Piece cut(Length room);
  /// Gives to `word` what is left.
  void give_back(text::Piece& word);

 private:
  /// A stretch of letters that nothing parts.
  struct Cluster {
    char32_t first = 0;  ///< its first character
    Length width;
    text::InnerEdge edge = text::InnerEdge::none;  ///< before it
  };
  /// Where the word is cut, counted in clusters: what stays on the line, and the spaces behind it.
  struct Cut {
    std::size_t letters = 0;
    std::size_t spaces = 0;
  };

  void note_clusters();
  [[nodiscard]] std::size_t left() const { return clusters_.size() - at_; }
  [[nodiscard]] char32_t first_of(std::size_t index) const { return clusters_[at_ + index].first; }
  [[nodiscard]] std::size_t count_within(Length room) const;
  [[nodiscard]] std::int64_t price_at(std::size_t index) const;
  [[nodiscard]] bool may_cut(std::size_t index) const;
  [[nodiscard]] Cut best_cut(Length room) const;
  [[nodiscard]] Cut cut_at_space(std::size_t most) const;
  [[nodiscard]] std::size_t cut_between_letters(std::size_t most) const;
  [[nodiscard]] std::size_t cut_between_syllables(std::size_t most, Length room) const;
  [[nodiscard]] std::size_t cut_into_few(Length room) const;

  std::deque<text::Run> runs_;
  Length width_;
  std::vector<Cluster> clusters_;  ///< of the whole word
  std::size_t at_ = 0;             ///< of them are cut off
  bool has_edges_ = false;
};

}  // namespace krut::typeset
