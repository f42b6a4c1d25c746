#include "layout/fill_forms.h"

#include <algorithm>
#include <utility>

#include "layout/fill_values.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

constexpr Length usual_space_before_signatures = Length::points(6);
constexpr Length usual_signature_width = Length::millimetres(120);
constexpr Length usual_width_in_columns = Length::millimetres(75);
constexpr int usual_lines_for_hand = 3;
/// From the page's centre to the axis of names and positions, which stand right of it.
constexpr Length usual_axis_offset = Length::millimetres(23);
/// Form 28. From the left margin: where the closing phrase starts, and the axis of names and positions, which is the
/// middle of ขอแสดงความนับถือ, 84 pt wide. Above the phrase: "1 Enter + Before 12 pt".
constexpr Length closing_position = Length::millimetres(75);
constexpr Length closing_axis = Length::points(254.6);
constexpr Length closing_space_before = Length::points(12);
/// Lines of text that must go over to the next page: two, and the closing phrase.
constexpr int lines_kept_before_closing = 3;
constexpr std::string_view electronic_signing = "electronic";

/// Sides of a choice's box and the gap after it, in thousandths of the size: the gap is one space.
constexpr std::int64_t box_share = 400;
constexpr std::int64_t gap_share = 216;
constexpr std::int64_t whole_size = 1'000;

model::Span words(std::string_view text, const model::TextFormat& format) {
  model::Span span;
  span.text = text;
  span.format = format;
  return span;
}

std::vector<model::Span> spans_of(FillState& state, const Node& node, std::string_view attribute,
                                  const model::TextFormat& format, const Manner& manner) {
  const auto* text = node.value<Template>(attribute);
  Line line;
  if (text != nullptr) add_template(state, *text, node.place, format, manner, line);
  return std::move(line.spans);
}

/// ASCII letters, digits and underscores, as names of form fields should be.
std::string field_name_of(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_plain) name += c;
    if (!is_plain && (c == ' ' || c == '-' || c == '_') && !name.empty()) name += '_';
  }
  return name;
}

std::string unique_field_name(FillState& state, const std::string& wanted) {
  const std::string base = wanted.empty() ? "signature" : wanted;
  std::size_t number = wanted.empty() ? state.field_names.size() + 1 : 1;
  std::string name = wanted.empty() ? base + '_' + std::to_string(number) : base;
  while (!state.field_names.insert(name).second) name = base + '_' + std::to_string(++number);
  return name;
}

model::Signer signer_of(FillState& state, const Node& node, const Manner& manner, bool has_field) {
  const model::TextFormat format = text_format(state, manner);
  model::Signer signer;
  signer.id = state.next_id();
  const auto* field = node.value<Template>("field");
  if (has_field) {
    signer.field_name =
        unique_field_name(state, field == nullptr ? "" : field_name_of(plain_text(state, *field, node.place)));
  }
  signer.remark = spans_of(state, node, "remark", format, manner);
  signer.role = spans_of(state, node, "role", format, manner);
  signer.name = spans_of(state, node, "name", format, manner);
  if (!signer.name.empty()) {
    signer.name.insert(signer.name.begin(), words("(", format));
    signer.name.push_back(words(")", format));
  }
  for (model::Span& span : signer.name) span.stays_on_one_line = true;
  for (const std::string_view attribute : {"position", "acting"}) {
    const auto* text = node.value<Template>(attribute);
    if (text == nullptr) continue;
    for (auto& line : lines_of(state, *text, node.place, format, manner)) signer.position.push_back(std::move(line));
  }
  return signer;
}

void keep_with_signatures(Blocks& blocks) {
  if (blocks.empty()) return;
  if (auto* paragraph = std::get_if<model::Paragraph>(&blocks.back().content)) paragraph->format.keeps_with_next = true;
}

/// ขอแสดงความนับถือ and its like, from the page's centre.
model::Paragraph closing_phrase(FillState& state, const Manner& manner, std::vector<model::Span> spans) {
  model::Paragraph paragraph;
  paragraph.id = state.next_id();
  paragraph.style = manner.style;
  paragraph.format = state.style(manner.style).style.paragraph;
  paragraph.format.alignment = model::Alignment::left;
  paragraph.format.left_indent = closing_position;
  paragraph.format.right_indent = paragraph.format.first_line_indent = paragraph.format.space_after = {};
  paragraph.format.space_before = closing_space_before;
  paragraph.format.keeps_with_next = true;
  paragraph.spans = std::move(spans);
  return paragraph;
}

}  // namespace

void add_signatures(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Signatures signatures;
  signatures.id = state.next_id();
  signatures.style = manner.style;
  signatures.place = node.place;
  signatures.format = paragraph_format(state, node, manner);
  signatures.format.alignment = model::Alignment::center;
  signatures.format.left_indent = {};
  signatures.format.right_indent = {};
  signatures.format.first_line_indent = {};
  signatures.format.space_before = {};
  signatures.format.space_after = {};
  const std::vector<model::Span> closing = spans_of(state, node, "closing", text_format(state, manner), manner);
  const bool is_letter = !closing.empty();
  signatures.columns = node.value_or<int>("columns", 1);
  signatures.axis = node.value_or<Length>("axis", is_letter ? closing_axis : state.page_centre + usual_axis_offset);
  signatures.width =
      node.value_or<Length>("width", signatures.columns == 1 ? usual_signature_width : usual_width_in_columns);
  signatures.lines_for_hand = node.value_or<int>("lines-for-hand", usual_lines_for_hand);
  signatures.space_before = node.value_or<Length>("space-before", is_letter ? Length() : usual_space_before_signatures);
  signatures.has_dotted_line = node.value_or<bool>("dotted-line", false);
  const bool has_fields = word_in(state, node, "signing", electronic_signing) == electronic_signing;
  for (const Node& child : node.children) {
    if (child.kind != ElementKind::signature) continue;
    repeat(state, child, [&] { signatures.signers.push_back(signer_of(state, child, manner, has_fields)); });
  }
  if (signatures.signers.empty()) return;
  signatures.keeps_with_next = node.value_or<bool>("keep-with-next", false);
  if (node.value_or<bool>("keep-with-previous", true)) keep_with_signatures(blocks);
  if (is_letter) {
    signatures.lines_kept_before = lines_kept_before_closing;
    blocks.push_back({closing_phrase(state, manner, closing)});
  }
  blocks.push_back({std::move(signatures)});
}

model::Choice choice_without_options(FillState& state, const Node& node, const Manner& manner) {
  model::Choice choice;
  choice.id = state.next_id();
  choice.style = manner.style;
  choice.format = paragraph_format(state, node, manner);
  choice.format.alignment = model::Alignment::left;
  choice.text = text_format(state, manner);
  choice.box_side = choice.text.size.scaled(box_share, whole_size);
  choice.box_gap = choice.text.size.scaled(gap_share, whole_size);
  return choice;
}

void add_choice(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Choice choice = choice_without_options(state, node, manner);
  choice.name = node.value_or<std::string>("name", "");
  const auto* path = node.value<Path>("of");
  const auto value = path == nullptr ? std::nullopt : state.scope.value(*path);
  if (value) choice.pointer = value->pointer();
  for (const Node& child : node.children) {
    if (child.kind != ElementKind::option) continue;
    model::Choice::Option option;
    option.id = state.next_id();
    for (const Node& text : child.children) option.label += plain_text(state, text.text, text.place);
    option.is_chosen = value && value->text() == child.value_or<std::string>("value", "");
    choice.options.push_back(std::move(option));
  }
  blocks.push_back({std::move(choice)});
}

}  // namespace krut::layout
