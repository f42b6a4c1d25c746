#include "docx/blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "docx/paragraphs.h"
#include "docx/rough_width.h"
#include "docx/side_by_side.h"

namespace krut::docx {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

model::ParagraphFormat placed(model::ParagraphFormat format, const Column& column) {
  format.left_indent += column.left;
  format.keeps_with_next |= column.keeps_with_next || column.end_keeps_with_next;
  return format;
}

/// The paragraph with letters so small that its words keep within `share` thousandths of their width.
model::Paragraph in_smaller_letters(model::Paragraph paragraph, int share) {
  constexpr int thousand = 1'000;
  constexpr Length half_point = Length::points(0.5);  // in which DOCX counts sizes
  for (model::Span& span : paragraph.spans) {
    const Length most = span.format.size.scaled(share, thousand);
    span.format.size = half_point * (most / half_point.in_emu()).in_emu();
  }
  return paragraph;
}

void write_paragraph_with(Story& story, const model::Paragraph& paragraph, Length tabs_from, ParagraphLook look) {
  look.element = paragraph.id;
  look.style = paragraph.style;
  look.starts_page = paragraph.starts_page;
  look.tabs = tabs_of(paragraph, tabs_from);
  const auto element = open_paragraph(story, std::move(look));
  const model::TextFormat& base = story.shared.styles.style(paragraph.style).text;
  const auto& closed_up = story.shared.options.pages.closed_up;
  if (const auto found = closed_up.find(paragraph.id); found != closed_up.end()) {
    write_spans(story, in_smaller_letters(paragraph, found->second).spans, base);
  } else {
    write_spans(story, paragraph.spans, base);
  }
}

/// The first paragraph of an item, which carries the marker. Indents are counted from `column`, where items start.
void write_item_start(Story& story, const model::List& list, const model::ListItem& item, const ListNumber& number,
                      const Column& column) {
  const auto* first = item.blocks.empty() ? nullptr : std::get_if<model::Paragraph>(&item.blocks.front().content);
  model::Paragraph empty;
  empty.id = item.id;
  empty.style = list.style;
  empty.format = story.shared.styles.style(list.style).paragraph;
  const model::Paragraph& paragraph = first == nullptr ? empty : *first;
  ParagraphLook look;
  look.format = placed(paragraph.format, column);
  look.format.left_indent += list.indent + list.hang;
  look.format.first_line_indent = -(list.hang + paragraph.format.left_indent);
  look.number = number;
  if (!paragraph.spans.empty()) look.marker = &paragraph.spans.front().format;
  write_paragraph_with(story, paragraph, column.left, std::move(look));
}

/// A little less than on the pages, so that no word processor's rounding sends the foot of the page over.
Length fill_height(const Story& story, const model::Fill& fill) {
  constexpr Length leeway = Length::points(2);
  const auto& heights = story.shared.options.pages.fill_heights;
  const auto found = heights.find(fill.id);
  return found == heights.end() ? Length() : std::max(Length(), found->second - leeway);
}

void write_block(Story& story, const model::Block& block, const Column& column) {
  story.shared.options.budget.check();
  std::visit(Overloaded{[&](const model::Paragraph& paragraph) { write_paragraph(story, paragraph, column); },
                        [&](const model::List& list) { write_list(story, list, column); },
                        [&](const model::Choice& choice) { write_choice(story, choice, column); },
                        [&](const model::Table& table) { write_table(story, table, column); },
                        [&](const model::LabelledLine& line) { write_labelled_line(story, line, column); },
                        [&](const model::SideBySide& sides) { write_side_by_side(story, sides, column); },
                        [&](const model::Signatures& signatures) { write_signatures(story, signatures, column); },
                        [&](const model::Figure& figure) { write_figure(story, figure, column); },
                        [&](const model::HorizontalRule& rule) { write_rule(story, rule, column); },
                        [&](const model::Frame& frame) { story.flow.frames.push_back(&frame); },
                        [&](const model::PageBreak&) { story.flow.breaks_page = true; },
                        [&](const model::Fill& fill) { story.flow.space_before += fill_height(story, fill); }},
             block.content);
}

template <typename Content>
bool is(const model::Block& block) {
  return std::holds_alternative<Content>(block.content);
}

/// Signature blocks side by side stand in a table too, and other blocks side by side may.
bool is_table(const Story& story, const model::Block& block) {
  if (const auto* sides = std::get_if<model::SideBySide>(&block.content)) return stands_in_table(story, *sides);
  const auto* signatures = std::get_if<model::Signatures>(&block.content);
  return is<model::Table>(block) || (signatures != nullptr && signatures->columns > 1);
}

/// Items at the end of a list that are kept with what stands below it.
constexpr int items_kept = 2;

/// Lines that the end of a block surely has, counted no further than a few: for what is kept above signatures.
int fewest_lines(const model::Block& block, Length width) {
  if (const auto* paragraph = std::get_if<model::Paragraph>(&block.content)) {
    return rough_width(paragraph->spans) > width ? 2 : 1;
  }
  if (is<model::HorizontalRule>(block) || is<model::Frame>(block)) return 0;
  const auto* list = std::get_if<model::List>(&block.content);
  if (list != nullptr) return std::ssize(list->items) >= items_kept ? items_kept : 1;
  return is<model::Choice>(block) || is<model::LabelledLine>(block) || is<model::SideBySide>(block) ? 1 : 2;
}

/// Index of the first of the blocks that are kept with the signatures at `index`, so that these stand under as many
/// lines of text as on the pages.
std::size_t kept_above(const std::vector<model::Block>& blocks, std::size_t index, Length width) {
  int missing = std::get<model::Signatures>(blocks[index].content).lines_kept_before;
  std::size_t first = index;
  while (missing > 0 && first > 0 && !is<model::PageBreak>(blocks[first - 1])) {
    --first;
    missing -= fewest_lines(blocks[first], width);
  }
  return first;
}

/// By block: whether it is kept with signatures below it.
std::vector<bool> kept_with_signatures(const std::vector<model::Block>& blocks, Length width) {
  std::vector<bool> kept(blocks.size());
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    if (!is<model::Signatures>(blocks[index])) continue;
    for (std::size_t above = kept_above(blocks, index, width); above < index; ++above) kept[above] = true;
  }
  return kept;
}

}  // namespace

