#include "layout/compiler.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "layout/attributes.h"
#include "layout/faults.h"
#include "layout/row_shape.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_blank(const std::string& text) { return std::all_of(text.begin(), text.end(), is_space); }

/// White space that only lays out the source counts as one space: a run with a line end or tab in it. Other spaces
/// stand as typed, for two spaces are not one.
std::string with_plain_spaces(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_space(text[end])) ++end;
    const std::string run = text.substr(at, end - at);
    const bool is_layout = run.find_first_of("\n\t\r") != std::string::npos;
    result += is_layout ? " " : run;
    if (end < text.size()) result += text[end++];
    at = end;
  }
  return result;
}

bool is_inline(const Node& node) {
  switch (node.kind) {
    case ElementKind::text:
    case ElementKind::span:
    case ElementKind::b:
    case ElementKind::i:
    case ElementKind::u:
    case ElementKind::br:
    case ElementKind::page_number:
    case ElementKind::page_count:
      return true;
    default:
      return false;
  }
}

bool is_run_of_text(ElementKind kind) {
  return kind == ElementKind::span || kind == ElementKind::b || kind == ElementKind::i || kind == ElementKind::u;
}

void trim_front(Node& node) {
  if (node.kind != ElementKind::text || node.text.parts.empty() || node.text.parts.front().expression) return;
  std::string& words = node.text.parts.front().words;
  words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), is_space));
}

void trim_back(Node& node) {
  if (node.kind != ElementKind::text || node.text.parts.empty() || node.text.parts.back().expression) return;
  std::string& words = node.text.parts.back().words;
  while (!words.empty() && is_space(words.back())) words.pop_back();
}

/// Takes the space off both ends of every stretch of inline nodes, and drops text that is then empty.
void trim_stretches(std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_inline(nodes[i])) continue;
    if (i == 0 || !is_inline(nodes[i - 1])) trim_front(nodes[i]);
    if (i + 1 == nodes.size() || !is_inline(nodes[i + 1])) trim_back(nodes[i]);
  }
  const auto is_empty = [](const Node& node) {
    return node.kind == ElementKind::text &&
           std::all_of(node.text.parts.begin(), node.text.parts.end(),
                       [](const TemplatePart& part) { return !part.expression && part.words.empty(); });
  };
  nodes.erase(std::remove_if(nodes.begin(), nodes.end(), is_empty), nodes.end());
}

/// What the elements around say about those inside.
struct Surroundings {
  bool is_in_cell = false;
  bool is_in_furniture = false;
};

class Compiler {
 public:
  Compiler(const SourceText& source, Diagnostics& diagnostics) : source_(source), diagnostics_(diagnostics) {
    for (const ElementRule& rule : all_elements()) element_names_.emplace_back(rule.name);
  }

  std::optional<Program> compile(const XmlElement& root) {
    if (root.name != "report") {
      diagnostics_.add(faults::not_a_report(source_.place(root.offset), root.name));
      if (did_you_mean(root.name, {"report"}).empty()) return std::nullopt;
    }
    if (!collect_style_names(root)) return std::nullopt;
    Program program;
    program.report = element(root, rule_of(ElementKind::report), {});
    program.styles = resolve_styles(program.report);
    return program;
  }

 private:
  /// Also of an element whose name is misspelt.
  [[nodiscard]] bool is_meant_as_style(const XmlElement& xml) const {
    return xml.name == "style" ||
           (find_element(xml.name) == nullptr && did_you_mean(xml.name, element_names_) == "style");
  }

  /// Every declared style, then those of components. False when there are too many to look for each among all.
  bool collect_style_names(const XmlElement& root) {
    const auto add = [&](const std::string& name) {
      const bool is_known = std::find(style_names_.begin(), style_names_.end(), name) != style_names_.end();
      if (!is_known) style_names_.push_back(name);
    };
    std::size_t count = 0;
    for (const XmlNode& each : root.children) {
      const auto* style = std::get_if<XmlElement>(&each);
      if (style == nullptr || !is_meant_as_style(*style)) continue;
      if (++count > limits::styles) {
        diagnostics_.add(faults::too_many_styles(source_.place(style->offset)));
        return false;
      }
      if (const XmlAttribute* name = meant_attribute(*style, rule_of(ElementKind::style), "name")) {
        add(name->value.text());
      }
    }
    for (const std::string_view name : {memo_title_style, memo_label_style, memo_field_style, letter_stamp_style}) {
      add(std::string(name));
    }
    return true;
  }

