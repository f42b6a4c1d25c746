#pragma once

#include <cstddef>
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
  /// Every value the path leads to, through each element of the lists on the way.
  [[nodiscard]] std::vector<data::Value> values(const Path& path) const;
  /// The elements of every list the path leads to.
  [[nodiscard]] std::vector<data::Value> elements(const Path& path) const;
  /// Nothing when the path is no counter's name.
  [[nodiscard]] std::optional<int> counter(const Path& path) const;
  [[nodiscard]] bool holds(const Condition& condition) const;
  /// What a function makes of the values that the path leads to; nothing where one of a sum is no decimal.
  [[nodiscard]] std::optional<std::string> result(Function function, const Path& path) const;

  /// The values of the path, lists replaced by their elements, without those that are empty.
  [[nodiscard]] std::vector<data::Value> texts_under(const Path& path) const;

  void push(const std::string& variable, data::Value value) { variables_.emplace_back(variable, value); }
  void pop() { variables_.pop_back(); }
  void push_counter(const std::string& name, int number) { counters_.emplace_back(name, number); }
  void pop_counter() { counters_.pop_back(); }

 private:
  [[nodiscard]] bool is_there(const Condition& condition) const;
  /// Whether the filters make something of the value.
  [[nodiscard]] bool prints(const data::Value& value, const std::vector<FilterCall>& filters) const;
  [[nodiscard]] bool compares(const Condition& condition) const;
  /// Of every value that an operand stands for.
  [[nodiscard]] std::vector<std::string> texts(Function function, const Path& path) const;
  /// Where the path starts, and how many of its keys that took.
  [[nodiscard]] std::pair<data::Value, std::size_t> start_of(const Path& path) const;

  data::Value root_;
  std::vector<std::pair<std::string, data::Value>> variables_;
  std::vector<std::pair<std::string, int>> counters_;
};

/// False for empty text, an empty list, an empty object and false.
[[nodiscard]] bool is_something(const data::Value& value);

}  // namespace krut::layout
