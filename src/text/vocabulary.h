#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace krut::text {

/// Lists of words that decide where a line may end. Each is a section of words.txt.
enum class Words {
  whole,      ///< never broken inside, whatever the dictionary says
  compounds,  ///< words of words, broken inside only in need
  prefixes,   ///< stay with the word after them
  suffixes,   ///< stay with the word before them
  units,      ///< held to the number before them
  labels,     ///< hold the number after them
  measures,  ///< labels whose number counts something and holds its unit: รอบ ๖ เดือน, unlike ข้อ ๖
  months,       ///< names and abbreviations
  eras,         ///< พ.ศ. and its kin
  titles,       ///< before a person's name
  not_titles,   ///< words that only begin like a title
  after_nayok,  ///< what follows นายก where it is no name
  places,       ///< before the name of a place
  connectives,  ///< lead on to what follows, so that a line had better not end with them
  not_names,    ///< words after a title or place word that show that no name follows
};

inline constexpr std::size_t word_list_count = 15;

/// The end of a text that words are looked for at.
enum class End { front, back };

/// The words of a section, in the order of their characters as they are read from that end.
[[nodiscard]] std::span<const std::u32string_view> word_list(Words words, End end);

/// Number of characters of the longest word of the list with which `text` opens; 0 when there is none.
[[nodiscard]] std::size_t opens_with(Words words, std::u32string_view text);
/// Number of characters of the longest word of the list with which `text` closes; 0 when there is none.
[[nodiscard]] std::size_t closes_with(Words words, std::u32string_view text);

}  // namespace krut::text
