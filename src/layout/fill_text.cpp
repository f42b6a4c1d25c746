#include "layout/fill_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/eight_bytes.h"
#include "base/line_break.h"
#include "base/office_signs.h"
#include "layout/decimals.h"
#include "layout/faults.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

using model::Digits;

bool is_blank(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

/// What a word of the layout asks for; `otherwise` when it says nothing.
Digits digits_for(const FillState& state, const Manner& manner, Digits otherwise) {
  if (!manner.digits) return otherwise;
  if (*manner.digits == "thai") return Digits::thai;
  if (*manner.digits == "arabic") return Digits::arabic;
  return *manner.digits == "document" ? state.digits : Digits::as_is;
}

Digits prose_digits(const FillState& state, const Manner& manner) { return digits_for(state, manner, Digits::as_is); }
Digits number_digits(const FillState& state, const Manner& manner) { return digits_for(state, manner, state.digits); }

/// A value on its way to paper.
struct Printed {
  std::string text;
  std::string pointer;
  data::Value value;
};

std::optional<Printed> print(FillState& state, const data::Value& value, const Manner& manner) {
  Printed printed{value.text(), value.pointer(), value};
  if (value.kind() == data::Kind::number) {
    printed.text = with_digits(printed.text, number_digits(state, manner));
  } else {
    printed.text = prose_with_digits(printed.text, prose_digits(state, manner));
  }
  return printed.text.empty() ? std::nullopt : std::optional(std::move(printed));
}

/// What a chain of filters begins with: a period as an ISO 8601 interval, else the text of the value.
std::string text_for_filters(const data::Value& value) {
  const auto from = value.member("from");
  const auto to = value.member("to");
  return from && to ? from->text() + '/' + to->text() : value.text();
}

std::optional<std::string> argument_of(const FillState& state, const FilterCall& call) {
  if (!call.path) return call.argument;
  const auto value = state.scope.value(*call.path);
  return value ? std::optional(value->text()) : std::nullopt;
}

/// The value of the path, or what a function makes of all its values, before any filter.
std::optional<Printed> start_of(FillState& state, const Expression& expression, const Place& asked_by) {
  if (expression.function == Function::none) {
    const auto value = state.scope.value(expression.path);
    if (!value) return std::nullopt;
    Printed printed{text_for_filters(*value), value->pointer(), *value};
    const bool is_printed_as_it_is = expression.filters.empty();
    return printed.text.empty() && !is_printed_as_it_is ? std::nullopt : std::optional(std::move(printed));
  }
  auto made = state.scope.result(expression.function, expression.path);
  if (made) return Printed{std::move(*made), {}, {}};
  for (const data::Value& value : state.scope.texts_under(expression.path)) {
    if (compare_decimals(value.text(), "0")) continue;
    state.diagnostics.add(faults::not_summable(value.place(), asked_by, expression.path.text()));
    break;
  }
  return std::nullopt;
}

/// Nothing is printed where the value is not there, nor where an argument that stands in the data is not.
std::optional<Printed> print(FillState& state, const Expression& expression, const Place& asked_by,
                             const Manner& manner) {
  if (const auto number = state.scope.counter(expression.path)) {
    return Printed{with_digits(std::to_string(*number), number_digits(state, manner)), {}, {}};
  }
  auto start = start_of(state, expression, asked_by);
  if (!start) return std::nullopt;
  Printed printed = std::move(*start);
  const bool is_made = expression.function != Function::none;
  if (expression.filters.empty() && !is_made) return print(state, printed.value, manner);
  if (expression.filters.empty()) printed.text = with_digits(printed.text, number_digits(state, manner));
  for (const FilterCall& call : expression.filters) {
    const auto argument = argument_of(state, call);
    if (!argument) return std::nullopt;
    auto filtered = call.filter->run(printed.text, *argument, number_digits(state, manner));
    if (!filtered) {
      state.diagnostics.add(faults::unreadable_value(printed.value.place(), asked_by, *call.filter, printed.text));
      return std::nullopt;
    }
    printed.text = std::move(*filtered);
  }
  return printed.text.empty() ? std::nullopt : std::optional(std::move(printed));
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }

/// Whether a line ends, or a control character stands, in a text: in nearly none. It looks at eight bytes at a time.
bool has_control(std::string_view text) {
  using namespace eight_bytes;
  for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
    const std::uint64_t bytes = load(text.data());
    if ((any_below(bytes, ' ') | any_equal(bytes, 0x7F)) != 0) return true;
  }
  return std::any_of(text.begin(), text.end(), is_control);
}

model::Span span_of(std::string text, const model::TextFormat& format, const std::string& pointer) {
  model::Span span;
  span.text = std::move(text);
  span.format = format;
  span.pointer = pointer;
  return span;
}

model::Span sign(model::SpanKind kind, const model::TextFormat& format, const std::string& pointer = {}) {
  model::Span span;
  span.kind = kind;
  span.format = format;
  span.pointer = pointer;
  return span;
}

void add_printed(FillState& state, Printed printed, const Place& asked_by, const model::TextFormat& format,
                 Line& line) {
  line.has_values = true;
  // What lies beyond Thai and ASCII is rare: line ends of Unicode, and what is set otherwise than as it stands. The
  // proofreader tells of the latter.
  if (!has_control(printed.text) && signs::is_plain(printed.text)) {
    if (!printed.text.empty()) line.spans.push_back(span_of(std::move(printed.text), format, printed.pointer));
    return;
  }
  bool is_first = true;
  for (std::size_t at = 0; at <= printed.text.size();) {
    const utf8::LineBreak end = utf8::find_line_break(printed.text, at);
    std::string part = signs::as_set(std::string_view(printed.text).substr(at, end.offset - at));
    if (!is_first) line.spans.push_back(sign(model::SpanKind::line_break, format, printed.pointer));
    if (std::any_of(part.begin(), part.end(), is_control)) {
      state.diagnostics.add(faults::control_character(printed.value.place(), asked_by));
      return;
    }
    if (!part.empty()) line.spans.push_back(span_of(std::move(part), format, printed.pointer));
    is_first = false;
    at = end.offset + std::max<std::size_t>(end.size, 1);
  }
}

