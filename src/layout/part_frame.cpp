#include "layout/part_frame.h"

#include <algorithm>
#include <iterator>

#include "layout/decimals.h"
#include "layout/faults.h"

namespace krut::layout {

namespace {

std::string all_words(const Template& text) {
  std::string words;
  for (const TemplatePart& part : text.parts) words += part.words;
  return words;
}

class Replacer {
 public:
  explicit Replacer(const FrameScope& scope) : scope_(scope) {}

  Template replace(Template text) {
    Template result;
    for (TemplatePart& part : text.parts) {
      if (part.expression) {
        add(std::move(*part.expression), result);
      } else {
        result.parts.push_back(std::move(part));
      }
    }
    return result;
  }

  std::optional<Path> replace(Path path) {
    const Argument* argument = argument_of(path);
    if (argument == nullptr) return path;
    if (argument->value.parts.empty()) return std::nullopt;
    const Expression* expression = argument->expression();
    if (expression == nullptr || !expression->is_bare()) {
      scope_.diagnostics.add(faults::parameter_is_no_value(place(path), path.keys.front()));
      return std::nullopt;
    }
    return joined(expression->path, path);
  }

  Condition replace(Condition condition) {
    for (Condition& part : condition.parts) part = replace(std::move(part));
    if (condition.other) {
      condition.other = replace(std::move(*condition.other));
      if (!condition.other) return constant(false);
    }
    if (condition.path.keys.empty()) return condition;
    const Argument* argument = argument_of(condition.path);
    if (argument == nullptr) return condition;
    const Expression* expression = argument->expression();
    if (expression == nullptr) return answered(condition, argument->value);
    const bool needs_value = condition.kind == Condition::Kind::comparison || condition.function != Function::none ||
                             condition.path.keys.size() > 1 || expression->function != Function::none;
    if (needs_value && !expression->is_bare()) {
      scope_.diagnostics.add(faults::parameter_is_no_value(place(condition.path), condition.path.keys.front()));
    }
    condition.path = joined(expression->path, condition.path);
    condition.filters = expression->filters;
    return condition;
  }

 private:
  /// Null for a variable of the part, and outside of parts.
  const Argument* argument_of(const Path& path) {
    static const Argument nothing;
    if (scope_.frame == nullptr || path.keys.empty() || is_variable(path.keys.front())) return nullptr;
    if (const Argument* found = scope_.frame->argument(path.keys.front())) {
      check_variables(path, *found);
      return found;
    }
    faults::Words known;
    for (const Parameter& each : scope_.frame->part->parameters) known.push_back(each.name);
    known.insert(known.end(), scope_.variables.begin(), scope_.variables.end());
    if (scope_.frame->part->parameter(path.keys.front()) == nullptr) {
      scope_.diagnostics.add(
          faults::unknown_parameter(place(path), path.keys.front(), scope_.frame->part->name, known));
    }
    return &nothing;
  }

  [[nodiscard]] bool is_variable(const std::string& name) const {
    return std::find(scope_.variables.begin(), scope_.variables.end(), name) != scope_.variables.end();
  }

  /// A variable of the part would take the place of one of the layout that uses it.
  void check_variables(const Path& path, const Argument& argument) {
    for (const TemplatePart& part : argument.value.parts) {
      const bool is_hidden =
          part.expression && !part.expression->path.keys.empty() && is_variable(part.expression->path.keys.front());
      if (!is_hidden) continue;
      scope_.diagnostics.add(
          faults::hidden_variable(place(path), part.expression->path.keys.front(), scope_.frame->part->name));
    }
  }

