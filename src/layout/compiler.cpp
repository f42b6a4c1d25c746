#include "layout/compiler.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "layout/attributes.h"
#include "layout/faults.h"
#include "layout/nesting.h"
#include "layout/part.h"
#include "layout/part_frame.h"
#include "layout/row_shape.h"
#include "layout/shipped_layouts.h"
#include "layout/styles.h"
#include "layout/white_space.h"

namespace krut::layout {

namespace {

bool is_run_of_text(ElementKind kind) {
  return kind == ElementKind::span || kind == ElementKind::b || kind == ElementKind::i || kind == ElementKind::u;
}

/// What every use of a part may carry where blocks may stand, beside the part's parameters.
const ElementRule& rule_of_use() {
  static const ElementRule rule = [] {
    ElementRule made = rule_of(ElementKind::blocks);
    made.attributes.push_back({"style", AttributeKind::style_name, false, {}, 0, 0});
    return made;
  }();
  return rule;
}

class Compiler {
 public:
  Compiler(SourceText& source, const FindFile& find, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), parts_(source, find, diagnostics) {
    for (const ElementRule& rule : all_elements()) element_names_.emplace_back(rule.name);
    for (const std::string_view part : shipped_parts()) element_names_.emplace_back(part);
  }

  std::optional<Program> compile(const XmlElement& root) {
    if (root.name != "report") {
      diagnostics_.add(faults::not_a_report(source_.place(root.offset), root.name));
      if (did_you_mean(root.name, {"report"}).empty()) return std::nullopt;
    }
    if (!collect_style_names(root)) return std::nullopt;
    Program program;
    program.report = element(root, rule_of(ElementKind::report), {}).value_or(Node());
    program.part_styles = part_styles();
    program.styles = resolve_styles(program.report, program.part_styles);
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
    add_part_styles(root);
    for (const Part* part : parts_.used()) {
      for (const XmlElement& style : part->styles) {
        if (const XmlAttribute* name = style.attribute("name")) add(name->value.text());
      }
    }
    return true;
  }

  /// Reads the files of all parts that are used below `xml`, and in those parts.
  void add_part_styles(const XmlElement& xml) {
    for (const XmlNode& each : xml.children) {
      const auto* child = std::get_if<XmlElement>(&each);
      if (child == nullptr) continue;
      add_part_styles(*child);
      const bool is_part = find_element(child->name) == nullptr && child->name != slot_element;
      if (!is_part || parts_.is_read(child->name)) continue;
      if (const Part* part = parts_.find(child->name)) add_part_styles(part->body);
    }
  }
  void add_part_styles(const std::vector<XmlNode>& body) {
    XmlElement all;
    all.children = body;
    add_part_styles(all);
  }

  /// Those that the layout does not declare itself. Of two of one name the first counts.
  std::vector<Node> part_styles() {
    std::vector<Node> styles;
    for (const Part* part : parts_.used()) {
      for (const XmlElement& style : part->styles) {
        const XmlAttribute* name = style.attribute("name");
        const bool is_taken =
            name != nullptr && std::find(declared_.begin(), declared_.end(), name->value.text()) != declared_.end();
        if (is_taken) continue;
        if (auto node = element(style, rule_of(ElementKind::style), {})) styles.push_back(std::move(*node));
        if (!pending_style_.empty()) declared_.push_back(std::exchange(pending_style_, ""));
      }
    }
    return styles;
  }

  /// Nothing where a parameter that the element stands or falls with was not given.
  std::optional<Node> element(const XmlElement& xml, const ElementRule& rule, Surroundings around) {
    if (around.part_depth > 0 && ++part_elements_ > limits::part_elements) {
      refuse_more_elements(xml);
      return std::nullopt;
    }
    Node node;
    const bool is_unknown = rule.kind == ElementKind::unknown;
    node.kind = rule.kind;
    node.place = source_.place(xml.offset);
    if (!attributes(xml, rule, around, node)) return std::nullopt;
    if (!is_unknown) check_required_attributes(xml, rule, node.place);
    if (around.frame != nullptr) note_variables(node, around.variables);
    if (rule.kind == ElementKind::cell || rule.kind == ElementKind::side) around.narrow = rule.name;
    around.is_in_furniture =
        around.is_in_furniture || rule.kind == ElementKind::header || rule.kind == ElementKind::footer || is_unknown;
    add_children(xml.children, rule, around, node);
    if (rule.holds_text && !is_run_of_text(rule.kind)) trim_stretches(node.children);
    if (!is_unknown) check_children(xml, rule, node, diagnostics_);
    if (rule.kind == ElementKind::table) check_row_shapes(node, diagnostics_);
    return node;
  }

