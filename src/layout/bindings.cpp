#include "layout/bindings.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "layout/emblem.h"
#include "layout/faults.h"

namespace krut::layout {

namespace {

using data::ShapeKind;
using SchemaNode = data::Schema::Node;

/// What stands at the end of a path. Without a node nothing is known of it, and everything is allowed.
struct Target {
  std::optional<SchemaNode> node;
  std::string path;

  [[nodiscard]] ShapeKind kind() const { return node ? node->kind() : ShapeKind::any; }
};

bool is_scalar(ShapeKind kind) {
  return kind == ShapeKind::text || kind == ShapeKind::number || kind == ShapeKind::boolean ||
         kind == ShapeKind::date || kind == ShapeKind::any;
}

class Checker {
 public:
  Checker(const SourceText& source, const data::Schema& schema, Diagnostics& diagnostics)
      : source_(source), root_(schema.root()), diagnostics_(diagnostics) {}

  void check(const Node& node) {
    const std::size_t outer = scope_.size();
    if (const Loop* loop = node.value<Loop>("each")) enter(*loop);
    if (const auto* counter = node.value<std::string>("number")) scope_.emplace_back(*counter, Target{});
    check_attributes(node);
    if (node.kind == ElementKind::text) check_template(node.text);
    if (node.kind == ElementKind::content) check_content(node);
    if (node.kind == ElementKind::choice) check_choice(node);
    if (const Path* image = node.value<Path>("image")) static_cast<void>(resolve(*image));
    for (const Node& child : node.children) check(child);
    scope_.erase(scope_.begin() + static_cast<std::ptrdiff_t>(outer), scope_.end());
  }

  [[nodiscard]] std::set<std::string> take_used() { return std::move(used_); }

 private:
  [[nodiscard]] Place place(std::size_t offset) const { return source_.place(offset); }
  [[nodiscard]] Place start(const Path& path) const { return place(path.key_offsets.front()); }

  void enter(const Loop& loop) {
    const bool is_read = !loop.path.keys.empty();
    const auto target = is_read ? resolve(loop.path, ListsOnTheWay::walked) : std::nullopt;
    Target element;
    if (target && target->node) {
      element.path = target->path + "/*";
      const ShapeKind kind = target->kind();
      if (kind == ShapeKind::array) element.node = target->node->element();
      if (kind != ShapeKind::array && kind != ShapeKind::any) {
        diagnostics_.add(faults::not_a_list(start(loop.path), loop.path.text(), kind));
      }
    }
    scope_.emplace_back(loop.variable, element);
  }

  /// Whether a path may go through a list to the members of its elements.
  enum class ListsOnTheWay { refused, walked };

  /// Nothing when a fault was added.
  std::optional<Target> resolve(const Path& path, ListsOnTheWay lists = ListsOnTheWay::refused) {
    std::size_t next = 0;
    Target target{root_, {}};
    std::string parent;
    for (auto each = scope_.rbegin(); each != scope_.rend(); ++each) {
      if (each->first != path.keys.front()) continue;
      target = each->second;
      parent = each->first;
      next = 1;
      break;
    }
    if (next == 0 && may_be_variable(path.keys.front())) return Target{};
    for (; next < path.keys.size(); ++next) {
      if (leads_anywhere(target)) return Target{};
      if (lists == ListsOnTheWay::walked && target.kind() == ShapeKind::array) {
        target.node = target.node->element();
        target.path += "/*";
        if (leads_anywhere(target)) return Target{};
      }
      const std::string& key = path.keys[next];
      const auto member = target.node->member(key);
      if (!member) {
        add_unknown(path, next, parent, *target.node);
        return std::nullopt;
      }
      target.node = member;
      target.path += '/' + key;
      parent += parent.empty() ? key : '.' + key;
    }
    if (target.node) used_.insert(target.path);
    return target;
  }

  /// Nothing is known of what lies below; whatever it is, it is asked for.
  bool leads_anywhere(const Target& target) {
    const bool is_any = target.kind() == ShapeKind::any;
    if (is_any && target.node) used_.insert(target.path);
    return is_any;
  }

  /// Inside a loop that could not be read, a name that the data does not have may be the loop's variable.
  [[nodiscard]] bool may_be_variable(const std::string& name) const {
    const bool has_unread_loop =
        std::any_of(scope_.begin(), scope_.end(), [](const auto& each) { return each.first.empty(); });
    return has_unread_loop && !root_.member(name);
  }

  void add_unknown(const Path& path, std::size_t index, const std::string& parent, const SchemaNode& node) {
    const Place where = place(path.key_offsets[index]);
    if (node.kind() != ShapeKind::object) {
      diagnostics_.add(faults::no_members(where, parent, node.kind()));
      return;
    }
    faults::Words known = node.keys();
    if (index == 0) {
      for (const auto& [variable, target] : scope_) known.push_back(variable);
    }
    diagnostics_.add(faults::unknown_path(where, path.keys[index], parent, known));
  }

