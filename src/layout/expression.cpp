#include "layout/expression.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "layout/faults.h"

namespace krut::layout {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_character(char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '-'; }

/// Reads the small language of expressions from `begin` to `end` of its input.
class Reader {
 public:
  Reader(const ExpressionInput& input, std::size_t begin, std::size_t end)
      : input_(input), text_(std::string_view(input.text.text()).substr(0, end)), at_(begin) {
    skip_space();
  }

  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t source_offset() const { return input_.text.source_offset(at_); }

  std::string name() {
    if (is_at_end() || !is_name_start(text_[at_])) return {};
    const std::size_t begin = at_;
    while (!is_at_end() && is_name_character(text_[at_])) ++at_;
    const std::string word(text_.substr(begin, at_ - begin));
    skip_space();
    return word;
  }

  bool take(std::string_view sign) {
    if (text_.substr(at_, sign.size()) != sign) return false;
    at_ += sign.size();
    skip_space();
    return true;
  }

  /// A word that is no part of a longer name.
  bool take_word(std::string_view word) {
    if (!at_word(word)) return false;
    at_ += word.size();
    skip_space();
    return true;
  }

  [[nodiscard]] bool at_word(std::string_view word) const {
    const std::size_t after = at_ + word.size();
    return text_.substr(at_, word.size()) == word && (after >= text_.size() || !is_name_character(text_[after]));
  }

  std::optional<Path> path() {
    Path path;
    do {
      const std::size_t offset = source_offset();
      if (path.keys.size() == limits::data_depth) return fail<Path>(faults::path_too_long(place()));
      std::string key = name();
      if (key.empty()) return fail<Path>(faults::path_expected(place(), rest()));
      path.keys.push_back(std::move(key));
      path.key_offsets.push_back(offset);
    } while (take("."));
    return path;
  }

  std::optional<FilterCall> filter() {
    FilterCall call;
    call.offset = source_offset();
    const Place where = place();
    const std::string word = name();
    if (word.empty()) return fail<FilterCall>(faults::filter_expected(where));
    call.filter = find_filter(word);
    if (call.filter == nullptr) return fail<FilterCall>(faults::unknown_filter(where, word));
    const Place argument_place = place();
    if (!take("(")) {
      if (!takes_argument(*call.filter, "")) return fail<FilterCall>(faults::missing_argument(where, *call.filter));
      return call;
    }
    return call.filter->argument == FilterArgument::path ? path_argument(std::move(call))
                                                         : word_argument(std::move(call), argument_place);
  }

  /// The word of a function and its opening bracket.
  Function function() {
    const std::size_t start = at_;
    for (const auto& [word, function] : {std::pair("count", Function::count), std::pair("sum", Function::sum)}) {
      if (name() == word && take("(")) return function;
      at_ = start;
    }
    return Function::none;
  }

  /// A path, or a function of one.
  std::optional<std::pair<Function, Path>> operand() {
    const Function made = function();
    auto read = path();
    if (!read) return std::nullopt;
    if (made != Function::none && !take(")")) {
      return fail<std::pair<Function, Path>>(faults::unexpected_in_expression(place(), rest()));
    }
    return std::pair(made, std::move(*read));
  }

  Expression expression() {
    auto start = operand();
    if (!start) return {Function::none, {}, {}, false};
    Expression expression{start->first, start->second, {}};
    while (take("|")) {
      auto call = filter();
      if (!call) return {start->first, start->second, {}, false};
      expression.filters.push_back(std::move(*call));
    }
    return at_end(std::move(expression)).value_or(Expression{start->first, start->second, {}, false});
  }

  /// `or` between what `and` joins.
  std::optional<Condition> condition(std::size_t depth = 0) {
    return joined(Condition::Kind::any, "or",
                  [&] { return joined(Condition::Kind::all, "and", [&] { return single_condition(depth + 1); }); });
  }

  /// A text in quotes: either sort.
  std::optional<std::string> literal() {
    if (is_at_end() || (text_[at_] != '"' && text_[at_] != '\'')) {
      return fail<std::string>(faults::literal_expected(place()));
    }
    const std::size_t end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos) return fail<std::string>(faults::literal_expected(place()));
    std::string value(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    skip_space();
    return value;
  }

  /// `value` when nothing follows, else a fault.
  template <typename T>
  std::optional<T> at_end(T value) {
    if (is_at_end()) return value;
    return fail<T>(faults::unexpected_in_expression(place(), rest()));
  }

  template <typename T>
  std::optional<T> fail(Diagnostic diagnostic) {
    input_.diagnostics.add(std::move(diagnostic));
    return std::nullopt;
  }

  template <typename ReadPart>
  std::optional<Condition> joined(Condition::Kind kind, std::string_view word, const ReadPart& read_part) {
    auto first = read_part();
    if (!first || !at_word(word)) return first;
    Condition all;
    all.kind = kind;
    all.parts.push_back(std::move(*first));
    while (take_word(word)) {
      auto next = read_part();
      if (!next) return std::nullopt;
      all.parts.push_back(std::move(*next));
    }
    return all;
  }

  std::optional<Condition> single_condition(std::size_t depth) {
    if (depth > limits::condition_depth) return fail<Condition>(faults::condition_too_deep(place()));
    if (take_word("not")) return negated(depth);
    if (take("(")) {
      auto inner = condition(depth);
      if (!inner || take(")")) return inner;
      return fail<Condition>(faults::unexpected_in_expression(place(), rest()));
    }
    return comparison();
  }

  std::optional<Condition> negated(std::size_t depth) {
    auto inner = single_condition(depth + 1);
    if (!inner) return std::nullopt;
    if (inner->kind == Condition::Kind::present) {
      inner->kind = Condition::Kind::absent;
      return inner;
    }
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.parts.push_back(std::move(*inner));
    return negation;
  }

