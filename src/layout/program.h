#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "layout/expression.h"
#include "layout/vocabulary.h"
#include "model/document.h"

namespace krut::layout {

/// What the word `all` is read as: a cell of as many rows as there are from it on, or of all columns that the other
/// cells of its row leave.
inline constexpr int all_there_are = std::numeric_limits<int>::max();

struct PageSize {
  Length width;
  Length height;
};

/// One length for each edge.
struct Sides {
  Length top;
  Length right;
  Length bottom;
  Length left;
};

using AttributeValue = std::variant<std::string, bool, int, Length, Sides, PageSize, std::vector<model::Column>,
                                    std::vector<model::TabStop>, Template, Path, Condition, Loop, Order>;

/// One element of a checked layout, ready to be filled. Stretches of text between elements are nodes of kind `text`.
struct Node {
  ElementKind kind = ElementKind::text;
  Place place;
  std::vector<std::pair<std::string_view, AttributeValue>> attributes;  ///< names are those of the vocabulary
  Template text;                                                        ///< of kind text
  std::vector<Node> children;

  [[nodiscard]] bool has(std::string_view name) const;
  /// The value of an attribute, or null when it was not given. `T` must be what the vocabulary says.
  template <typename T>
  [[nodiscard]] const T* value(std::string_view name) const {
    for (const auto& [each, value] : attributes) {
      if (each == name) return std::get_if<T>(&value);
    }
    return nullptr;
  }
  template <typename T>
  [[nodiscard]] T value_or(std::string_view name, T otherwise) const {
    const T* found = value<T>(name);
    return found == nullptr ? otherwise : *found;
  }
  [[nodiscard]] const Node* child(ElementKind wanted) const;
};

/// A style of the layout with what only this room knows of it.
struct LayoutStyle {
  model::Style style;
  std::optional<std::string> digits;  ///< as-is, thai, arabic, document
  std::vector<model::TabStop> tab_stops = {};
};

/// A whole layout, checked.
struct Program {
  Node report;
  std::vector<Node> part_styles;    ///< that the parts in use bring along, and no style of the layout takes the name of
  std::vector<LayoutStyle> styles;  ///< the default one first, then as declared, then those of parts

  /// Nothing when no style has this name.
  [[nodiscard]] std::optional<model::StyleIndex> style(std::string_view name) const;
};

}  // namespace krut::layout