  void add(Expression expression, Template& result) {
    for (FilterCall& call : expression.filters) {
      if (call.path) call.path = replace(std::move(*call.path));
    }
    const Argument* argument = argument_of(expression.path);
    if (argument == nullptr) {
      result.parts.push_back({"", std::move(expression)});
      return;
    }
    const auto& parts = argument->value.parts;
    const bool stands_alone = expression.path.keys.size() == 1 && expression.is_bare();
    if (stands_alone) {
      result.parts.insert(result.parts.end(), parts.begin(), parts.end());
    } else if (const Expression* given = argument->expression()) {
      result.parts.push_back({"", chained(*given, std::move(expression))});
    } else if (!parts.empty()) {
      scope_.diagnostics.add(faults::parameter_is_no_value(place(expression.path), expression.path.keys.front()));
    }
  }

  /// What the use says, then what the part makes of it.
  Expression chained(const Expression& given, Expression expression) {
    const bool goes_on = expression.path.keys.size() > 1 || expression.function != Function::none;
    if (goes_on && !given.is_bare()) {
      scope_.diagnostics.add(faults::parameter_is_no_value(place(expression.path), expression.path.keys.front()));
    }
    Expression result = given;
    if (expression.function != Function::none) result.function = expression.function;
    result.path = joined(given.path, expression.path);
    std::move(expression.filters.begin(), expression.filters.end(), std::back_inserter(result.filters));
    result.is_whole = given.is_whole && expression.is_whole;
    return result;
  }

  static Path joined(const Path& given, const Path& path) {
    Path result = given;
    result.keys.insert(result.keys.end(), path.keys.begin() + 1, path.keys.end());
    result.key_offsets.insert(result.key_offsets.end(), path.key_offsets.begin() + 1, path.key_offsets.end());
    return result;
  }

  static Condition constant(bool holds) {
    Condition condition;
    condition.kind = holds ? Condition::Kind::always : Condition::Kind::never;
    return condition;
  }

  /// What a question about words, or about nothing, comes to: that needs no data.
  Condition answered(const Condition& condition, const Template& value) {
    const bool is_there = !value.parts.empty();
    if (condition.kind == Condition::Kind::present) return constant(is_there);
    if (condition.kind == Condition::Kind::absent) return constant(!is_there);
    if (value.has_expressions() || condition.other || condition.function != Function::none) {
      scope_.diagnostics.add(faults::parameter_is_no_value(place(condition.path), condition.path.keys.front()));
    }
    return constant(is_so(all_words(value), condition.comparison, condition.literal));
  }

  [[nodiscard]] Place place(const Path& path) const { return scope_.source.place(path.key_offsets.front()); }

  const FrameScope& scope_;
};

}  // namespace

const Expression* Argument::expression() const {
  const bool is_one = value.parts.size() == 1 && value.parts.front().expression;
  return is_one ? &*value.parts.front().expression : nullptr;
}

const Argument* PartFrame::argument(const std::string& name) const {
  const auto found =
      std::find_if(arguments.begin(), arguments.end(), [&](const auto& each) { return each.first == name; });
  return found == arguments.end() ? nullptr : &found->second;
}

bool PartFrame::is_inside(const Part& other) const {
  for (const PartFrame* frame = this; frame != nullptr; frame = frame->caller) {
    if (frame->part == &other) return true;
  }
  return false;
}

Template with_arguments(const FrameScope& scope, Template text) { return Replacer(scope).replace(std::move(text)); }

Condition with_arguments(const FrameScope& scope, Condition condition) {
  return Replacer(scope).replace(std::move(condition));
}

std::optional<Path> with_arguments(const FrameScope& scope, Path path) {
  return Replacer(scope).replace(std::move(path));
}

const Argument* lone_argument(const PartFrame* frame, const std::string& text) {
  if (frame == nullptr || !text.starts_with("{{") || !text.ends_with("}}")) return nullptr;
  const std::string inside = text.substr(2, text.size() - 4);
  const std::size_t begin = inside.find_first_not_of(' ');
  if (begin == std::string::npos) return nullptr;
  return frame->argument(inside.substr(begin, inside.find_last_not_of(' ') + 1 - begin));
}

}  // namespace krut::layout