  Node element(const XmlElement& xml, const ElementRule& rule, Surroundings around) {
    Node node;
    const bool is_unknown = rule.kind == ElementKind::unknown;
    node.kind = rule.kind;
    node.place = source_.place(xml.offset);
    attributes(xml, rule, node);
    if (!is_unknown) check_required_attributes(xml, rule, node.place);
    around.is_in_cell = around.is_in_cell || rule.kind == ElementKind::cell;
    around.is_in_furniture =
        around.is_in_furniture || rule.kind == ElementKind::header || rule.kind == ElementKind::footer || is_unknown;
    for (const XmlNode& each : xml.children) {
      if (const auto* text = std::get_if<SourceString>(&each)) {
        add_text(*text, rule, node);
      } else {
        add_child(std::get<XmlElement>(each), rule, around, node);
      }
    }
    if (rule.holds_text && !is_run_of_text(rule.kind)) trim_stretches(node.children);
    if (!is_unknown) check_children(xml, rule, node);
    if (rule.kind == ElementKind::table) check_row_shapes(node, diagnostics_);
    return node;
  }

  void attributes(const XmlElement& xml, const ElementRule& rule, Node& node) {
    for (const XmlAttribute& each : xml.attributes) {
      const AttributeRule* attribute_rule = rule.attribute(each.name);
      if (attribute_rule != nullptr) {
        add_attribute(each, *attribute_rule, node);
      } else if (rule.kind != ElementKind::unknown) {
        diagnostics_.add(
            faults::unknown_attribute(source_.place(each.offset), each.name, std::string(rule.name), names_in(rule)));
        const AttributeRule* meant = rule.attribute(did_you_mean(each.name, names_in(rule)));
        if (meant != nullptr && is_asked_for(*meant)) add_attribute(each, *meant, node);
      }
    }
  }

  /// Whether others ask for what the attribute says: the name of a style, the variable of a loop.
  static bool is_asked_for(const AttributeRule& rule) {
    return rule.is_required || rule.name == "each" || rule.name == "number";
  }

  /// A loop that cannot be read stands there without a path: what is said of its variable is not known to be wrong.
  void add_attribute(const XmlAttribute& attribute, const AttributeRule& rule, Node& node) {
    auto value = read_attribute({source_, attribute, rule, style_names_, diagnostics_});
    if (!value && rule.kind == AttributeKind::loop) value = Loop{};
    if (value) node.attributes.emplace_back(rule.name, std::move(*value));
    if (node.kind == ElementKind::style) note_style(attribute, rule.name);
  }

  static faults::Words names_in(const ElementRule& rule) {
    faults::Words names;
    for (const AttributeRule& each : rule.attributes) names.emplace_back(each.name);
    return names;
  }

  void check_required_attributes(const XmlElement& xml, const ElementRule& rule, const Place& place) {
    const auto lacks = [&](std::string_view name) { return meant_attribute(xml, rule, name) == nullptr; };
    const std::string element_name(rule.name);
    for (const AttributeRule& each : rule.attributes) {
      if (each.is_required && lacks(each.name))
        diagnostics_.add(faults::missing_attribute(place, std::string(each.name), element_name));
    }
    const bool asks_for_loop = !lacks("order") || !lacks("number");
    if (asks_for_loop && rule.attribute("each") != nullptr && lacks("each"))
      diagnostics_.add(faults::missing_attribute(place, "each", element_name));
  }

  /// The attribute of that name, else one whose name is a slip for it.
  static const XmlAttribute* meant_attribute(const XmlElement& xml, const ElementRule& rule, std::string_view name) {
    if (const XmlAttribute* given = xml.attribute(std::string(name))) return given;
    const auto found = std::find_if(xml.attributes.begin(), xml.attributes.end(), [&](const XmlAttribute& each) {
      return rule.attribute(each.name) == nullptr && did_you_mean(each.name, names_in(rule)) == name;
    });
    return found == xml.attributes.end() ? nullptr : &*found;
  }

  /// Styles are checked in the order of the file: a name only once, a base only above.
  void note_style(const XmlAttribute& attribute, std::string_view meant) {
    const std::string& name = attribute.value.text();
    const Place place = source_.place(attribute.value.source_offset(0));
    const bool is_declared = std::find(declared_.begin(), declared_.end(), name) != declared_.end();
    if (meant == "based-on" && !is_declared) diagnostics_.add(faults::unknown_style(place, name, declared_));
    if (meant != "name") return;
    if (is_declared) diagnostics_.add(faults::doubled_style(place, name));
    pending_style_ = name;
  }

