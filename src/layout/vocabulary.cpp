#include "layout/vocabulary.h"

#include <algorithm>

namespace krut::layout {

const AttributeRule* ElementRule::attribute(std::string_view wanted) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const AttributeRule& each) { return each.name == wanted; });
  return found == attributes.end() ? nullptr : &*found;
}

bool ElementRule::may_hold(ElementKind child) const {
  return std::find(children.begin(), children.end(), child) != children.end();
}

const ElementRule* find_element(std::string_view name) {
  const auto& all = all_elements();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ElementRule& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> homes_of(ElementKind kind) {
  std::vector<std::string> homes;
  for (const ElementRule& each : all_elements()) {
    if (each.may_hold(kind)) homes.emplace_back(each.name);
  }
  return homes;
}

bool is_inline(ElementKind kind) {
  switch (kind) {
    case ElementKind::text:
    case ElementKind::span:
    case ElementKind::b:
    case ElementKind::i:
    case ElementKind::u:
    case ElementKind::br:
    case ElementKind::tab:
    case ElementKind::page_number:
    case ElementKind::page_count:
      return true;
    default:
      return false;
  }
}

}  // namespace krut::layout
