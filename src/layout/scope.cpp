#include "layout/scope.h"

namespace krut::layout {

std::optional<data::Value> Scope::value(const Path& path) const {
  std::optional<data::Value> current = root_;
  std::size_t next = 0;
  for (auto each = variables_.rbegin(); each != variables_.rend(); ++each) {
    if (each->first != path.keys.front()) continue;
    current = each->second;
    next = 1;
    break;
  }
  for (; current && next < path.keys.size(); ++next) current = current->member(path.keys[next]);
  if (current && current->kind() == data::Kind::null) return std::nullopt;
  return current;
}

bool Scope::holds(const Condition& condition) const {
  const auto found = value(condition.path);
  const bool is_present = found && is_something(*found);
  switch (condition.kind) {
    case Condition::Kind::present:
      return is_present;
    case Condition::Kind::absent:
      return !is_present;
    case Condition::Kind::equal:
      return found && found->text() == condition.literal;
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
