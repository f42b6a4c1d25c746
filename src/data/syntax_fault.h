#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"

namespace krut::data {

/// What the reader took in last, so that it is known what may follow.
enum class Step { nothing, array_open, object_open, key, value };

/// Where reading stopped.
struct Halt {
  std::string_view text;
  std::size_t offset = 0;         ///< behind what was taken in last
  Step last = Step::nothing;      ///< what that was
  char closer = '\0';             ///< ']' or '}' when an array or object is open, else 0
  std::size_t opener_offset = 0;  ///< where that array or object was opened
  int opener_line = 0;
};

/// A fault of syntax: its place and a sentence that helps to mend it.
struct SyntaxFault {
  std::size_t offset = 0;
  std::string code = "data.syntax";
  Bilingual message;
  Bilingual hint;
};

/// Says what is wrong with the first thing behind `halt.offset` that JSON (RFC 8259) does not allow there.
[[nodiscard]] SyntaxFault explain_syntax(const Halt& halt);

}  // namespace krut::data
