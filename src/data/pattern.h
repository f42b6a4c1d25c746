#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace krut::data {

/// A `pattern` of a schema: a regular expression of ECMAScript, run by RE2, so that no text and no pattern takes more
/// than time in proportion to the text. Immutable; any number of threads may ask at once.
class Pattern {
 public:
  /// Throws PatternFault when it is no regular expression, or one that RE2 does not know.
  explicit Pattern(std::string_view written);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Whether it matches anywhere in `text`, valid UTF-8, read as characters.
  [[nodiscard]] bool is_in(std::string_view text) const;

 private:
  struct Machine;
  std::unique_ptr<const Machine> machine_;
};

/// Why a pattern cannot be used, and what to do about it.
struct PatternFault {
  Bilingual message;
  Bilingual hint;
};

}  // namespace krut::data
