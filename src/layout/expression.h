#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/filters.h"
#include "layout/source_text.h"

namespace krut::layout {

/// Keys from a loop's variable or from the root of the data down to a value: `measure.due`.
struct Path {
  std::vector<std::string> keys;
  std::vector<std::size_t> key_offsets;  ///< of each key in the source

  [[nodiscard]] std::string text() const;
};

struct FilterCall {
  const Filter* filter = nullptr;
  std::string argument;      ///< as written
  std::optional<Path> path;  ///< where the argument is one
  std::size_t offset = 0;    ///< in the source
};

/// What is made of all values that a path leads to, through each element of the lists on the way.
enum class Function {
  none,   ///< the one value itself
  count,  ///< how many elements the lists have: `count(parts.measures)`
  sum,    ///< of decimals, exactly: `sum(items.amount)`
};

/// `path | filter | filter(argument)`, or `count(path)`, `sum(path)` in place of the path. Of one that could not be
/// read to its end (a fault was added) only the path is there, and that without keys when it could not be read either.
struct Expression {
  Function function = Function::none;
  Path path;
  std::vector<FilterCall> filters;
  bool is_whole = true;

  /// A path and nothing else.
  [[nodiscard]] bool is_bare() const { return filters.empty() && function == Function::none; }
};

/// A stretch of the layout's own words, or an expression.
struct TemplatePart {
  std::string words;
  std::optional<Expression> expression;
};

/// Text with `{{ expressions }}`.
struct Template {
  std::vector<TemplatePart> parts;

  [[nodiscard]] bool has_expressions() const;
  [[nodiscard]] bool is_whole() const;  ///< every expression was read to its end
};

/// How a condition compares: as decimals where both sides are, else by their characters (dates stand in ISO 8601).
enum class Comparison { equal, not_equal, less, at_most, more, at_least };

/// What `if` asks. Where a path goes through lists, one value that answers is enough.
struct Condition {
  enum class Kind {
    present,  ///< the path leads to something
    absent,
    comparison,
    all,       ///< of `parts`
    any,       ///< of `parts`
    negation,  ///< of the one in `parts`
    always,    ///< what a question about a part's parameter comes to
    never,
  };
  Kind kind = Kind::present;
  Function function = Function::none;
  Path path;
  std::vector<FilterCall> filters;  ///< of a part's parameter: it is there where they print something of the value
  Comparison comparison = Comparison::equal;
  std::string literal;             ///< compared with; not used where there is `other`
  std::size_t literal_offset = 0;  ///< in the source
  std::optional<Path> other;
  std::vector<Condition> parts;
};

/// What `each` walks: `measure in indicator.measures`. Lists on the way are walked too, so that
/// `measure in parts.indicators.measures` is every measure there is.
struct Loop {
  std::string variable;
  Path path;
};

/// What `order` sorts by: `indicator.score descending`.
struct Order {
  Path path;
  bool is_descending = false;
};

/// Where a parser finds its characters and leaves its faults.
struct ExpressionInput {
  const SourceText& source;
  const SourceString& text;
  Diagnostics& diagnostics;
};

/// Adds its faults, and keeps what can be read.
[[nodiscard]] Template parse_template(const ExpressionInput& input);
/// Each of these adds its faults and answers nothing when there are any.
[[nodiscard]] std::optional<Path> parse_path(const ExpressionInput& input);
[[nodiscard]] std::optional<Condition> parse_condition(const ExpressionInput& input);
[[nodiscard]] std::optional<Loop> parse_loop(const ExpressionInput& input);
[[nodiscard]] std::optional<Order> parse_order(const ExpressionInput& input);

}  // namespace krut::layout
