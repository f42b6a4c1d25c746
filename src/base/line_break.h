#pragma once

#include <cstddef>
#include <string_view>

namespace krut::utf8 {

/// A line break in a text: CR LF as one, CR, LF, VT (of Word), NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
struct LineBreak {
  std::size_t offset = 0;  ///< in bytes; the size of the text where there is none
  std::size_t size = 0;
};
/// The first one from the byte `from` on.
[[nodiscard]] LineBreak find_line_break(std::string_view text, std::size_t from);

/// Whether a character by itself breaks the line.
[[nodiscard]] constexpr bool is_line_break(char32_t c) {
  return c == 0x0A || c == 0x0B || c == 0x0D || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace krut::utf8