  void check_attributes(const Node& node) {
    const ElementRule* rule = node.kind == ElementKind::text ? nullptr : &rule_of(node.kind);
    for (const auto& [name, value] : node.attributes) {
      const AttributeRule* attribute = rule == nullptr ? nullptr : rule->attribute(name);
      if (const auto* condition = std::get_if<Condition>(&value)) check_condition(*condition);
      const auto* path = std::get_if<Path>(&value);
      if (path != nullptr && attribute != nullptr && attribute->kind != AttributeKind::path) check_printable(*path);
      if (const auto* order = std::get_if<Order>(&value)) check_order(*order);
      const auto* text = std::get_if<Template>(&value);
      if (text == nullptr || attribute == nullptr) continue;
      if (attribute->kind == AttributeKind::value) {
        check_value(node, std::string(name), *text);
      } else {
        check_template(*text);
      }
    }
  }

  void check_template(const Template& text) {
    for (const TemplatePart& part : text.parts) {
      if (part.expression) check_expression(*part.expression);
    }
  }

  /// A path that must lead to one value.
  void check_printable(const Path& path) {
    const auto target = resolve(path);
    if (target && !is_scalar(target->kind())) add_prints_many(path, *target);
  }

  void add_prints_many(const Path& path, const Target& target) {
    const faults::Words members = target.node ? target.node->keys() : faults::Words{};
    diagnostics_.add(faults::prints_many(start(path), path.text(), target.kind(), members));
  }

  void check_expression(const Expression& expression) {
    if (expression.path.keys.empty()) return;
    for (const FilterCall& call : expression.filters) check_argument(call);
    if (expression.function != Function::none) {
      check_made(expression);
      return;
    }
    const auto target = resolve(expression.path);
    if (!target || !expression.is_whole) return;
    const bool wants_period =
        !expression.filters.empty() && expression.filters.front().filter->input == FilterInput::period;
    if (!is_scalar(target->kind()) && !(wants_period && target->kind() == ShapeKind::object)) {
      add_prints_many(expression.path, *target);
      return;
    }
    check_filters(expression, target->kind(), names_a_period(*target));
  }

  /// A count or sum: a number, whatever it was made of.
  void check_made(const Expression& expression) {
    const auto target = resolve_operand(expression.function, expression.path);
    if (target && expression.is_whole) check_filters(expression, ShapeKind::number, false);
  }

  void check_filters(const Expression& expression, ShapeKind shape, bool is_period) {
    const Filter* maker = nullptr;  // of the period at hand
    for (const FilterCall& call : expression.filters) {
      const bool wants_period = call.filter->input == FilterInput::period;
      if (maker != nullptr && !wants_period) {
        diagnostics_.add(faults::unfinished_period(place(call.offset), *maker));
        return;
      }
      if (wants_period ? !is_period : !accepts(call.filter->input, shape)) {
        diagnostics_.add(faults::wrong_filter(place(call.offset), *call.filter, expression.path.text(), shape));
        return;
      }
      shape = ShapeKind::text;
      is_period = call.filter->output == FilterOutput::period;
      maker = is_period ? call.filter : nullptr;
    }
    if (maker != nullptr) {
      diagnostics_.add(faults::unfinished_period(place(expression.filters.back().offset), *maker));
    }
  }

  /// Dates `from` and `to`, or nothing known.
  static bool names_a_period(const Target& target) {
    if (target.kind() == ShapeKind::any) return true;
    const auto is_date = [&](std::string_view key) {
      const auto member = target.node->member(key);
      return member && member->kind() == ShapeKind::date;
    };
    return target.kind() == ShapeKind::object && is_date("from") && is_date("to");
  }

  void check_argument(const FilterCall& call) {
    const auto target = call.path ? resolve(*call.path) : std::nullopt;
    if (!target || is_scalar(target->kind())) return;
    const faults::Words members = target->node ? target->node->keys() : faults::Words{};
    diagnostics_.add(faults::prints_many(start(*call.path), call.path->text(), target->kind(), members));
  }

  /// An attribute that may take a whole value: lines of text for a position, an object for an emblem.
  void check_value(const Node& node, const std::string& name, const Template& text) {
    if (!text.is_whole()) return check_template(text);
    const bool is_emblem = node.kind == ElementKind::emblem && name == emblem_attribute;
    const bool is_whole = text.parts.size() == 1 && text.parts[0].expression && text.parts[0].expression->is_bare();
    if (is_emblem && !is_whole) {
      const auto& first = text.parts.front().expression;
      diagnostics_.add(faults::single_path_expected(first ? start(first->path) : node.place, name));
      return;
    }
    if (!is_whole) return check_template(text);
    const Path& path = text.parts[0].expression->path;
    if (is_emblem) {
      const auto target = resolve(path);
      const bool has_mode = target && target->node && target->node->member("mode").has_value();
      if (target && !has_mode) diagnostics_.add(faults::not_an_emblem(start(path), path.text()));
      return;
    }
    if (is_lines(path)) {
      static_cast<void>(resolve(path));
    } else {
      check_template(text);
    }
  }

