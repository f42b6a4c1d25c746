#include "layout/program.h"

#include <algorithm>

namespace krut::layout {

bool Node::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& each) { return each.first == name; });
}

const Node* Node::child(ElementKind wanted) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const Node& each) { return each.kind == wanted; });
  return found == children.end() ? nullptr : &*found;
}

std::optional<model::StyleIndex> Program::style(std::string_view name) const {
  for (std::size_t i = 0; i < styles.size(); ++i) {
    if (styles[i].style.name == name) return static_cast<model::StyleIndex>(i);
  }
  return std::nullopt;
}

}  // namespace krut::layout
