#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

/// Slips that only somebody who knows the words can see.
namespace krut::data::hygiene {

/// A spelling that is never right, not even where two words meet, and what is meant. A space in `wrong` tears a word;
/// it may be `right` twice; a full stop at the end of `right` is the one that an abbreviation lacks. Right is what the
/// Royal Institute's dictionary and its list of words from other languages have.
struct Slip {
  std::u32string_view wrong;
  std::u32string_view right;

  [[nodiscard]] constexpr bool is_torn_word() const { return wrong.find(U' ') != std::u32string_view::npos; }
  [[nodiscard]] constexpr bool is_doubled_word() const {
    return wrong.size() == 2 * right.size() && wrong.starts_with(right) && wrong.ends_with(right);
  }
  [[nodiscard]] constexpr bool is_abbreviation() const { return right.ends_with(U'.'); }
};

/// All of them, each once.
[[nodiscard]] std::span<const Slip> known_slips();

/// Finds all slips in one walk over a text, whatever their number (Aho and Corasick, 1975).
class SlipFinder {
 public:
  /// `slips` must outlive the finder and hold only Thai characters, spaces and full stops.
  explicit SlipFinder(std::span<const Slip> slips);

  /// Calls `found` with each slip that stands in `text` as more than the beginning of another word, and the place of
  /// its first character. Of slips that overlap, the one that ends first is told.
  void find(std::u32string_view text, const std::function<void(const Slip&, std::size_t first)>& found) const;

 private:
  using State = std::uint16_t;

  void add(std::u32string_view word, std::uint16_t number);
  void link();

  std::span<const Slip> slips_;
  std::vector<State> next_;           ///< of each state and character
  std::vector<std::uint16_t> ended_;  ///< the longest slip that ends in a state, counted from 1; 0 is none
};

/// The finder of `known_slips`, made at its first use.
[[nodiscard]] const SlipFinder& known_slip_finder();

}  // namespace krut::data::hygiene