  /// Told once.
  void refuse_more_elements(const XmlElement& xml) {
    if (part_elements_ > limits::part_elements + 1) return;
    diagnostics_.add(faults::too_many_part_elements(source_.place(xml.offset)));
  }

  static void note_variables(const Node& node, std::vector<std::string>& variables) {
    if (const Loop* loop = node.value<Loop>("each")) variables.push_back(loop->variable);
    if (const auto* counter = node.value<std::string>("number")) variables.push_back(*counter);
  }

  /// Where the other attributes of an element stand that is repeated: its own variable is known to them.
  static Surroundings inside_own_loop(const XmlElement& xml, const Surroundings& around) {
    Surroundings inside = around;
    if (around.frame == nullptr) return inside;
    for (const char* name : {"each", "number"}) {
      const XmlAttribute* given = xml.attribute(name);
      if (given == nullptr) continue;
      const std::string& text = given->value.text();
      const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
      inside.variables.push_back(text.substr(begin, text.find(' ', begin) - begin));
    }
    return inside;
  }

  /// False where the element is to be left out.
  bool attributes(const XmlElement& xml, const ElementRule& rule, const Surroundings& around, Node& node) {
    const Surroundings inside = inside_own_loop(xml, around);
    for (const XmlAttribute& each : xml.attributes) {
      const AttributeRule* attribute_rule = rule.attribute(each.name);
      if (attribute_rule != nullptr) {
        const bool is_loop = attribute_rule->kind == AttributeKind::loop;
        if (!add_attribute(each, *attribute_rule, is_loop ? around : inside, node)) return false;
      } else if (rule.kind != ElementKind::unknown) {
        diagnostics_.add(
            faults::unknown_attribute(source_.place(each.offset), each.name, std::string(rule.name), names_in(rule)));
        const AttributeRule* meant = rule.attribute(did_you_mean(each.name, names_in(rule)));
        if (meant != nullptr && is_asked_for(*meant)) static_cast<void>(add_attribute(each, *meant, around, node));
      }
    }
    return true;
  }

  /// Whether others ask for what the attribute says: the name of a style, the variable of a loop.
  static bool is_asked_for(const AttributeRule& rule) {
    return rule.is_required || rule.name == "each" || rule.name == "number";
  }

  /// A loop that cannot be read stands there without a path: what is said of its variable is not known to be wrong.
  /// False where the element stands or falls with a parameter that was not given.
  bool add_attribute(const XmlAttribute& attribute, const AttributeRule& rule, const Surroundings& around, Node& node) {
    const XmlAttribute* meant = &attribute;
    XmlAttribute given = attribute;
    const PartFrame* frame = around.frame;
    const std::vector<std::string>* variables = &around.variables;
    static const std::vector<std::string> none;
    if (const Argument* argument = lone_argument(frame, attribute.value.text()); argument && !is_expression(rule)) {
      if (argument->text.text().empty()) return true;
      given.value = argument->text;
      meant = &given;
      frame = argument->written_in;
      variables = frame == nullptr ? &none : &around.frame->variables_around;
    }
    auto value = read_attribute({source_, *meant, rule, style_names_, diagnostics_});
    if (!value && rule.kind == AttributeKind::loop) value = Loop{};
    if (!value) return true;
    const bool had_parts = is_text(*value);
    if (frame != nullptr && !put_arguments_in({frame, *variables, source_, diagnostics_}, *value)) {
      return rule.kind != AttributeKind::loop && !rule.is_required;
    }
    if (had_parts && !is_text(*value)) return true;
    node.attributes.emplace_back(rule.name, std::move(*value));
    if (node.kind == ElementKind::style) note_style(attribute, rule.name);
    return true;
  }

  /// Kinds whose values keep their expressions; all others are read as words, once a parameter is put in.
  static bool is_expression(const AttributeRule& rule) {
    switch (rule.kind) {
      case AttributeKind::text_template:
      case AttributeKind::value:
      case AttributeKind::path:
      case AttributeKind::condition:
      case AttributeKind::loop:
      case AttributeKind::order:
        return true;
      default:
        return false;
    }
  }