  /// Says whether a path leads to lines of text; other faults are left to whoever prints it.
  bool is_lines(const Path& path) {
    Diagnostics unheard;
    Checker quiet(source_, root_, scope_, unheard);
    const auto target = quiet.resolve(path);
    if (!target || !target->node) return false;
    if (target->kind() == ShapeKind::blocks) return true;
    const auto element = target->kind() == ShapeKind::array ? target->node->element() : std::nullopt;
    return element && is_scalar(element->kind());
  }

  void check_condition(const Condition& condition) {
    for (const Condition& part : condition.parts) check_condition(part);
    if (condition.path.keys.empty()) return;
    const auto target = resolve_operand(condition.function, condition.path);
    if (!target || condition.kind != Condition::Kind::comparison) return;
    if (condition.other) {
      check_compared(*condition.other);
      return;
    }
    if (!target->node || condition.function != Function::none) return;
    if (!is_scalar(target->kind())) {
      diagnostics_.add(faults::not_comparable(start(condition.path), condition.path.text(), target->kind()));
      return;
    }
    const faults::Words choices = target->node->choices();
    const bool is_possible =
        choices.empty() || std::find(choices.begin(), choices.end(), condition.literal) != choices.end();
    if (!is_possible) {
      const Place where = place(condition.literal_offset);
      diagnostics_.add(faults::unknown_choice(where, condition.literal, condition.path.text(), choices));
    }
  }

  void check_compared(const Path& path) {
    const auto target = resolve(path, ListsOnTheWay::walked);
    if (!target || is_scalar(target->kind())) return;
    diagnostics_.add(faults::not_comparable(start(path), path.text(), target->kind()));
  }

  /// Where a path leads, and whether its function can make something of that.
  std::optional<Target> resolve_operand(Function function, const Path& path) {
    const auto target = resolve(path, ListsOnTheWay::walked);
    if (!target || function == Function::none) return target;
    const ShapeKind kind = target->kind();
    if (function == Function::count && kind != ShapeKind::array && kind != ShapeKind::any) {
      diagnostics_.add(faults::not_a_list(start(path), path.text(), kind));
    }
    if (function == Function::sum) check_summed(path, *target);
    return target;
  }

  void check_summed(const Path& path, const Target& target) {
    const auto element = target.kind() == ShapeKind::array ? target.node->element() : std::nullopt;
    const ShapeKind kind = element ? element->kind() : target.kind();
    if (accepts(FilterInput::number, kind) || kind == ShapeKind::any) return;
    diagnostics_.add(faults::not_comparable(start(path), path.text(), kind));
  }

  void check_order(const Order& order) {
    const auto target = resolve(order.path);
    if (!target || is_scalar(target->kind())) return;
    diagnostics_.add(faults::not_sortable(start(order.path), order.path.text(), target->kind()));
  }

  void check_content(const Node& node) {
    const Path* path = node.value<Path>("select");
    if (path == nullptr) return;
    const auto target = resolve(*path);
    if (!target) return;
    const ShapeKind kind = target->kind();
    if (kind == ShapeKind::object || kind == ShapeKind::boolean) {
      diagnostics_.add(faults::not_content(start(*path), path->text(), kind));
    }
    if (kind != ShapeKind::array) return;
    const auto element = target->node->element();
    const ShapeKind of_element = element ? element->kind() : ShapeKind::any;
    const bool is_printable = is_scalar(of_element) || of_element == ShapeKind::blocks;
    if (!is_printable) diagnostics_.add(faults::not_content(start(*path), path->text(), kind));
  }

  void check_choice(const Node& node) {
    const Path* path = node.value<Path>("of");
    if (path == nullptr) return;
    const auto target = resolve(*path);
    if (!target || !target->node) return;
    const faults::Words choices = target->node->choices();
    if (choices.empty()) {
      diagnostics_.add(faults::not_a_choice(start(*path), path->text(), target->kind()));
      return;
    }
    faults::Words offered;
    for (const Node& option : node.children) {
      const auto* value = option.value<std::string>("value");
      if (option.kind != ElementKind::option || value == nullptr) continue;
      offered.push_back(*value);
      if (std::find(choices.begin(), choices.end(), *value) == choices.end()) {
        diagnostics_.add(faults::unknown_choice(option.place, *value, path->text(), choices));
      }
    }
    if (node.child(ElementKind::unknown) != nullptr) return;
    for (const std::string& each : choices) {
      const bool is_offered = std::find(offered.begin(), offered.end(), each) != offered.end();
      if (!is_offered) diagnostics_.add(faults::missing_option(node.place, each, path->text()));
    }
  }

  using Scope = std::vector<std::pair<std::string, Target>>;
  Checker(const SourceText& source, const SchemaNode& root, Scope scope, Diagnostics& diagnostics)
      : source_(source), root_(root), scope_(std::move(scope)), diagnostics_(diagnostics) {}

  const SourceText& source_;
  SchemaNode root_;
  Scope scope_;
  Diagnostics& diagnostics_;
  std::set<std::string> used_;
};

}  // namespace

std::set<std::string> check_bindings(const Program& program, const SourceText& source, const data::Schema& schema,
                                     Diagnostics& diagnostics) {
  Checker checker(source, schema, diagnostics);
  checker.check(program.report);
  return checker.take_used();
}

}  // namespace krut::layout
