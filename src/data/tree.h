#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/budget.h"
#include "data/checked_data.h"
#include "data/places.h"

namespace krut::data {

/// Characters of a text or key: a stretch of the source when nothing in it is escaped, else of the unescaped store.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t size = 0;
  bool is_unescaped = false;
};

/// One value. Offsets are bytes of the source.
struct Node {
  Kind kind = Kind::null;
  bool is_true = false;
  std::uint32_t offset = 0;       ///< where it starts
  std::uint32_t parent = 0;       ///< node index; the root is its own parent
  std::uint32_t slot = 0;         ///< its place in `Tree::children`
  std::uint32_t first_child = 0;  ///< in `children`
  std::uint32_t child_count = 0;
  Stretch text;  ///< of a text or number
};

/// How a value hangs in its array or object; the key is used in objects only.
struct Child {
  std::uint32_t node = 0;
  std::uint32_t key_offset = 0;
  Stretch key;
};

/// The parsed tree: flat, in the order of the text, the root first; the children of one value stand side by side.
struct Tree {
  Tree(std::string source, std::string name, std::size_t start, Budget bounds = {})
      : text(std::move(source)), file(std::move(name)), places(text, start), budget(std::move(bounds)) {}

  std::string text;
  std::string file;
  Places places;
  std::string unescaped;
  std::vector<Node> nodes;
  std::vector<Child> children;
  Budget budget;  ///< of the request that the data came with; whoever walks over the tree asks it
  /// Of each object with many members, by its node: the numbers of its members in the order of their keys.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members_by_key;

  [[nodiscard]] std::string_view view(const Stretch& stretch) const {
    const std::string& store = stretch.is_unescaped ? unescaped : text;
    return std::string_view(store).substr(stretch.first, stretch.size);
  }
  [[nodiscard]] std::string pointer_of(const Node& node) const;
  /// The same for a message, with the middle of every key left out that is longer than a whole message.
  [[nodiscard]] std::string told_pointer_of(const Node& node) const;
  [[nodiscard]] Place place_of(const Node& node) const { return place_at(node.offset, told_pointer_of(node)); }
  /// Of a pointer longer than `limits::told_characters` the middle is left out: every fault of the data carries one.
  [[nodiscard]] Place place_at(std::size_t offset, const std::string& pointer) const;
};

/// The inside of a `Value`, for this room only.
struct Access {
  static const Tree& tree_of(const Json& json) { return *json.tree_; }
  static const Tree& tree(const Value& value) { return *static_cast<const Tree*>(value.owner_); }
  static const Node& node(const Value& value) { return *static_cast<const Node*>(value.node_); }
  static Json make(std::shared_ptr<const Tree> tree) {
    Json json;
    json.tree_ = std::move(tree);
    return json;
  }
  static Value value(const Tree& tree, const Node& node) {
    Value value;
    value.node_ = &node;
    value.owner_ = &tree;
    return value;
  }
  static std::string_view text(const Value& value) { return tree(value).view(node(value).text); }
  static const Child& child(const Value& value, std::size_t index) {
    return tree(value).children[node(value).first_child + index];
  }
  static std::string_view key(const Value& value, std::size_t index) {
    return tree(value).view(child(value, index).key);
  }
  /// The number of the member with this key, in an object.
  static std::optional<std::size_t> find(const Value& value, std::string_view key);
  /// Where the key of a member stands, with the member's pointer.
  static Place key_place(const Value& value, std::size_t index);
};

/// A JSON pointer made longer by one token (RFC 6901, escaped).
[[nodiscard]] std::string joined_pointer(std::string pointer, std::string_view token);

}  // namespace krut::data
