#include "layout/fill_frames.h"

#include <string>
#include <utility>

#include "layout/emblem.h"
#include "layout/fill_blocks.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

constexpr Length usual_thickness = Length::points(0.5);

model::Frame::Horizontal horizontal_of(const std::string& word) {
  if (word == "page-centre") return model::Frame::Horizontal::page_centre;
  return word == "paper" ? model::Frame::Horizontal::paper : model::Frame::Horizontal::column;
}

model::Frame::Vertical vertical_of(const std::string& word) {
  if (word == "body") return model::Frame::Vertical::body;
  return word == "paper" ? model::Frame::Vertical::paper : model::Frame::Vertical::next_block;
}

model::Alignment side_of(const Node& node) { return alignment_of(node.value_or<std::string>("align", "center")); }

}  // namespace

void add_emblem(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Figure figure = emblem_of(state, node, text_format(state, manner));
  figure.id = state.next_id();
  figure.alignment = side_of(node);
  figure.caption_style = manner.style;
  blocks.push_back({std::move(figure)});
}

void add_rule(FillState& state, const Node& node, Blocks& blocks) {
  model::HorizontalRule rule;
  rule.id = state.next_id();
  rule.width = node.value_or<Length>("width", {});
  rule.thickness = node.value_or<Length>("thickness", usual_thickness);
  rule.alignment = side_of(node);
  rule.right_indent = node.value_or<Length>("right-indent", {});
  rule.space_before = node.value_or<Length>("space-before", {});
  rule.space_after = node.value_or<Length>("space-after", {});
  rule.keeps_with_next = node.value_or<bool>("keep-with-next", false);
  blocks.push_back({rule});
}

void add_frame(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::Frame frame;
  frame.id = state.next_id();
  frame.from = horizontal_of(node.value_or<std::string>("from", ""));
  frame.below = vertical_of(node.value_or<std::string>("below", ""));
  frame.left = node.value_or<Length>("left", {});
  frame.top = node.value_or<Length>("top", {});
  frame.width = node.value_or<Length>("width", state.text_width);
  frame.height = node.value_or<Length>("height", {});
  add_children(state, node, manner, frame.blocks);
  for (model::Block& block : frame.blocks) {
    if (auto* paragraph = std::get_if<model::Paragraph>(&block.content)) paragraph->starts_page = false;
  }
  if (!frame.blocks.empty()) blocks.push_back({std::move(frame)});
}

}  // namespace krut::layout
