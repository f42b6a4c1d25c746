#include "layout/fill_content.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "layout/faults.h"
#include "layout/fill_forms.h"

namespace krut::layout {

namespace {

using model::MarkerStyle;

/// Widths in thousandths of the size, as in the faces of the Sarabun family: a Thai digit; a full stop or parenthesis
/// with the space after it; a dash with the space after it.
constexpr std::int64_t digit_width = 450;
constexpr std::int64_t number_end_width = 470;
constexpr std::int64_t dash_width = 500;
constexpr std::int64_t whole_size = 1'000;
/// Of sub-heads in the outline.
constexpr int heading_level = 1;

std::optional<MarkerStyle> marker_of_data(const std::string& marker) {
  if (marker == "๑.") return MarkerStyle::thai_dot;
  if (marker == "๑)") return MarkerStyle::thai_paren;
  if (marker == "1.") return MarkerStyle::arabic_dot;
  if (marker == "1)") return MarkerStyle::arabic_paren;
  return std::nullopt;
}

MarkerStyle marker_of_layout(const FillState& state, const Node& node) {
  const std::string word = node.value_or<std::string>("marker", "document");
  if (word == "thai-dot") return MarkerStyle::thai_dot;
  if (word == "thai-paren") return MarkerStyle::thai_paren;
  if (word == "arabic-dot") return MarkerStyle::arabic_dot;
  if (word == "arabic-paren") return MarkerStyle::arabic_paren;
  return state.digits == model::Digits::arabic ? MarkerStyle::arabic_dot : MarkerStyle::thai_dot;
}

std::string marker_text(MarkerStyle style, int number) {
  const std::string digits = std::to_string(number);
  switch (style) {
    case MarkerStyle::thai_dot:
      return with_digits(digits, model::Digits::thai) + '.';
    case MarkerStyle::thai_paren:
      return with_digits(digits, model::Digits::thai) + ')';
    case MarkerStyle::arabic_dot:
      return digits + '.';
    case MarkerStyle::arabic_paren:
      return digits + ')';
    case MarkerStyle::dash:
      return "-";
    case MarkerStyle::none:
      break;
  }
  return {};
}

/// Room for the widest marker of the list and a space.
Length hang_of(const model::List& list, Length size) {
  if (list.marker_style == MarkerStyle::dash) return Length::twips(size.scaled(dash_width, whole_size).in_twips());
  int highest = 0;
  for (const model::ListItem& item : list.items) highest = std::max(highest, item.number);
  const auto digits = static_cast<std::int64_t>(std::to_string(highest).size());
  return Length::twips(size.scaled(digits * digit_width + number_end_width, whole_size).in_twips());
}

int number_in(const data::Value& value) {
  const std::string text = value.text();
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class ContentFiller {
 public:
  ContentFiller(FillState& state, const Node& node, const Manner& manner)
      : state_(state), node_(node), manner_(manner) {}

  /// The whole, with the lead before its first paragraph or above its first list.
  void add_all(const data::Value& value, Blocks& blocks) {
    Line lead = lead_line();
    const bool has_lead = !lead.spans.empty() && !lead.is_void();
    const bool stands_alone = has_lead && starts_with_list(value);
    if (stands_alone) {
      blocks.push_back({paragraph_of(state_, node_, manner_, std::move(lead.spans))});
      std::get<model::Paragraph>(blocks.back().content).format.keeps_with_next = true;
    }
    const std::size_t begin = blocks.size();
    add(value, 0, blocks);
    const bool is_empty = blocks.size() == begin;
    if (stands_alone && is_empty) blocks.pop_back();
    if (!has_lead || stands_alone || is_empty) return;
    auto* first = std::get_if<model::Paragraph>(&blocks[begin].content);
    if (first != nullptr) first->spans.insert(first->spans.begin(), lead.spans.begin(), lead.spans.end());
  }

 private:
  void add(const data::Value& value, std::size_t depth, Blocks& blocks) {
    if (value.kind() == data::Kind::array) {
      for (std::size_t i = 0; i < value.size(); ++i) add_one(value.element(i), depth, blocks);
    } else {
      add_one(value, depth, blocks);
    }
  }

  Line lead_line() {
    Line line;
    const auto* words = node_.value<Template>("lead");
    if (words != nullptr) add_template(state_, *words, node_.place, text_format(state_, manner_), manner_, line);
    return line;
  }

  static bool starts_with_list(const data::Value& value) {
    const auto first = value.kind() == data::Kind::array && value.size() > 0 ? value.element(0) : value;
    return first.kind() == data::Kind::object && (first.member("ol") || first.member("ul"));
  }

  void add_one(const data::Value& value, std::size_t depth, Blocks& blocks) {
    if (value.kind() != data::Kind::object) return add_text(value, depth, blocks);
    if (const auto text = value.member("p")) return add_text(*text, depth, blocks, is_bold(value));
    if (const auto text = value.member("h")) return add_heading(*text, depth, blocks);
    if (const auto items = value.member("ol")) return add_list(value, *items, true, depth, blocks);
    if (const auto items = value.member("ul")) return add_list(value, *items, false, depth, blocks);
    if (const auto box = value.member("box")) return add_box(value, *box, depth, blocks);
  }

  /// A box that is ticked or not, whatever stands in others, and the words beside it.
  void add_box(const data::Value& value, const data::Value& box, std::size_t depth, Blocks& blocks) {
    model::Choice choice = choice_without_options(state_, node_, manner_);
    if (depth > 0) choice.format.left_indent = choice.format.right_indent = choice.format.first_line_indent = {};
    choice.pointer = box.pointer();
    model::Choice::Option option;
    option.id = state_.next_id();
    option.is_chosen = box.boolean();
    const auto words = value.member("text");
    for (const model::Span& span : words ? spans_of(*words) : std::vector<model::Span>()) {
      option.label += span.kind == model::SpanKind::text ? span.text : " ";
    }
    choice.name = option.label;
    choice.options.push_back(std::move(option));
    blocks.push_back({std::move(choice)});
  }

  std::vector<model::Span> spans_of(const data::Value& value) {
    Line line;
    add_value(state_, value, node_.place, text_format(state_, manner_), manner_, line);
    return std::move(line.spans);
  }

  static bool is_bold(const data::Value& block) {
    const auto bold = block.member("bold");
    return bold && bold->boolean();
  }

  void add_text(const data::Value& value, std::size_t depth, Blocks& blocks, bool is_bold = false) {
    auto spans = spans_of(value);
    for (model::Span& span : spans) span.format.is_bold = span.format.is_bold || is_bold;
    if (!spans.empty()) blocks.push_back({paragraph(std::move(spans), depth)});
  }

  /// A sub-head such as ข้อเท็จจริง: underlined where paragraphs start, and never the last line of a page. In cells and
  /// inside items it stays out of the outline.
  void add_heading(const data::Value& value, std::size_t depth, Blocks& blocks) {
    auto spans = spans_of(value);
    if (spans.empty()) return;
    for (model::Span& span : spans) span.format.is_underlined = true;
    model::Paragraph heading = paragraph(std::move(spans), depth);
    heading.format.alignment = model::Alignment::left;
    heading.format.keeps_with_next = true;
    heading.format.keeps_together = true;
    if (depth == 0 && !manner_.is_in_cell) heading.format.outline_level = heading_level;
    blocks.push_back({std::move(heading)});
  }

  /// Inside an item the paragraph stands in the item's own column, without indents.
  model::Paragraph paragraph(std::vector<model::Span> spans, std::size_t depth) {
    model::Paragraph result = paragraph_of(state_, node_, manner_, std::move(spans));
    if (depth == 0) return result;
    result.format.left_indent = {};
    result.format.right_indent = {};
    result.format.first_line_indent = {};
    return result;
  }

  void add_list(const data::Value& value, const data::Value& items, bool is_ordered, std::size_t depth,
                Blocks& blocks) {
    if (depth >= limits::list_depth) return;  // told by report_deep_lists
    model::List list;
    list.id = state_.next_id();
    list.style = manner_.style;
    list.marker_style = is_ordered ? ordered_marker(value) : MarkerStyle::dash;
    const auto start = is_ordered ? value.member("start") : std::nullopt;
    int expected = start ? number_in(*start) : 1;
    for (std::size_t i = 0; i < items.size(); ++i) {
      list.items.push_back(item_of(items.element(i), list.marker_style, expected, depth));
      expected = list.items.back().number + 1;
    }
    set_indents(list, depth);
    if (!list.items.empty()) blocks.push_back({std::move(list)});
  }

  MarkerStyle ordered_marker(const data::Value& value) const {
    const auto marker = value.member("marker");
    const auto of_data = marker ? marker_of_data(marker->text()) : std::nullopt;
    return of_data.value_or(marker_of_layout(state_, node_));
  }

  model::ListItem item_of(const data::Value& value, MarkerStyle style, int expected, std::size_t depth) {
    model::ListItem item;
    item.id = state_.next_id();
    const bool is_object = value.kind() == data::Kind::object;
    const auto number = is_object ? value.member("number") : std::nullopt;
    if (style != MarkerStyle::dash) {
      item.number = number ? number_in(*number) : expected;
      item.is_out_of_turn = item.number != expected;
    }
    item.marker = marker_text(style, item.number);
    const auto text = is_object ? value.member("text") : value;
    item.blocks.push_back({paragraph(text ? spans_of(*text) : std::vector<model::Span>(), depth + 1)});
    const auto more = is_object ? value.member("blocks") : std::nullopt;
    if (more) add(*more, depth + 1, item.blocks);
    return item;
  }

  /// In cells and inside other lists markers stand at the edge; in running text, where paragraphs start.
  void set_indents(model::List& list, std::size_t depth) const {
    const model::Style& style = state_.style(manner_.style).style;
    list.hang = hang_of(list, style.text.size);
    if (depth > 0) return;
    const model::ParagraphFormat format = paragraph_format(state_, node_, manner_);
    list.indent = format.left_indent;
    if (!manner_.is_in_cell) list.indent += std::max(format.first_line_indent, Length());
    list.indent = node_.value_or<Length>("list-indent", list.indent);
    list.hang = node_.value_or<Length>("list-hang", list.hang);
  }

  FillState& state_;
  const Node& node_;
  const Manner& manner_;
};

void report_deep_list(FillState& state, const data::Value& value, const Place& asked_by, std::size_t depth) {
  if (value.kind() == data::Kind::array) {
    for (std::size_t i = 0; i < value.size(); ++i) report_deep_list(state, value.element(i), asked_by, depth);
    return;
  }
  auto items = value.member("ol");
  if (!items) items = value.member("ul");
  if (!items) return;
  if (depth >= limits::list_depth) {
    state.diagnostics.add(faults::list_too_deep(value.place(), asked_by));
    return;
  }
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto blocks = items->element(i).member("blocks");
    if (blocks) report_deep_list(state, *blocks, asked_by, depth + 1);
  }
}

}  // namespace

void report_deep_lists(FillState& state, const data::Value& value, const Place& asked_by) {
  report_deep_list(state, value, asked_by, 0);
}

void add_content(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  const std::size_t before = blocks.size();
  const auto* path = node.value<Path>("select");
  const auto value = path == nullptr ? std::nullopt : state.scope.value(*path);
  if (value) report_deep_lists(state, *value, node.place);
  if (value) ContentFiller(state, node, manner).add_all(*value, blocks);
  const auto* empty = node.value<Template>("empty");
  if (blocks.size() != before || empty == nullptr) return;
  Line line;
  add_template(state, *empty, node.place, text_format(state, manner), manner, line);
  blocks.push_back({paragraph_of(state, node, manner, std::move(line.spans))});
}

}  // namespace krut::layout