/// The look of what stands inside an inline element.
model::TextFormat format_inside(const FillState& state, const Node& node, const model::TextFormat& outer) {
  model::TextFormat format = outer;
  if (const auto* style = node.value<std::string>("style")) {
    format = state.style(state.program.style(*style).value_or(0)).style.text;
  }
  format.is_bold = format.is_bold || node.kind == ElementKind::b;
  format.is_italic = format.is_italic || node.kind == ElementKind::i;
  format.is_underlined = format.is_underlined || node.kind == ElementKind::u;
  apply_text_attributes(node, format);
  return format;
}

Manner inline_manner(const FillState& state, const Node& node, const Manner& outer) {
  Manner manner = manner_inside(state, node, outer);
  manner.style = outer.style;
  return manner;
}

void add_sign(FillState& state, const Node& node, const model::TextFormat& format, const Manner& manner, Line& line) {
  if (node.kind == ElementKind::tab) {
    line.spans.push_back(sign(model::SpanKind::tab, format));
    return;
  }
  const model::SpanKind kind = node.kind == ElementKind::br            ? model::SpanKind::line_break
                               : node.kind == ElementKind::page_number ? model::SpanKind::page_number
                                                                       : model::SpanKind::page_count;
  line.has_words = true;
  line.spans.push_back(sign(kind, format));
  if (kind != model::SpanKind::line_break) line.spans.back().digits = number_digits(state, manner);
}

void add_node(FillState& state, const Node& node, const model::TextFormat& format, const Manner& manner, Line& line) {
  switch (node.kind) {
    case ElementKind::text:
      return add_template(state, node.text, node.place, format, manner, line);
    case ElementKind::br:
    case ElementKind::tab:
    case ElementKind::page_number:
    case ElementKind::page_count:
      return add_sign(state, node, format, manner, line);
    default:
      break;
  }
  repeat(state, node, [&] {
    add_inline(state, node.children, 0, node.children.size(), format_inside(state, node, format),
               inline_manner(state, node, manner), line);
  });
}

}  // namespace

void add_inline(FillState& state, const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                const model::TextFormat& format, const Manner& manner, Line& line) {
  for (std::size_t i = begin; i < end; ++i) add_node(state, nodes[i], format, manner, line);
}

void settle_tabs(std::vector<model::Span>& spans, std::size_t stops) {
  std::size_t used = 0;
  for (model::Span& span : spans) {
    if (span.kind == model::SpanKind::line_break) used = 0;
    if (span.kind != model::SpanKind::tab || ++used <= stops) continue;
    span.kind = model::SpanKind::text;
    span.text = " ";
  }
}

void add_template(FillState& state, const Template& text, const Place& asked_by, const model::TextFormat& format,
                  const Manner& manner, Line& line) {
  for (const TemplatePart& part : text.parts) {
    if (!part.expression) {
      line.has_words = line.has_words || !is_blank(part.words);
      if (!part.words.empty()) line.spans.push_back(span_of(part.words, format, {}));
      continue;
    }
    line.has_expressions = true;
    if (auto printed = print(state, *part.expression, asked_by, manner)) {
      add_printed(state, std::move(*printed), asked_by, format, line);
    }
  }
}

void add_value(FillState& state, const data::Value& value, const Place& asked_by, const model::TextFormat& format,
               const Manner& manner, Line& line) {
  line.has_expressions = true;
  if (auto printed = print(state, value, manner)) add_printed(state, std::move(*printed), asked_by, format, line);
}

std::string plain_text(FillState& state, const Template& text, const Place& asked_by) {
  std::string plain;
  for (const auto& line : lines_of(state, text, asked_by, {}, {})) {
    if (!plain.empty()) plain += ' ';
    for (const model::Span& span : line) plain += span.kind == model::SpanKind::line_break ? " " : span.text;
  }
  return plain;
}

std::vector<std::vector<model::Span>> lines_of(FillState& state, const Template& text, const Place& asked_by,
                                               const model::TextFormat& format, const Manner& manner) {
  std::vector<std::vector<model::Span>> lines;
  const bool is_whole = text.parts.size() == 1 && text.parts[0].expression && text.parts[0].expression->is_bare();
  const auto value = is_whole ? state.scope.value(text.parts[0].expression->path) : std::nullopt;
  if (value && value->kind() == data::Kind::array) {
    for (std::size_t i = 0; i < value->size(); ++i) {
      Line line;
      add_value(state, value->element(i), asked_by, format, manner, line);
      if (!line.spans.empty()) lines.push_back(std::move(line.spans));
    }
    return lines;
  }
  Line line;
  add_template(state, text, asked_by, format, manner, line);
  lines.emplace_back();
  for (model::Span& span : line.spans) {
    if (span.kind == model::SpanKind::line_break) {
      lines.emplace_back();
    } else {
      lines.back().push_back(std::move(span));
    }
  }
  lines.erase(std::remove_if(lines.begin(), lines.end(), [](const auto& each) { return each.empty(); }), lines.end());
  return lines;
}

}  // namespace krut::layout
