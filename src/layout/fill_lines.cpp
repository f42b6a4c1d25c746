#include "layout/fill_lines.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/fill_text.h"
#include "layout/filters.h"

namespace krut::layout {

namespace {

using Spans = std::vector<model::Span>;

constexpr std::string_view usual_gap = "  ";

class LabelledLineFiller {
 public:
  LabelledLineFiller(FillState& state, const Node& node, const Manner& manner)
      : state_(state),
        node_(node),
        manner_(manner),
        format_(text_format(state, manner)),
        has_leader_(node.value_or<std::string>("leader", "none") == "dots") {}

  void add_to(Blocks& blocks) {
    std::vector<Spans> values = filled_values();
    if (values.empty() && node_.has("empty")) values.push_back(template_of("empty", format_));
    if (values.empty() && has_leader_) values.emplace_back();
    if (values.empty()) return;
    model::LabelledLine line;
    line.id = state_.next_id();
    line.style = manner_.style;
    line.format = paragraph_format(state_, node_, manner_);
    line.format.first_line_indent = {};
    line.label = template_of("label", label_format());
    line.gap = gap_between(line.label, values.front());
    line.leader = has_leader_ ? model::Leader::dots : model::Leader::none;
    line.end = node_.value_or<Length>("to", {});
    const bool is_numbered = values.size() > 1 && node_.value_or<bool>("numbered", true);
    for (Spans& text : values) {
      model::LabelledLine::Item item;
      item.id = state_.next_id();
      if (is_numbered) item.marker = with_digits(std::to_string(line.items.size() + 1), state_.digits) + '.';
      item.text = std::move(text);
      line.items.push_back(std::move(item));
    }
    blocks.push_back({std::move(line)});
  }

 private:
  /// What stands inside is one value, whatever its lines.
  std::vector<Spans> filled_values() {
    if (const auto* value = node_.value<Template>("value")) {
      return lines_of(state_, *value, node_.place, format_, manner_);
    }
    Line line;
    add_inline(state_, node_.children, 0, node_.children.size(), format_, manner_, line);
    if (line.is_void() || line.spans.empty()) return {};
    settle_tabs(line.spans, 0);
    return {std::move(line.spans)};
  }

  Spans template_of(std::string_view attribute, const model::TextFormat& format) {
    Line line;
    if (const auto* text = node_.value<Template>(attribute)) {
      add_template(state_, *text, node_.place, format, manner_, line);
    }
    return std::move(line.spans);
  }

  [[nodiscard]] model::TextFormat label_format() const {
    const auto* name = node_.value<std::string>("label-style");
    return name == nullptr ? format_ : state_.style(state_.program.style(*name).value_or(manner_.style)).style.text;
  }

  /// Two spaces, unless the data brings its own.
  [[nodiscard]] static Spans gap_between(const Spans& label, const Spans& value) {
    if (label.empty() || value.empty()) return {};
    if (label.back().text.ends_with(' ') || value.front().text.starts_with(' ')) return {};
    model::Span gap;
    gap.text = usual_gap;
    gap.format = value.front().format;
    return {std::move(gap)};
  }

  FillState& state_;
  const Node& node_;
  const Manner& manner_;
  model::TextFormat format_;
  bool has_leader_;
};

/// The labels of the lines inside, which say what stands there.
std::string labels_in(const model::SideBySide& block) {
  std::string labels;
  for (const model::SideBySide::Side& side : block.sides) {
    for (const model::Block& each : side.blocks) {
      const auto* line = std::get_if<model::LabelledLine>(&each.content);
      if (line == nullptr) continue;
      if (!labels.empty()) labels += ' ';
      for (const model::Span& span : line->label) labels += span.text;
    }
  }
  return labels;
}

}  // namespace

void add_side_by_side(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  const auto* widths = node.value<std::vector<model::Column>>("widths");
  if (widths == nullptr) return;
  model::SideBySide block;
  block.id = state.next_id();
  block.space_before = node.value_or<Length>("space-before", {});
  block.space_after = node.value_or<Length>("space-after", {});
  block.keeps_space_before = node.value_or<bool>("keep-space-before", false);
  block.keeps_with_next = node.value_or<bool>("keep-with-next", false);
  bool is_empty = true;
  for (std::size_t i = 0; i < node.children.size() && i < widths->size(); ++i) {
    const Node& side = node.children[i];
    block.sides.push_back({(*widths)[i], {}});
    Manner inside = manner_inside(state, side, manner);
    inside.is_in_cell = true;
    add_children(state, side, inside, block.sides.back().blocks);
    is_empty = is_empty && block.sides.back().blocks.empty();
  }
  if (is_empty) return;
  const auto* title = node.value<Template>("title");
  block.title = title == nullptr ? labels_in(block) : plain_text(state, *title, node.place);
  blocks.push_back({std::move(block)});
}

void add_labelled_line(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  LabelledLineFiller(state, node, manner).add_to(blocks);
}

}  // namespace krut::layout