  /// `path`, or `path eq 'text'`, or `count(path) gt 3`, or `path lt other.path`.
  std::optional<Condition> comparison() {
    Condition condition;
    auto left = operand();
    if (!left) return std::nullopt;
    condition.function = left->first;
    condition.path = std::move(left->second);
    const auto compared = comparison_word();
    if (!compared) return condition;
    condition.kind = Condition::Kind::comparison;
    condition.comparison = *compared;
    condition.literal_offset = source_offset();
    if (!is_at_end() && is_name_start(text_[at_])) {
      condition.other = path();
      return condition.other ? std::optional(std::move(condition)) : std::nullopt;
    }
    auto text = is_at_number() ? std::optional(number()) : literal();
    if (!text) return std::nullopt;
    condition.literal = std::move(*text);
    return condition;
  }

  std::optional<Comparison> comparison_word() {
    if (take("==")) return Comparison::equal;
    static constexpr std::pair<std::string_view, Comparison> words[] = {
        {"eq", Comparison::equal},   {"ne", Comparison::not_equal}, {"lt", Comparison::less},
        {"le", Comparison::at_most}, {"gt", Comparison::more},      {"ge", Comparison::at_least}};
    for (const auto& [word, comparison] : words) {
      if (take_word(word)) return comparison;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_at_number() const {
    return !is_at_end() && (text_[at_] == '-' || (text_[at_] >= '0' && text_[at_] <= '9'));
  }

  std::string number() {
    const std::size_t begin = at_;
    while (!is_at_end() && !is_space(text_[at_]) && text_[at_] != ')') ++at_;
    std::string digits(text_.substr(begin, at_ - begin));
    skip_space();
    return digits;
  }

  /// What is left to read, for messages.
  [[nodiscard]] std::string rest() const {
    std::string text(text_.substr(at_));
    while (!text.empty() && is_space(text.back())) text.pop_back();
    return text;
  }

  [[nodiscard]] Place place() const { return input_.source.place(source_offset()); }

 private:
  void skip_space() {
    while (!is_at_end() && is_space(text_[at_])) ++at_;
  }

  std::optional<FilterCall> path_argument(FilterCall call) {
    call.path = path();
    if (!call.path) return std::nullopt;
    if (!take(")")) return fail<FilterCall>(faults::unexpected_in_expression(place(), rest()));
    return call;
  }

  std::optional<FilterCall> word_argument(FilterCall call, const Place& where) {
    const std::size_t begin = at_;
    while (!is_at_end() && text_[at_] != ')') ++at_;
    call.argument = text_.substr(begin, at_ - begin);
    while (!call.argument.empty() && is_space(call.argument.back())) call.argument.pop_back();
    if (!take(")")) return fail<FilterCall>(faults::unexpected_in_expression(place(), ""));
    if (call.argument.empty() || !takes_argument(*call.filter, call.argument)) {
      return fail<FilterCall>(faults::bad_argument(where, *call.filter, call.argument));
    }
    return call;
  }

  const ExpressionInput& input_;
  std::string_view text_;
  std::size_t at_;
};

Reader whole(const ExpressionInput& input) { return {input, 0, input.text.text().size()}; }

}  // namespace

std::string Path::text() const {
  std::string joined;
  for (const std::string& key : keys) joined += joined.empty() ? key : '.' + key;
  return joined;
}

bool Template::has_expressions() const {
  for (const TemplatePart& part : parts) {
    if (part.expression) return true;
  }
  return false;
}

bool Template::is_whole() const {
  return std::all_of(parts.begin(), parts.end(),
                     [](const TemplatePart& part) { return !part.expression || part.expression->is_whole; });
}

Template parse_template(const ExpressionInput& input) {
  const std::string& text = input.text.text();
  Template result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find("{{", at);
    const std::string words = text.substr(at, open == std::string::npos ? open : open - at);
    if (!words.empty()) result.parts.push_back({words, std::nullopt});
    if (open == std::string::npos) break;
    const std::size_t close = text.find("}}", open);
    if (close == std::string::npos) {
      input.diagnostics.add(faults::unclosed_braces(input.source.place(input.text.source_offset(open))));
      result.parts.push_back({"", Expression{Function::none, {}, {}, false}});
      break;
    }
    result.parts.push_back({"", Reader(input, open + 2, close).expression()});
    at = close + 2;
  }
  return result;
}

std::optional<Path> parse_path(const ExpressionInput& input) {
  Reader reader = whole(input);
  auto path = reader.path();
  return path ? reader.at_end(std::move(*path)) : std::nullopt;
}

std::optional<Condition> parse_condition(const ExpressionInput& input) {
  Reader reader = whole(input);
  auto condition = reader.condition();
  return condition ? reader.at_end(std::move(*condition)) : std::nullopt;
}

std::optional<Loop> parse_loop(const ExpressionInput& input) {
  Reader reader = whole(input);
  Loop loop;
  loop.variable = reader.name();
  if (loop.variable.empty() || !reader.take_word("in")) {
    return reader.fail<Loop>(faults::loop_expected(reader.place(), input.text.text()));
  }
  auto path = reader.path();
  if (!path) return std::nullopt;
  loop.path = std::move(*path);
  return reader.at_end(std::move(loop));
}

std::optional<Order> parse_order(const ExpressionInput& input) {
  Reader reader = whole(input);
  auto path = reader.path();
  if (!path) return std::nullopt;
  Order order{std::move(*path), reader.take_word("descending")};
  if (!order.is_descending) reader.take_word("ascending");
  return reader.at_end(std::move(order));
}

}  // namespace krut::layout
