#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/checked_data.h"
#include "layout/expression.h"

namespace krut::layout {

/// The data with the variables of the loops being walked, innermost last.
class Scope {
 public:
  explicit Scope(data::Value root) : root_(root) {}

  /// Nothing when the path leads nowhere or to null.
  [[nodiscard]] std::optional<data::Value> value(const Path& path) const;
  [[nodiscard]] bool holds(const Condition& condition) const;

  void push(const std::string& variable, data::Value value) { variables_.emplace_back(variable, value); }
  void pop() { variables_.pop_back(); }

 private:
  data::Value root_;
  std::vector<std::pair<std::string, data::Value>> variables_;
};

/// False for empty text, an empty list, an empty object and false.
[[nodiscard]] bool is_something(const data::Value& value);

}  // namespace krut::layout
