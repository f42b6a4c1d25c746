#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/checked_data.h"
#include "data/reader.h"
#include "data/tree.h"

namespace krut::data {

std::string joined_pointer(std::string pointer, std::string_view token) {
  pointer += '/';
  for (const char byte : token) {
    if (byte == '~') {
      pointer += "~0";
    } else if (byte == '/') {
      pointer += "~1";
    } else {
      pointer += byte;
    }
  }
  return pointer;
}

namespace {

/// The pointer of a node, with what `written` makes of each key.
template <typename Written>
std::string pointer_with(const Tree& tree, const Node& node, Written written) {
  std::vector<const Node*> path;
  for (const Node* step = &node; step != tree.nodes.data(); step = &tree.nodes[step->parent]) path.push_back(step);
  std::string pointer;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    const Node& parent = tree.nodes[(*step)->parent];
    if (parent.kind == Kind::object) {
      pointer = joined_pointer(std::move(pointer), written(tree.view(tree.children[(*step)->slot].key)));
    } else {
      pointer += '/' + std::to_string((*step)->slot - parent.first_child);
    }
  }
  return pointer;
}

std::string told_key(std::string_view key) { return utf8::shortened(key, limits::told_characters); }

}  // namespace

std::string Tree::pointer_of(const Node& node) const {
  return pointer_with(*this, node, [](std::string_view key) { return key; });
}

std::string Tree::told_pointer_of(const Node& node) const { return pointer_with(*this, node, told_key); }

Place Tree::place_at(std::size_t offset, const std::string& pointer) const {
  const Position position = places.at(text, offset);
  return {file, position.line, position.column, utf8::shortened(pointer, limits::told_characters)};
}

Place Access::key_place(const Value& value, std::size_t index) {
  const Child& member = child(value, index);
  const Tree& owner = tree(value);
  return owner.place_at(member.key_offset,
                        joined_pointer(owner.told_pointer_of(node(value)), told_key(owner.view(member.key))));
}

std::optional<std::size_t> Access::find(const Value& value, std::string_view key) {
  const Tree& owner = tree(value);
  const auto sorted = owner.members_by_key.find(static_cast<std::uint32_t>(&node(value) - owner.nodes.data()));
  if (sorted == owner.members_by_key.end()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (Access::key(value, i) == key) return i;
    }
    return std::nullopt;
  }
  const auto found =
      std::lower_bound(sorted->second.begin(), sorted->second.end(), key,
                       [&](std::uint32_t i, std::string_view wanted) { return Access::key(value, i) < wanted; });
  if (found == sorted->second.end() || Access::key(value, *found) != key) return std::nullopt;
  return *found;
}

std::optional<Json> Json::parse(std::string text, std::string file, Diagnostics& diagnostics, const Budget& budget) {
  auto tree = read_tree(std::move(text), std::move(file), diagnostics, budget);
  if (!tree) return std::nullopt;
  return Access::make(std::move(tree));
}

Value Json::root() const { return Access::value(*tree_, tree_->nodes.front()); }
const std::string& Json::text() const { return tree_->text; }
const std::string& Json::file() const { return tree_->file; }

Kind Value::kind() const { return Access::node(*this).kind; }

std::string Value::text() const {
  if (kind() == Kind::boolean) return boolean() ? "true" : "false";
  return std::string(Access::text(*this));
}

bool Value::boolean() const { return Access::node(*this).is_true; }

std::size_t Value::size() const { return Access::node(*this).child_count; }

Value Value::element(std::size_t index) const {
  return Access::value(Access::tree(*this), Access::tree(*this).nodes[Access::child(*this, index).node]);
}

std::optional<Value> Value::member(std::string_view key) const {
  if (kind() != Kind::object) return std::nullopt;
  const auto index = Access::find(*this, key);
  return index ? std::optional(element(*index)) : std::nullopt;
}

std::vector<std::string> Value::keys() const {
  std::vector<std::string> keys;
  if (kind() != Kind::object) return keys;
  keys.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) keys.emplace_back(Access::key(*this, i));
  return keys;
}

std::string Value::pointer() const { return Access::tree(*this).pointer_of(Access::node(*this)); }

Place Value::place() const { return Access::tree(*this).place_of(Access::node(*this)); }

}  // namespace krut::data