  static bool is_text(const AttributeValue& value) {
    const auto* text = std::get_if<Template>(&value);
    return text != nullptr && !text->parts.empty();
  }

  /// False where a path leads to a parameter that was not given.
  static bool put_arguments_in(const FrameScope& scope, AttributeValue& value) {
    if (auto* text = std::get_if<Template>(&value)) *text = with_arguments(scope, std::move(*text));
    if (auto* condition = std::get_if<Condition>(&value)) *condition = with_arguments(scope, std::move(*condition));
    Path* path = std::get_if<Path>(&value);
    if (auto* loop = std::get_if<Loop>(&value)) path = &loop->path;
    if (auto* order = std::get_if<Order>(&value)) path = &order->path;
    if (path == nullptr || path->keys.empty()) return true;
    auto replaced = with_arguments(scope, *path);
    if (replaced) *path = std::move(*replaced);
    return replaced.has_value();
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

  void add_text(const SourceString& text, const ElementRule& rule, const Surroundings& around, Node& parent) {
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
    node.text = with_arguments({around.frame, around.variables, source_, diagnostics_}, std::move(node.text));
    for (TemplatePart& part : node.text.parts) part.words = with_plain_spaces(part.words);
    parent.children.push_back(std::move(node));
  }

  static std::string values_excerpt(const std::string& text) {
    const std::string line = text.substr(0, text.find('\n'));
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
  }

  void add_child(const XmlElement& xml, const ElementRule& parent_rule, Surroundings around, Node& parent) {
    const Place place = source_.place(xml.offset);
    if (xml.name == slot_element) return fill_slot(place, parent_rule, around, parent);
    const ElementRule* rule = find_element(xml.name);
    if (rule == nullptr && parts_.is_known(xml.name)) return add_use(xml, parent_rule, around, parent);
    if (rule == nullptr) {
      diagnostics_.add(faults::unknown_element(place, xml.name, element_names_));
      add_element(xml, rule_of(ElementKind::unknown), around, parent);
      const XmlAttribute* name =
          is_meant_as_style(xml) ? meant_attribute(xml, rule_of(ElementKind::style), "name") : nullptr;
      if (name != nullptr) declared_.push_back(name->value.text());
      return;
    }
    if (auto misplaced = misplacement(place, *rule, parent_rule, around)) {
      diagnostics_.add(std::move(*misplaced));
      around.narrow = {};
      around.is_in_furniture = false;
    }
    add_element(xml, *rule, around, parent);
    if (rule->kind == ElementKind::style && !pending_style_.empty()) {
      declared_.push_back(std::exchange(pending_style_, ""));
    }
  }

  void add_element(const XmlElement& xml, const ElementRule& rule, const Surroundings& around, Node& parent) {
    if (auto node = element(xml, rule, around)) parent.children.push_back(std::move(*node));
  }

  void add_children(const std::vector<XmlNode>& nodes, const ElementRule& rule, const Surroundings& around,
                    Node& parent) {
    for (const XmlNode& each : nodes) {
      if (const auto* text = std::get_if<SourceString>(&each)) {
        add_text(*text, rule, around, parent);
      } else {
        add_child(std::get<XmlElement>(each), rule, around, parent);
      }
    }
  }

  /// Puts the body of a part in place of its use: within an element of its own where blocks may stand, so that the use
  /// may repeat it, else straight among the parent's children.
  void add_use(const XmlElement& xml, const ElementRule& parent_rule, const Surroundings& around, Node& parent) {
    const Part* part = parts_.find(xml.name);
    if (part == nullptr) return;
    const Place place = source_.place(xml.offset);
    if (around.frame != nullptr && around.frame->is_inside(*part)) {
      return diagnostics_.add(faults::part_in_itself(place, part->name));
    }
    if (around.part_depth == limits::part_depth) return diagnostics_.add(faults::too_deep(place));
    if (++part_elements_ > limits::part_elements) {
      refuse_more_elements(xml);
      return;
    }
    const bool may_repeat = parent_rule.may_hold(ElementKind::blocks);
    Node node;
    node.kind = ElementKind::blocks;
    node.place = place;
    XmlElement own = xml;  // without what its parameters take
    PartFrame frame{part, around.frame, {}, &xml.children, around.variables};
    take_arguments(around, own, frame);
    static const ElementRule bare{"", ElementKind::blocks, false, {}, {}, {}};
    ElementRule rule = may_repeat ? rule_of_use() : bare;
    rule.name = part->name;
    if (!attributes(own, rule, around, node)) return;
    if (!part->has_slot) refuse_children(xml, *part);
    Surroundings inside = around;
    inside.frame = &frame;
    ++inside.part_depth;
    inside.variables.clear();
    add_children(part->body, may_repeat ? rule_of(ElementKind::blocks) : parent_rule, inside,
                 may_repeat ? node : parent);
    if (may_repeat) parent.children.push_back(std::move(node));
  }

  /// Moves the attributes that a part has parameters for from its use into the frame.
  void take_arguments(const Surroundings& around, XmlElement& use, PartFrame& frame) {
    for (const Parameter& parameter : frame.part->parameters) {
      const auto given = std::find_if(use.attributes.begin(), use.attributes.end(),
                                      [&](const XmlAttribute& each) { return each.name == parameter.name; });
      Argument argument;
      if (given != use.attributes.end()) {
        argument.text = given->value;
        argument.written_in = around.frame;
        use.attributes.erase(given);
      } else {
        argument.text = parameter.otherwise;
        if (parameter.is_required) {
          diagnostics_.add(
              faults::missing_attribute(source_.place(use.offset), parameter.name, std::string(frame.part->name)));
        }
      }
      argument.value = parse_template({source_, argument.text, diagnostics_});
      argument.value = with_arguments({argument.written_in, around.variables, source_, diagnostics_}, argument.value);
      frame.arguments.emplace_back(parameter.name, std::move(argument));
    }
    report_unknown_arguments(*frame.part, use);
  }

  /// Slips in the names of parameters, told with all that the use may say.
  void report_unknown_arguments(const Part& part, XmlElement& use) {
    faults::Words known = names_in(rule_of_use());
    for (const Parameter& each : part.parameters) known.push_back(each.name);
    const auto is_unknown = [&](const XmlAttribute& each) {
      if (rule_of_use().attribute(each.name) != nullptr) return false;
      diagnostics_.add(faults::unknown_attribute(source_.place(each.offset), each.name, part.name, known));
      return true;
    };
    use.attributes.erase(std::remove_if(use.attributes.begin(), use.attributes.end(), is_unknown),
                         use.attributes.end());
  }

  void refuse_children(const XmlElement& use, const Part& part) {
    for (const XmlNode& each : use.children) {
      const auto* element = std::get_if<XmlElement>(&each);
      const auto* text = std::get_if<SourceString>(&each);
      if (element != nullptr) {
        return diagnostics_.add(
            faults::misplaced_element(source_.place(element->offset), element->name, part.name, {"section"}));
      }
      if (text != nullptr && !is_blank(text->text())) {
        const std::size_t first = text->text().find_first_not_of(" \t\r\n");
        return diagnostics_.add(faults::misplaced_text(source_.place(text->source_offset(first)),
                                                       values_excerpt(text->text().substr(first)), part.name));
      }
    }
  }

  /// What the use of the part holds, read as the words of who wrote it.
  void fill_slot(const Place& place, const ElementRule& parent_rule, const Surroundings& around, Node& parent) {
    if (around.frame == nullptr) return diagnostics_.add(faults::misplaced_slot(place));
    Surroundings outside = around;
    outside.frame = around.frame->caller;
    --outside.part_depth;
    outside.variables = around.frame->variables_around;
    add_children(*around.frame->held, parent_rule, outside, parent);
  }

  SourceText& source_;
  Diagnostics& diagnostics_;
  PartLibrary parts_;
  std::size_t part_elements_ = 0;
  std::vector<std::string> element_names_;
  std::vector<std::string> style_names_;  // that may be used: every declared one and those of components
  std::vector<std::string> declared_;     // above the element being read
  std::string pending_style_;
};

}  // namespace

std::optional<Program> compile(const XmlElement& root, SourceText& source, const FindFile& find,
                               Diagnostics& diagnostics) {
  return Compiler(source, find, diagnostics).compile(root);
}

}  // namespace krut::layout
