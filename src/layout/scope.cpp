#include "layout/scope.h"

#include <algorithm>

#include "layout/decimals.h"

namespace krut::layout {

namespace {

/// Lists replaced by their elements.
std::vector<data::Value> unfolded(const std::vector<data::Value>& values) {
  std::vector<data::Value> result;
  for (const data::Value& value : values) {
    if (value.kind() != data::Kind::array) result.push_back(value);
    for (std::size_t i = 0; value.kind() == data::Kind::array && i < value.size(); ++i) {
      result.push_back(value.element(i));
    }
  }
  return result;
}

}  // namespace

std::pair<data::Value, std::size_t> Scope::start_of(const Path& path) const {
  for (auto each = variables_.rbegin(); each != variables_.rend(); ++each) {
    if (each->first == path.keys.front()) return {each->second, 1};
  }
  return {root_, 0};
}

std::optional<data::Value> Scope::value(const Path& path) const {
  const auto [start, taken] = start_of(path);
  std::optional<data::Value> current = start;
  for (std::size_t next = taken; current && next < path.keys.size(); ++next) {
    current = current->member(path.keys[next]);
  }
  if (current && current->kind() == data::Kind::null) return std::nullopt;
  return current;
}

std::vector<data::Value> Scope::values(const Path& path) const {
  const auto [start, taken] = start_of(path);
  std::vector<data::Value> found{start};
  for (std::size_t next = taken; next < path.keys.size(); ++next) {
    std::vector<data::Value> members;
    for (const data::Value& owner : unfolded(found)) {
      const auto member = owner.member(path.keys[next]);
      if (member && member->kind() != data::Kind::null) members.push_back(*member);
    }
    found = std::move(members);
  }
  return found;
}

std::vector<data::Value> Scope::elements(const Path& path) const {
  std::vector<data::Value> lists = values(path);
  const auto is_no_list = [](const data::Value& value) { return value.kind() != data::Kind::array; };
  lists.erase(std::remove_if(lists.begin(), lists.end(), is_no_list), lists.end());
  return unfolded(lists);
}

std::optional<int> Scope::counter(const Path& path) const {
  if (path.keys.size() != 1) return std::nullopt;
  for (auto each = counters_.rbegin(); each != counters_.rend(); ++each) {
    if (each->first == path.keys.front()) return each->second;
  }
  return std::nullopt;
}

bool Scope::holds(const Condition& condition) const {
  const auto part_holds = [&](const Condition& part) { return holds(part); };
  switch (condition.kind) {
    case Condition::Kind::present:
      return is_there(condition);
    case Condition::Kind::absent:
      return !is_there(condition);
    case Condition::Kind::comparison:
      return compares(condition);
    case Condition::Kind::all:
      return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Condition::Kind::any:
      return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Condition::Kind::negation:
      return !holds(condition.parts.front());
    case Condition::Kind::always:
      return true;
    case Condition::Kind::never:
      break;
  }
  return false;
}

bool Scope::is_there(const Condition& condition) const {
  if (condition.function != Function::none) return result(condition.function, condition.path) != "0";
  if (counter(condition.path)) return true;
  const std::vector<data::Value> found = values(condition.path);
  return std::any_of(found.begin(), found.end(), [&](const data::Value& value) {
    return is_something(value) && (condition.filters.empty() || prints(value, condition.filters));
  });
}

/// Of a value that a filter cannot read, printing tells.
bool Scope::prints(const data::Value& value, const std::vector<FilterCall>& filters) const {
  std::string text = value.text();
  if (text.empty()) return true;
  for (const FilterCall& call : filters) {
    const auto argument = call.path ? this->value(*call.path) : std::nullopt;
    if (call.path && !argument) return false;
    auto filtered = call.filter->run(text, argument ? argument->text() : call.argument, model::Digits::as_is);
    if (!filtered) return true;
    text = std::move(*filtered);
  }
  return !text.empty();
}

std::vector<std::string> Scope::texts(Function function, const Path& path) const {
  if (function != Function::none) {
    const auto made = result(function, path);
    return made ? std::vector{*made} : std::vector<std::string>();
  }
  if (const auto number = counter(path)) return {std::to_string(*number)};
  std::vector<std::string> texts;
  for (const data::Value& value : values(path)) texts.push_back(value.text());
  return texts;
}

bool Scope::compares(const Condition& condition) const {
  const std::vector<std::string> left = texts(condition.function, condition.path);
  const std::vector<std::string> right =
      condition.other ? texts(Function::none, *condition.other) : std::vector{condition.literal};
  const bool is_denial = condition.comparison == Comparison::not_equal;
  const Comparison wanted = is_denial ? Comparison::equal : condition.comparison;
  const bool is_found = std::any_of(left.begin(), left.end(), [&](const std::string& a) {
    return std::any_of(right.begin(), right.end(), [&](const std::string& b) { return is_so(a, wanted, b); });
  });
  return is_found != is_denial;
}

std::optional<std::string> Scope::result(Function function, const Path& path) const {
  if (function == Function::count) return std::to_string(elements(path).size());
  std::vector<std::string> decimals;
  for (const data::Value& value : texts_under(path)) decimals.push_back(value.text());
  return sum_of_decimals(decimals);
}

std::vector<data::Value> Scope::texts_under(const Path& path) const {
  std::vector<data::Value> found = unfolded(values(path));
  const auto is_empty = [](const data::Value& value) { return value.text().empty(); };
  found.erase(std::remove_if(found.begin(), found.end(), is_empty), found.end());
  return found;
}

bool is_something(const data::Value& value) {
  switch (value.kind()) {
    case data::Kind::null:
      return false;
    case data::Kind::boolean:
      return value.boolean();
    case data::Kind::text:
      return !value.text().empty();
    case data::Kind::array:
    case data::Kind::object:
      return value.size() > 0;
    case data::Kind::number:
      break;
  }
  return true;
}

}  // namespace krut::layout
