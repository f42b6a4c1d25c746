#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace krut::text {

/// What an invisible character asks for between two characters.
enum class Asked : std::uint8_t { breakable, joined };

/// A wish of the author, told by an invisible character.
struct Wish {
  std::size_t before = 0;  ///< index of the character it stands before
  Asked asked = Asked::breakable;
};

/// The characters of the spans between two forced line ends, in one row; invisible characters are taken out and what
/// they ask for is kept. Reused from line to line for its memory.
struct LineText {
  std::string bytes;                   ///< UTF-8
  std::u32string characters;           ///< the same
  std::vector<std::uint32_t> offsets;  ///< of each character in `bytes`, and of the end
  std::vector<std::uint32_t> spans;    ///< index of the span of each character
  std::vector<Wish> wishes;            ///< in order

  [[nodiscard]] std::size_t size() const { return characters.size(); }
  /// Bytes of the characters [first, last).
  [[nodiscard]] std::string_view bytes_of(std::size_t first, std::size_t last) const {
    return std::string_view(bytes).substr(offsets[first], offsets[last] - offsets[first]);
  }

  void clear();
  /// A mark that opens a span belongs to the span before: it cannot be set apart from its letter.
  void append(const std::string& text, std::uint32_t span);
};

/// True for combining marks and variation selectors outside the Thai block.
[[nodiscard]] bool is_combining(char32_t character);
/// True for the spaces of U+2000 and after at which a line may end.
[[nodiscard]] bool is_rare_space(char32_t character);
/// True for a character that leaves no mark on paper, so that no face need have it.
[[nodiscard]] bool is_default_ignorable(char32_t character);

/// True for a character that is drawn on the one before: Thai marks and SARA AM, and combining marks.
[[nodiscard]] inline bool is_extending(char32_t character) {
  constexpr char32_t first_combining = 0x0300;
  constexpr char32_t sara_am = 0x0E33;
  if (character < first_combining) return false;
  if (utf8::is_thai(character)) return utf8::is_thai_mark(character) || character == sara_am;
  return is_combining(character);
}

/// True for a space at which a line may end.
/// ☐ ☑ ☒
[[nodiscard]] inline bool is_box(char32_t character) { return character >= 0x2610 && character <= 0x2612; }
[[nodiscard]] inline bool is_space(char32_t character) {
  constexpr char32_t first_rare_space = 0x2000;
  return character == ' ' || (character >= first_rare_space && is_rare_space(character));
}

}  // namespace krut::text
