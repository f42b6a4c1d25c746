#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace krut::data {

/// A line and a column as people count them: from 1, columns in characters.
struct Position {
  int line = 1;
  int column = 1;
};

/// Turns byte offsets of a text into lines and columns, at the same cost anywhere in it, however long its lines are.
class Places {
 public:
  /// `start` is the offset of the first character that counts: behind a byte order mark.
  Places(std::string_view text, std::size_t start);

  /// `offset` may be the text's size. `text` is the one given to the constructor.
  [[nodiscard]] Position at(std::string_view text, std::size_t offset) const;
  /// The offset of the character that stands `characters` behind the one at `offset`.
  [[nodiscard]] std::size_t behind(std::string_view text, std::size_t offset, std::size_t characters) const;

 private:
  [[nodiscard]] std::size_t characters_before(std::string_view text, std::size_t offset) const;

  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> characters_at_step_;  // characters that begin before each step of the text
};

}  // namespace krut::data
