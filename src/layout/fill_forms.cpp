#include "layout/fill_forms.h"

#include <algorithm>
#include <utility>

#include "layout/emblem.h"
#include "layout/fill_values.h"
#include "layout/styles.h"
#include "model/forms.h"

namespace krut::layout {

namespace {

constexpr std::string_view memo_title = "บันทึกข้อความ";
constexpr Length usual_space_before_signatures = Length::points(6);
constexpr Length usual_signature_width = Length::millimetres(120);
constexpr Length usual_width_in_columns = Length::millimetres(75);
constexpr int usual_lines_for_hand = 3;
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

class MemoHeadFiller {
 public:
  MemoHeadFiller(FillState& state, const Node& node, const Manner& manner)
      : state_(state), node_(node), manner_(manner) {}

  model::MemoHead head() {
    model::MemoHead head;
    head.id = state_.next_id();
    head.title_style = style(memo_title_style);
    head.field_style = style(memo_field_style);
    head.title = spans_of(state_, node_, "title", text_of(memo_title_style), manner_);
    if (head.title.empty()) head.title.push_back(words(memo_title, text_of(memo_title_style)));
    head.emblem = emblem_of(state_, node_, model::forms::emblem_height_memo, text_of(memo_field_style));
    head.agency = field("ส่วนราชการ", "agency");
    head.reference_no = field("ที่", "reference");
    head.date = field("วันที่", "date");
    head.subject = field("เรื่อง", "subject");
    return head;
  }

 private:
  [[nodiscard]] model::StyleIndex style(std::string_view name) const { return state_.program.style(name).value_or(0); }
  [[nodiscard]] const model::TextFormat& text_of(std::string_view name) const {
    return state_.style(style(name)).style.text;
  }

  model::HeadField field(std::string_view label, std::string_view attribute) {
    model::HeadField field;
    field.id = state_.next_id();
    field.label.push_back(words(label, text_of(memo_label_style)));
    field.value = spans_of(state_, node_, attribute, text_of(memo_field_style), manner_);
    return field;
  }

  FillState& state_;
  const Node& node_;
  const Manner& manner_;
};

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
  paragraph.format.left_indent = model::forms::letter::page_centre;
  paragraph.format.right_indent = paragraph.format.first_line_indent = paragraph.format.space_after = {};
  paragraph.format.space_before = model::forms::letter::closing_space_before;
  paragraph.format.keeps_with_next = true;
  paragraph.spans = std::move(spans);
  return paragraph;
}

}  // namespace

void add_memo_head(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  blocks.push_back({MemoHeadFiller(state, node, manner).head()});
}

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
  signatures.axis = node.value_or<Length>("axis", is_letter ? model::forms::letter::signature_axis
                                                            : state.page_centre + model::forms::memo::signature_offset);
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
    signatures.lines_kept_before = model::forms::letter::lines_kept_before_signatures;
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
