#include <utility>

#include "layout/emblem.h"
#include "layout/fill_forms.h"
#include "model/forms.h"

namespace krut::layout {

namespace {

constexpr std::string_view number_label = "ที่";

using Lines = std::vector<std::vector<model::Span>>;

class LetterHeadFiller {
 public:
  LetterHeadFiller(FillState& state, const Node& node, const Manner& manner)
      : state_(state), node_(node), manner_(manner), format_(text_format(state, manner)) {}

  model::LetterHead head() {
    model::LetterHead head;
    head.id = state_.next_id();
    head.style = manner_.style;
    head.format = paragraph_format(state_, node_, manner_);
    head.stamp_style = state_.program.style(letter_stamp_style).value_or(0);
    const model::TextFormat& stamp = state_.style(head.stamp_style).style.text;
    head.emblem = emblem_of(state_, node_, model::forms::emblem_height_letter, format_);
    head.secrecy = spans("secrecy", stamp);
    head.urgency = spans("urgency", stamp);
    head.reference_no.id = state_.next_id();
    model::Span label;
    label.text = number_label;
    label.format = format_;
    head.reference_no.label.push_back(std::move(label));
    head.reference_no.value = spans("reference", format_);
    head.agency_id = state_.next_id();
    for (const std::string_view attribute : {"agency", "address"}) {
      for (auto& line : lines(attribute)) head.agency.push_back(std::move(line));
    }
    head.date_id = state_.next_id();
    head.date = spans("date", format_);
    return head;
  }

 private:
  std::vector<model::Span> spans(std::string_view attribute, const model::TextFormat& format) {
    Line line;
    const auto* text = node_.value<Template>(attribute);
    if (text != nullptr) add_template(state_, *text, node_.place, format, manner_, line);
    return std::move(line.spans);
  }

  Lines lines(std::string_view attribute) {
    const auto* text = node_.value<Template>(attribute);
    return text == nullptr ? Lines() : lines_of(state_, *text, node_.place, format_, manner_);
  }

  FillState& state_;
  const Node& node_;
  const Manner& manner_;
  model::TextFormat format_;
};

}  // namespace

void add_letter_head(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  blocks.push_back({LetterHeadFiller(state, node, manner).head()});
}

}  // namespace krut::layout
