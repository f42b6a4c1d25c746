#pragma once

#include <map>
#include <memory>
#include <string>

#include "data/checked_data.h"
#include "data/pattern.h"

namespace krut::data {

/// Values that even the smallest data counts as having, where `limits::value_checks` is held against it.
inline constexpr std::size_t fewest_values_counted = 256;

/// Alternatives inside alternatives take more looks at the data than `limits::value_checks` allows.
struct TooManyChecks {};

/// The patterns of a schema, made ready, by what is written.
using Patterns = std::map<std::string, std::shared_ptr<const Pattern>>;

/// The JSON Schema validator of the house's choice: says yes or no to data, by the letter of draft 7. `format` is an
/// annotation to it; dates are ours to check. Its own way with a `pattern`, std::regex, takes time and stack without
/// bounds, so that it asks `Pattern` instead.
class Judge {
 public:
  /// Throws std::exception when the validator cannot work with the schema.
  /// `patterns` holds every one that stands in the schema.
  Judge(const std::string& schema, const Patterns& patterns);
  ~Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  /// What the validator holds against the data, in its own words; empty when it accepts. Throws TooManyChecks where it
  /// finds no end.
  [[nodiscard]] std::string objection(const Json& data) const;

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

}  // namespace krut::data