void write_paragraph(Story& story, const model::Paragraph& paragraph, const Column& column,
                     const SectionEnd* section_end) {
  ParagraphLook look;
  look.format = placed(paragraph.format, column);
  look.section_end = section_end;
  write_paragraph_with(story, paragraph, column.left, std::move(look));
}

void write_list(Story& story, const model::List& list, const Column& column) {
  Column inner = column;
  inner.left += list.indent + list.hang;
  inner.width -= list.indent + list.hang;
  inner.list_depth = column.list_depth + 1;
  const bool is_numbered = list.marker_style != model::MarkerStyle::none;
  std::optional<ListNumber> number;
  int next = 0;
  for (const model::ListItem& item : list.items) {
    Column here = column;
    here.end_keeps_with_next = column.end_keeps_with_next && &list.items.back() - &item < items_kept;
    inner.end_keeps_with_next = here.end_keeps_with_next;
    if (is_numbered && (!number || (item.number != 0 && item.number != next))) {
      number = story.shared.numbering.start(list.marker_style, column.list_depth, item.number);
    }
    next = item.number + 1;
    const bool has_text_first = !item.blocks.empty() && is<model::Paragraph>(item.blocks.front());
    const bool has_marker = number && !item.marker.empty();
    if (has_marker) write_item_start(story, list, item, *number, here);
    for (std::size_t index = has_marker && has_text_first ? 1 : 0; index < item.blocks.size(); ++index) {
      write_block(story, item.blocks[index], inner);
    }
  }
}

void write_cell_blocks(Story& story, const std::vector<model::Block>& blocks, const Column& column) {
  for (const model::Block& block : blocks) write_block(story, block, column);
}

void write_body(Story& story, const std::vector<model::Block>& blocks, const Column& column,
                const SectionEnd* section_end) {
  bool section_is_closed = false;
  const std::vector<bool> is_kept = kept_with_signatures(blocks, column.width);
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    const bool is_last = index + 1 == blocks.size();
    const auto* paragraph = std::get_if<model::Paragraph>(&blocks[index].content);
    const bool follows_table = index > 0 && is_table(story, blocks[index - 1]);
    // Two tables in a row would become one, and frames hang on no table.
    const bool parts_tables = follows_table && !story.flow.breaks_page;
    if (is_table(story, blocks[index]) && (parts_tables || !story.flow.frames.empty())) write_thin_paragraph(story);
    Column kept = column;
    kept.end_keeps_with_next = is_kept[index];
    if (paragraph != nullptr) {
      write_paragraph(story, *paragraph, kept, is_last ? section_end : nullptr);
      section_is_closed = is_last && section_end != nullptr;
    } else {
      write_block(story, blocks[index], kept);
    }
  }
  const bool ends_in_text = !blocks.empty() && !is_table(story, blocks.back());
  const bool has_frames = !story.flow.frames.empty();
  const bool needs_paragraph = has_frames || (section_end != nullptr ? !section_is_closed : !ends_in_text);
  if (!has_frames) story.flow.breaks_page = false;
  if (needs_paragraph) write_thin_paragraph(story, section_end);
}

}  // namespace krut::docx
