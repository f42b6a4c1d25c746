#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/line_text.h"
#include "text/thai_runs.h"
#include "text/traits.h"

namespace krut::text {

/// What a token is. The order means nothing.
enum class Kind : std::uint8_t {
  space,
  thai,        ///< Thai letters and the dots of abbreviations
  number,      ///< digits of any sort, with the separators between them
  latin,       ///< letters of other alphabets, with the digits after them
  repeat,      ///< ๆ
  shortening,  ///< ฯ after what it shortens
  et_cetera,   ///< ฯลฯ
  excellency,  ///< ฯพณฯ
  open,
  close,
  hyphen,
  dash,
  slash,
  comma,  ///< and its kin: ; : ! ?
  dot,
  ellipsis,
  percent,
  currency,  ///< before a number
  bullet,    ///< bullets and boxes to tick
  ideograph,
  glue,  ///< NO-BREAK SPACE and its kin
  symbol,
};

using Kinds = std::uint32_t;
[[nodiscard]] constexpr Kinds bit(Kind kind) { return Kinds{1} << static_cast<unsigned>(kind); }
inline constexpr Kinds any_kind = ~Kinds{0};

/// The smallest thing that the rules see.
struct Token {
  Kind kind = Kind::symbol;
  std::uint32_t begin = 0;  ///< characters of the line
  std::uint32_t end = 0;
  Traits opening = trait::plain;
  Traits closing = trait::plain;
  const ThaiRun* run = nullptr;  ///< of kind thai
  bool is_name = false;          ///< of kind thai: not to be broken inside
};

/// Cuts a line into tokens and gives them the traits that depend on their neighbours.
void find_tokens(const LineText& line, ThaiRuns& runs, std::vector<Token>& tokens, const Budget& budget);

}  // namespace krut::text
