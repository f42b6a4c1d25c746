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

std::string Tree::pointer_of(const Node& node) const {
  std::vector<const Node*> path;
  for (const Node* step = &node; step != nodes.data(); step = &nodes[step->parent]) path.push_back(step);
  std::string pointer;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    const Node& parent = nodes[(*step)->parent];
    if (parent.kind == Kind::object) {
      pointer = joined_pointer(std::move(pointer), view(children[(*step)->slot].key));
    } else {
      pointer += '/' + std::to_string((*step)->slot - parent.first_child);
    }
  }
  return pointer;
}

Place Tree::place_at(std::size_t offset, const std::string& pointer) const {
  const Position position = places.at(text, offset);
  return {file, position.line, position.column, utf8::shortened(pointer, limits::told_characters)};
}

Place Access::key_place(const Value& value, std::size_t index) {
  const Child& member = child(value, index);
  const Tree& owner = tree(value);
  return owner.place_at(member.key_offset, joined_pointer(owner.pointer_of(node(value)), owner.view(member.key)));
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
  for (std::size_t i = 0; i < size(); ++i) {
    if (Access::key(*this, i) == key) return element(i);
  }
  return std::nullopt;
}

std::vector<std::string> Value::keys() const {
  std::vector<std::string> keys;
  if (kind() != Kind::object) return keys;
  keys.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) keys.emplace_back(Access::key(*this, i));
  return keys;
}

std::string Value::pointer() const { return Access::tree(*this).pointer_of(Access::node(*this)); }

Place Value::place() const { return Access::tree(*this).place_at(Access::node(*this).offset, pointer()); }

}  // namespace krut::data
