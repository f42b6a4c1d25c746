#include "layout/fill_blocks.h"

#include <optional>
#include <utility>

#include "layout/fill_content.h"
#include "layout/fill_figures.h"
#include "layout/fill_forms.h"
#include "layout/fill_frames.h"
#include "layout/fill_lines.h"
#include "layout/fill_table.h"
#include "layout/styles.h"

namespace krut::layout {

namespace {

/// A line that came out void gives way to the element's `empty` text; nothing when there is none.
std::optional<Line> or_empty_text(FillState& state, const Node& node, const Manner& manner, Line line,
                                  const model::TextFormat& format) {
  if (!line.is_void()) return line;
  const auto* empty = node.value<Template>("empty");
  if (empty == nullptr) return std::nullopt;
  Line instead;
  add_template(state, *empty, node.place, format, manner, instead);
  return instead;
}

void add_stretch(FillState& state, const Node& node, std::size_t begin, std::size_t end, const Manner& manner,
                 Blocks& blocks) {
  Line line;
  add_inline(state, node.children, begin, end, text_format(state, manner), manner, line);
  auto filled = or_empty_text(state, node, manner, std::move(line), text_format(state, manner));
  if (!filled) return;
  blocks.push_back({paragraph_of(state, node, manner, std::move(filled->spans))});
}

void add_paragraph(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  model::TextFormat format = text_format(state, manner);
  apply_text_attributes(node, format);
  Line line;
  add_inline(state, node.children, 0, node.children.size(), format, manner, line);
  auto filled = or_empty_text(state, node, manner, std::move(line), format);
  if (!filled) return;
  model::Paragraph paragraph = paragraph_of(state, node, manner, std::move(filled->spans));
  if (const int* level = node.value<int>("level")) {
    paragraph.format.outline_level = *level;
    paragraph.format.keeps_with_next = node.value_or<bool>("keep-with-next", true);
  }
  paragraph.starts_page = node.value_or<bool>("page-break-before", false);
  blocks.push_back({std::move(paragraph)});
}

void add_once(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  switch (node.kind) {
    case ElementKind::p:
    case ElementKind::heading:
      return add_paragraph(state, node, manner, blocks);
    case ElementKind::blocks:
      return add_children(state, node, manner, blocks);
    case ElementKind::content:
      return add_content(state, node, manner, blocks);
    case ElementKind::choice:
      return add_choice(state, node, manner, blocks);
    case ElementKind::table:
      return add_table(state, node, manner, blocks);
    case ElementKind::labelled_line:
      return add_labelled_line(state, node, manner, blocks);
    case ElementKind::side_by_side:
      return add_side_by_side(state, node, manner, blocks);
    case ElementKind::signatures:
      return add_signatures(state, node, manner, blocks);
    case ElementKind::figure_place:
      return add_figure_place(state, node, manner, blocks);
    case ElementKind::emblem:
      return add_emblem(state, node, manner, blocks);
    case ElementKind::rule:
      return add_rule(state, node, blocks);
    case ElementKind::frame:
      return add_frame(state, node, manner, blocks);
    case ElementKind::photo_grid:
      return add_photo_grid(state, node, manner, blocks);
    case ElementKind::fill:
      blocks.push_back({model::Fill{state.next_id()}});
      return;
    case ElementKind::page_break:
      blocks.push_back({model::PageBreak{}});
      return;
    default:
      return;
  }
}

/// Makes the blocks from `begin` on start a page.
void start_page(std::size_t begin, Blocks& blocks) {
  if (auto* paragraph = std::get_if<model::Paragraph>(&blocks[begin].content)) {
    paragraph->starts_page = true;
  } else {
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(begin), {model::PageBreak{}});
  }
}

}  // namespace

model::Paragraph paragraph_of(FillState& state, const Node& node, const Manner& manner,
                              std::vector<model::Span> spans) {
  model::Paragraph paragraph;
  paragraph.id = state.next_id();
  paragraph.style = manner.style;
  paragraph.format = paragraph_format(state, node, manner);
  const auto* stops = node.value<std::vector<model::TabStop>>("tabs");
  paragraph.tab_stops = stops == nullptr ? state.style(manner.style).tab_stops : *stops;
  paragraph.spans = std::move(spans);
  settle_tabs(paragraph.spans, paragraph.tab_stops.size());
  for (const model::Span& span : paragraph.spans) {
    state.budget.take(sizeof(model::Span) + span.text.size() + span.pointer.size());
  }
  return paragraph;
}

void add_children(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  for (std::size_t i = 0; i < node.children.size();) {
    if (!is_inline(node.children[i].kind)) {
      add_block(state, node.children[i++], manner, blocks);
      continue;
    }
    std::size_t end = i;
    while (end < node.children.size() && is_inline(node.children[end].kind)) ++end;
    add_stretch(state, node, i, end, manner, blocks);
    i = end;
  }
}

void add_block(FillState& state, const Node& node, const Manner& manner, Blocks& blocks) {
  const bool has_page_breaks = node.value_or<bool>("page-break-between", false);
  bool follows_turn = false;
  repeat(state, node, [&] {
    const std::size_t begin = blocks.size();
    add_once(state, node, manner_inside(state, node, manner), blocks);
    if (blocks.size() == begin) return;
    if (has_page_breaks && follows_turn) start_page(begin, blocks);
    follows_turn = true;
  });
}

}  // namespace krut::layout