  void add_text(const SourceString& text, const ElementRule& rule, Node& parent) {
    if (!rule.holds_text) {
      if (is_blank(text.text())) return;
      const std::size_t first = text.text().find_first_not_of(" \t\r\n");
      diagnostics_.add(faults::misplaced_text(source_.place(text.source_offset(first)),
                                              values_excerpt(text.text().substr(first)), std::string(rule.name)));
      return;
    }
    Node node;
    node.place = source_.place(text.source_offset(0));
    node.text = parse_template({source_, text, diagnostics_});
    for (TemplatePart& part : node.text.parts) part.words = with_plain_spaces(part.words);
    parent.children.push_back(std::move(node));
  }

  static std::string values_excerpt(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
  }

  void add_child(const XmlElement& xml, const ElementRule& parent_rule, Surroundings around, Node& parent) {
    const Place place = source_.place(xml.offset);
    const ElementRule* rule = find_element(xml.name);
    if (rule == nullptr) {
      diagnostics_.add(faults::unknown_element(place, xml.name, element_names_));
      parent.children.push_back(element(xml, rule_of(ElementKind::unknown), around));
      const XmlAttribute* name =
          is_meant_as_style(xml) ? meant_attribute(xml, rule_of(ElementKind::style), "name") : nullptr;
      if (name != nullptr) declared_.push_back(name->value.text());
      return;
    }
    if (auto misplaced = misplacement(place, *rule, parent_rule, around)) {
      diagnostics_.add(std::move(*misplaced));
      around = {};
    }
    parent.children.push_back(element(xml, *rule, around));
    if (rule->kind == ElementKind::style && !pending_style_.empty()) {
      declared_.push_back(std::exchange(pending_style_, ""));
    }
  }

  static std::optional<Diagnostic> misplacement(const Place& place, const ElementRule& rule, const ElementRule& parent,
                                                const Surroundings& around) {
    const std::string name(rule.name);
    const std::string parent_name(parent.name);
    if (!parent.may_hold(rule.kind)) return faults::misplaced_element(place, name, parent_name, homes_of(rule.kind));
    const bool is_for_furniture = rule.kind == ElementKind::page_number || rule.kind == ElementKind::page_count;
    if (is_for_furniture && !around.is_in_furniture) {
      return faults::misplaced_element(place, name, parent_name, {"header", "footer"});
    }
    const bool is_fit_for_cells = rule_of(ElementKind::cell).may_hold(rule.kind) || rule.kind == ElementKind::option;
    if (around.is_in_cell && !is_fit_for_cells) {
      return faults::misplaced_element(place, name, "cell", homes_of(rule.kind));
    }
    return std::nullopt;
  }

  void check_children(const XmlElement& xml, const ElementRule& rule, const Node& node) {
    for (const ElementKind wanted : rule.required_children) {
      const bool may_be_misspelt = node.child(ElementKind::unknown) != nullptr;
      if (may_be_misspelt || node.child(wanted) != nullptr || holds(xml, rule_of(wanted).name)) continue;
      diagnostics_.add(faults::missing_child(node.place, std::string(rule.name), std::string(rule_of(wanted).name)));
    }
    check_order(rule, node);
    if (node.has("widths") && node.child(ElementKind::column) != nullptr) {
      diagnostics_.add(faults::doubled_widths(node.place));
    }
  }

  static bool holds(const XmlElement& xml, std::string_view name) {
    return std::any_of(xml.children.begin(), xml.children.end(), [&](const XmlNode& each) {
      const auto* element = std::get_if<XmlElement>(&each);
      return element != nullptr && element->name == name;
    });
  }

  /// Children that stand at most once, and before or after all others.
  void check_order(const ElementRule& rule, const Node& node) {
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
      if (is_doubled) diagnostics_.add(faults::doubled_child(child.place, name, std::string(rule.name)));
      if (!is_doubled && last != nullptr && rank(child.kind) < rank(last->kind)) {
        diagnostics_.add(faults::child_out_of_order(child.place, name, std::string(rule_of(last->kind).name)));
      }
      seen.push_back(child.kind);
      if (last == nullptr || rank(child.kind) >= rank(last->kind)) last = &child;
    }
  }

  static int rank(ElementKind kind) {
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

  const SourceText& source_;
  Diagnostics& diagnostics_;
  std::vector<std::string> element_names_;
  std::vector<std::string> style_names_;  // that may be used: every declared one and those of components
  std::vector<std::string> declared_;     // above the element being read
  std::string pending_style_;
};

}  // namespace

std::optional<Program> compile(const XmlElement& root, const SourceText& source, Diagnostics& diagnostics) {
  return Compiler(source, diagnostics).compile(root);
}

}  // namespace krut::layout
