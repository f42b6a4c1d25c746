#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace krut::text {

/// What an invisible character asks for between two characters.
enum class Asked : std::uint8_t { nothing, breakable, joined };

/// The characters of the spans between two forced line ends, in one row; invisible characters are taken out and what
/// they ask for is kept. Reused from line to line for its memory.
struct LineText {
  std::string bytes;                   ///< UTF-8
  std::u32string characters;           ///< the same
  std::vector<std::uint32_t> offsets;  ///< of each character in `bytes`, and of the end
  std::vector<std::uint32_t> spans;    ///< index of the span of each character
  std::vector<Asked> asked_before;     ///< of each character, and of the end
  bool asks = false;                   ///< some character asks

  [[nodiscard]] std::size_t size() const { return characters.size(); }
  /// Bytes of the characters [first, last).
  [[nodiscard]] std::string_view bytes_of(std::size_t first, std::size_t last) const {
    return std::string_view(bytes).substr(offsets[first], offsets[last] - offsets[first]);
  }

  void clear();
  /// A mark that opens a span belongs to the span before: it cannot be set apart from its letter.
  void append(const std::string& text, std::uint32_t span);
};

/// True for a character that is drawn on the one before: Thai marks and SARA AM, combining marks, variation selectors.
[[nodiscard]] bool is_extending(char32_t character);
/// True for a space at which a line may end.
[[nodiscard]] bool is_space(char32_t character);
/// True for a character that leaves no mark on paper, so that no face need have it.
[[nodiscard]] bool is_default_ignorable(char32_t character);

}  // namespace krut::text
