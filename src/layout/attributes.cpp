#include "layout/attributes.h"

#include <algorithm>

#include "base/limits.h"
#include "layout/faults.h"
#include "layout/measures.h"
#include "layout/values.h"

namespace krut::layout {

namespace {

using Result = std::optional<AttributeValue>;

class Attribute {
 public:
  explicit Attribute(const AttributeInput& input)
      : input_(input), text_(input.attribute.value.text()), name_(input.attribute.name) {}

  Result words() const { return text_.empty() ? bad({"ข้อความที่ไม่ว่าง", "some text"}) : Result(text_); }

  Result identifier() const {
    const Bilingual expected = {"ชื่อที่มีแต่อักษรละติน ตัวเลข และขีด ขึ้นต้นด้วยอักษร",
                                "a name of Latin letters, digits and hyphens that starts with a letter"};
    return values::is_identifier(text_) ? Result(text_) : bad(expected);
  }

  Result word() const {
    const auto& words = input_.rule.words;
    if (std::find(words.begin(), words.end(), text_) != words.end()) return text_;
    return fail(faults::bad_word(place(), name_, text_, {words.begin(), words.end()}));
  }

  Result yes_no() const {
    const auto value = values::yes_no(text_);
    return value ? Result(*value) : fail(faults::bad_word(place(), name_, text_, {"yes", "no"}));
  }

  Result count() const {
    const auto value = values::whole_number(text_);
    if (value && *value >= input_.rule.least && *value <= input_.rule.most) return *value;
    const std::string least = std::to_string(input_.rule.least);
    const std::string most = std::to_string(input_.rule.most);
    return bad({"จำนวนเต็มตั้งแต่ " + least + " ถึง " + most, "a whole number from " + least + " to " + most});
  }

  Result length(bool may_be_negative) const {
    const auto value = values::length(text_);
    if (!value || (!may_be_negative && *value < Length())) return fail(faults::bad_length(place(), name_, text_));
    const measures::Bounds bounds = measures::bounds_of(input_.rule.name);
    return bounds.has(*value) ? Result(*value) : bad(measures::told(bounds));
  }

  Result padding() const {
    const auto value = values::sides(text_);
    if (!value) return fail(faults::bad_length(wrong_word_place(), name_, wrong_word()));
    const measures::Bounds bounds = measures::bounds_of(input_.rule.name);
    for (const Length side : {value->top, value->right, value->bottom, value->left}) {
      if (!bounds.has(side)) return bad(measures::told(bounds));
    }
    return *value;
  }

  Result page_size() const {
    const auto value = values::page_size(text_);
    if (value) return *value;
    const Bilingual side = measures::told(measures::page_side);
    return bad({" A4, A5, letter หรือความกว้างและความสูง เช่น \"210mm 297mm\" แต่ละด้านเป็น" + side.thai,
                "A4, A5, letter, or a width and a height such as \"210mm 297mm\", each " + side.english});
  }

  Result widths() const {
    std::string wrong;
    auto value = values::widths(text_, wrong);
    if (value) return std::move(*value);
    const std::size_t at = wrong.empty() ? 0 : text_.find(wrong.substr(0, 2));
    const std::string most = std::to_string(limits::table_columns);
    const Bilingual width = measures::told(measures::column);
    const Place where = input_.source.place(input_.attribute.value.source_offset(at));
    return fail(faults::bad_value(
        where, name_, wrong.empty() ? text_ : wrong,
        {"ความกว้างของแต่ละคอลัมน์ เช่น 2.8cm, 1fr หรือ content(2cm,6cm) ไม่เกิน " + most + " คอลัมน์ ความกว้างเป็น" + width.thai,
         "the width of each column, such as 2.8cm, 1fr or content(2cm,6cm), and no more than " + most +
             " columns; a width is " + width.english}));
  }

  Result tab_stops() const {
    auto value = values::tab_stops(text_);
    const Bilingual position = measures::told(measures::bounds_of(input_.rule.name));
    const bool fits = value && measures::bounds_of(input_.rule.name).has(value->back().position);
    if (fits) return std::move(*value);
    return bad({"จุดแท็บจากซ้ายไปขวา เช่น \"8cm 16cm right dots\" แต่ละจุดเป็น" + position.thai,
                "tab stops from left to right, such as \"8cm 16cm right dots\", each " + position.english});
  }

