#include "layout/scope.h"

#include <algorithm>

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
  if (condition.kind == Condition::Kind::always) return true;
  if (condition.kind == Condition::Kind::never) return false;
  const std::vector<data::Value> found = values(condition.path);
  const auto is_equal = [&](const data::Value& value) { return value.text() == condition.literal; };
  switch (condition.kind) {
    case Condition::Kind::present:
      return std::any_of(found.begin(), found.end(), is_something);
    case Condition::Kind::absent:
      return std::none_of(found.begin(), found.end(), is_something);
    case Condition::Kind::equal:
      return std::any_of(found.begin(), found.end(), is_equal);
    case Condition::Kind::always:
    case Condition::Kind::never:
      break;
  }
  return false;
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
