#include "layout/nesting.h"

#include <algorithm>
#include <string>

#include "layout/faults.h"

namespace krut::layout {

namespace {

bool holds(const XmlElement& xml, std::string_view name) {
  return std::any_of(xml.children.begin(), xml.children.end(), [&](const XmlNode& each) {
    const auto* element = std::get_if<XmlElement>(&each);
    return element != nullptr && element->name == name;
  });
}

int rank(ElementKind kind) {
  switch (kind) {
    case ElementKind::column:
      return -1;
    case ElementKind::style:
    case ElementKind::header:
    case ElementKind::continued_heading:
    case ElementKind::group_head:
      return 0;
    case ElementKind::footer:
    case ElementKind::head:
      return 1;
    case ElementKind::foot:
      return 3;
    default:
      return 2;
  }
}

/// Children that stand at most once, and before or after all others.
void check_order(const ElementRule& rule, const Node& node, Diagnostics& diagnostics) {
  const auto once_first = [](ElementKind kind) {
    return kind == ElementKind::continued_heading || kind == ElementKind::head || kind == ElementKind::group_head ||
           kind == ElementKind::header;
  };
  const Node* last = nullptr;
  std::vector<ElementKind> seen;
  for (const Node& child : node.children) {
    if (!rule.may_hold(child.kind)) continue;
    const std::string name(rule_of(child.kind).name);
    const bool is_single =
        once_first(child.kind) || child.kind == ElementKind::footer || child.kind == ElementKind::foot;
    const bool is_doubled = is_single && std::find(seen.begin(), seen.end(), child.kind) != seen.end();
    if (is_doubled) diagnostics.add(faults::doubled_child(child.place, name, std::string(rule.name)));
    if (!is_doubled && last != nullptr && rank(child.kind) < rank(last->kind)) {
      diagnostics.add(faults::child_out_of_order(child.place, name, std::string(rule_of(last->kind).name)));
    }
    seen.push_back(child.kind);
    if (last == nullptr || rank(child.kind) >= rank(last->kind)) last = &child;
  }
}

void check_sides(const Node& node, Diagnostics& diagnostics) {
  const auto* widths = node.value<std::vector<model::Column>>("widths");
  if (widths == nullptr || node.children.empty() || widths->size() == node.children.size()) return;
  diagnostics.add(faults::unlike_sides(node.place, widths->size(), node.children.size()));
}

/// The value stands in the attribute or inside; only on a leader there may be none, for a hand to write.
void check_value(const XmlElement& xml, const ElementRule& rule, const Node& node, Diagnostics& diagnostics) {
  const bool has_attribute = meant_attribute(xml, rule, "value") != nullptr;
  const bool is_empty = node.children.empty();
  const bool has_leader = node.value_or<std::string>("leader", "none") != "none";
  if (has_attribute && !is_empty) diagnostics.add(faults::doubled_value(node.place));
  if (!has_attribute && is_empty && !has_leader) {
    diagnostics.add(faults::missing_attribute(node.place, "value", std::string(rule.name)));
  }
}

}  // namespace

faults::Words names_in(const ElementRule& rule) {
  faults::Words names;
  for (const AttributeRule& each : rule.attributes) names.emplace_back(each.name);
  return names;
}

const XmlAttribute* meant_attribute(const XmlElement& xml, const ElementRule& rule, std::string_view name) {
  if (const XmlAttribute* given = xml.attribute(std::string(name))) return given;
  const auto found = std::find_if(xml.attributes.begin(), xml.attributes.end(), [&](const XmlAttribute& each) {
    return rule.attribute(each.name) == nullptr && did_you_mean(each.name, names_in(rule)) == name;
  });
  return found == xml.attributes.end() ? nullptr : &*found;
}

std::optional<Diagnostic> misplacement(const Place& place, const ElementRule& rule, const ElementRule& parent,
                                       const Surroundings& around) {
  const std::string name(rule.name);
  const std::string parent_name(parent.name);
  if (!parent.may_hold(rule.kind)) return faults::misplaced_element(place, name, parent_name, homes_of(rule.kind));
  const bool is_for_furniture = rule.kind == ElementKind::page_number || rule.kind == ElementKind::page_count;
  if (is_for_furniture && !around.is_in_furniture) {
    return faults::misplaced_element(place, name, parent_name, {"header", "footer"});
  }
  const bool is_fit_for_cells = rule_of(ElementKind::cell).may_hold(rule.kind) || rule.kind == ElementKind::option;
  if (!around.narrow.empty() && !is_fit_for_cells) {
    return faults::misplaced_element(place, name, std::string(around.narrow), homes_of(rule.kind));
  }
  return std::nullopt;
}

void check_children(const XmlElement& xml, const ElementRule& rule, const Node& node, Diagnostics& diagnostics) {
  for (const ElementKind wanted : rule.required_children) {
    const bool may_be_misspelt = node.child(ElementKind::unknown) != nullptr;
    if (may_be_misspelt || node.child(wanted) != nullptr || holds(xml, rule_of(wanted).name)) continue;
    diagnostics.add(faults::missing_child(node.place, std::string(rule.name), std::string(rule_of(wanted).name)));
  }
  check_order(rule, node, diagnostics);
  if (node.has("widths") && node.child(ElementKind::column) != nullptr) {
    diagnostics.add(faults::doubled_widths(node.place));
  }
  if (rule.kind == ElementKind::side_by_side) check_sides(node, diagnostics);
  if (rule.kind == ElementKind::labelled_line && rule.holds_text) check_value(xml, rule, node, diagnostics);
}

}  // namespace krut::layout