  Result width() const {
    if (holds_value()) return value_path();
    std::string wrong;
    auto value = values::widths(text_, wrong);
    if (value && value->size() == 1) return std::move(*value);
    return bad(measures::one_column());
  }

  Result word_or_value() const { return holds_value() ? value_path() : word(); }
  Result length_or_value() const { return holds_value() ? value_path() : length(false); }
  Result count_or_value() const {
    const auto& words = input_.rule.words;
    if (std::find(words.begin(), words.end(), text_) != words.end()) return all_there_are;
    return holds_value() ? value_path() : count();
  }

  Result style_name() const {
    const auto& names = input_.style_names;
    if (std::find(names.begin(), names.end(), text_) != names.end()) return text_;
    return fail(faults::unknown_style(place(), text_, names));
  }

  Result value() const { return parse_template(expression()); }

  Result path() const {
    const auto parsed = parse_path(expression());
    return parsed ? Result(*parsed) : std::nullopt;
  }

  Result condition() const {
    const auto parsed = parse_condition(expression());
    return parsed ? Result(*parsed) : std::nullopt;
  }

  Result loop() const {
    const auto parsed = parse_loop(expression());
    return parsed ? Result(*parsed) : std::nullopt;
  }

  Result order() const {
    const auto parsed = parse_order(expression());
    return parsed ? Result(*parsed) : std::nullopt;
  }

 private:
  [[nodiscard]] bool holds_value() const { return text_.find("{{") != std::string::npos; }

  /// Of {{ one path }}, without filters and words around it.
  Result value_path() const {
    const Template parsed = parse_template(expression());
    if (!parsed.is_whole()) return std::nullopt;
    const auto& parts = parsed.parts;
    const bool is_path = parts.size() == 1 && parts.front().expression && parts.front().expression->is_bare();
    if (is_path) return parts.front().expression->path;
    return fail(faults::single_path_expected(place(), name_));
  }

  [[nodiscard]] Place place() const { return input_.source.place(input_.attribute.value.source_offset(0)); }
  [[nodiscard]] ExpressionInput expression() const {
    return {input_.source, input_.attribute.value, input_.diagnostics};
  }

  /// The first length in the list that is none; the whole when their number is wrong.
  [[nodiscard]] std::string wrong_word() const {
    for (const std::string_view each : values::words(text_)) {
      const auto value = values::length(each);
      if (!value || *value < Length()) return std::string(each);
    }
    return text_;
  }
  [[nodiscard]] Place wrong_word_place() const {
    return input_.source.place(input_.attribute.value.source_offset(text_.find(wrong_word())));
  }

  [[nodiscard]] Result bad(const Bilingual& expected) const {
    return fail(faults::bad_value(place(), name_, text_, expected));
  }
  [[nodiscard]] Result fail(Diagnostic diagnostic) const {
    input_.diagnostics.add(std::move(diagnostic));
    return std::nullopt;
  }

  const AttributeInput& input_;
  const std::string& text_;
  const std::string& name_;
};

}  // namespace

std::optional<AttributeValue> read_attribute(const AttributeInput& input) {
  const Attribute attribute(input);
  switch (input.rule.kind) {
    case AttributeKind::words:
      return attribute.words();
    case AttributeKind::identifier:
      return attribute.identifier();
    case AttributeKind::word:
      return attribute.word();
    case AttributeKind::yes_no:
      return attribute.yes_no();
    case AttributeKind::count:
      return attribute.count();
    case AttributeKind::length:
      return attribute.length(false);
    case AttributeKind::length_or_value:
      return attribute.length_or_value();
    case AttributeKind::indent:
      return attribute.length(true);
    case AttributeKind::padding:
      return attribute.padding();
    case AttributeKind::page_size:
      return attribute.page_size();
    case AttributeKind::widths:
      return attribute.widths();
    case AttributeKind::width:
      return attribute.width();
    case AttributeKind::word_or_value:
      return attribute.word_or_value();
    case AttributeKind::count_or_value:
      return attribute.count_or_value();
    case AttributeKind::tab_stops:
      return attribute.tab_stops();
    case AttributeKind::style_name:
      return attribute.style_name();
    case AttributeKind::text_template:
    case AttributeKind::value:
      return attribute.value();
    case AttributeKind::path:
      return attribute.path();
    case AttributeKind::condition:
      return attribute.condition();
    case AttributeKind::loop:
      return attribute.loop();
    case AttributeKind::order:
      return attribute.order();
  }
  return std::nullopt;
}

}  // namespace krut::layout
