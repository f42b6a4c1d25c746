#include "typeset/block_setter.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "typeset/labelled_line.h"
#include "typeset/paragraph_setter.h"
#include "typeset/reports.h"
#include "typeset/shrink.h"
#include "typeset/side_by_side.h"
#include "typeset/tabbed_lines.h"

namespace krut::typeset {

namespace {

constexpr Length box_line = Length::points(0.6);
constexpr Length picture_line = Length::points(0.5);
/// Kept between a marker wider than its hang and the text.
constexpr std::int64_t marker_gap_percent = 25;
/// Line pitch for a size when no style says it: that of 16 pt text, 18.1 pt.
constexpr std::int64_t pitch_percent = 113;

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

[[noreturn]] void refuse() {
  throw Error(ErrorKind::internal, "typeset.misplaced-block",
              {"มีเนื้อหาที่วางได้เฉพาะบนหน้าอยู่ในช่องตาราง", "a block that stands on pages only is in a cell"});
}

/// The marker looks like the text it hangs before, or like the list where there is none.
std::vector<model::Span> marker_spans(const model::ListItem& item, const model::Paragraph* first,
                                      model::StyleIndex style, const Context& context) {
  model::Span span;
  span.text = item.marker;
  if (first != nullptr && !first->spans.empty()) {
    span.format = first->spans.front().format;
  } else if (context.styles != nullptr && style < context.styles->size()) {
    span.format = (*context.styles)[style].text;
  }
  span.format.is_underlined = false;
  span.stays_on_one_line = true;
  return {span};
}

/// Makes space a part of the strip, which is not dropped at the top of a page.
void hold_space_above(Strip& strip, Length space) {
  for (model::Mark& mark : strip.marks) shift(mark, Length(), space);
  strip.height += space;
}

Length aligned(model::Alignment alignment, Length room, Length width) {
  if (alignment == model::Alignment::center) return (room - width) / 2;
  if (alignment == model::Alignment::right) return room - width;
  return {};
}

}  // namespace

model::ParagraphFormat format_of_style(model::StyleIndex style, const std::vector<model::Span>& spans,
                                       const Context& context) {
  if (context.styles != nullptr && style < context.styles->size()) return (*context.styles)[style].paragraph;
  model::ParagraphFormat format;
  for (const model::Span& span : spans) {
    format.line_pitch = std::max(format.line_pitch, span.format.size.scaled(pitch_percent, 100));
  }
  return format;
}

namespace {

/// That of the caption's style counts for letters of its size.
Length pitch_of_frame_words(const model::Figure& figure, const Context& context) {
  const model::StyleIndex style = figure.caption_style;
  const bool is_known = context.styles != nullptr && style < context.styles->size();
  const bool is_of_style = is_known && figure.frame_words.front().format.size == (*context.styles)[style].text.size;
  return format_of_style(is_of_style ? style : no_style, figure.frame_words, context).line_pitch;
}

/// In the middle of the empty frame, in letters that leave some of its width free.
model::Mark frame_words(const model::Figure& figure, const model::Owner& owner, Context& context) {
  constexpr std::int64_t widest_percent = 90;
  const Length line_pitch = pitch_of_frame_words(figure, context);
  const Length room = figure.width.scaled(widest_percent, 100);
  SingleLine words = shrink_to_fit(figure.frame_words, room, line_pitch, owner, context).set;
  model::Mark mark = std::move(words.line);
  shift(mark, (figure.width - words.width) / 2, (figure.height - line_pitch) / 2);
  return mark;
}

}  // namespace

model::Mark picture_mark(const std::optional<model::Image>& image, Length width, Length height,
                         const model::Owner& owner) {
  if (image) return model::PlacedImage{owner, std::make_shared<const model::Image>(*image), {}, {}};
  model::Box box;
  box.owner = owner;
  box.width = width;
  box.height = height;
  box.thickness = picture_line;
  return box;
}

void BlockSetter::add(const std::vector<model::Block>& blocks, const BlockColumn& column) {
  for (const model::Block& block : blocks) add(block, column);
}

void BlockSetter::add(const model::Block& block, const BlockColumn& column) {
  std::visit(
      Overloaded{[&](const model::Paragraph& paragraph) { add_paragraph(paragraph, column); },
                 [&](const model::List& list) { add_list(list, column); },
                 [&](const model::Choice& choice) { add_choice(choice, column); },
                 [&](const model::LabelledLine& line) { add_labelled_line(line, column); },
                 [&](const model::SideBySide& sides) { add_side_by_side(sides, column); },
                 [&](const model::Figure& figure) { add_figure(figure, column); },
                 [&](const model::HorizontalRule& rule) { add_rule(rule, column); }, [](const auto&) { refuse(); }},
      block.content);
}

std::vector<Strip> BlockSetter::take() { return std::exchange(strips_, {}); }

Length BlockSetter::take_space_after() { return std::exchange(space_after_, {}); }

void BlockSetter::join(std::vector<Strip> strips, const model::ParagraphFormat& format, Length left) {
  if (strips.empty()) return;
  strips.front().space_before = take_space_after();
  if (format.keeps_space_before) {
    hold_space_above(strips.front(), format.space_before);
  } else {
    strips.front().space_before += format.space_before;
  }
  strips.front().may_break_before = !keeps_with_next_;
  for (Strip& strip : strips) {
    for (model::Mark& mark : strip.marks) shift(mark, left, Length());
    strips_.push_back(std::move(strip));
  }
  space_after_ = format.space_after;
  keeps_with_next_ = format.keeps_with_next;
}

void BlockSetter::add_paragraph(const model::Paragraph& paragraph, const BlockColumn& column) {
  const bool is_empty = plain_text(paragraph.spans).empty();
  const model::NodeIndex node =
      is_empty ? column.parent : structure_.add_text(column.parent, paragraph.format, paragraph.id);
  const model::Owner owner = structure_.owner(node);
  if (has_tabs(paragraph)) {
    return join(set_tabbed_lines(paragraph, column.width, owner, context_), paragraph.format, column.left);
  }
  auto lines = set_lines(paragraph.spans, paragraph.format, column.width, Length(), owner, context_);
  join(strips_of(std::move(lines), paragraph.format, paragraph.id), paragraph.format, column.left);
}

void BlockSetter::add_list(const model::List& list, const BlockColumn& column) {
  const model::NodeIndex node = structure_.add(column.parent, model::Role::list, list.id);
  for (const model::ListItem& item : list.items) add_item(item, list, {column.left, column.width, node});
}

void BlockSetter::add_item(const model::ListItem& item, const model::List& list, const BlockColumn& column) {
  const model::NodeIndex node = structure_.add(column.parent, model::Role::list_item, item.id);
  const Length inset = list.indent + list.hang;
  const bool has_marker = !item.marker.empty();
  const model::NodeIndex label = has_marker ? structure_.add(node, model::Role::label, item.id) : node;
  const model::NodeIndex body = structure_.add(node, model::Role::list_body, item.id);
  const BlockColumn inner{column.left + inset, column.width - inset, body};
  add_item_start(item, list, inner, label);
  for (std::size_t i = 1; i < item.blocks.size(); ++i) add(item.blocks[i], inner);
}

void BlockSetter::add_item_start(const model::ListItem& item, const model::List& list, const BlockColumn& column,
                                 model::NodeIndex label) {
  const auto* first = item.blocks.empty() ? nullptr : std::get_if<model::Paragraph>(&item.blocks.front().content);
  model::ParagraphFormat format;
  std::vector<model::Span> spans;
  if (first != nullptr) {
    format = first->format;
    spans = first->spans;
  }
  const auto marker = marker_spans(item, first, list.style, context_);
  if (first == nullptr) format = format_of_style(list.style, marker, context_);
  const model::NodeIndex node =
      first == nullptr ? column.parent : structure_.add_text(column.parent, format, first->id);

  SingleLine set_marker = set_single_line(marker, format.line_pitch, structure_.owner(label), context_);
  const Length gap = marker.front().format.size.scaled(marker_gap_percent, 100);
  const Length first_shift = set_marker.width > list.hang ? set_marker.width + gap - list.hang : Length();
  auto strips =
      strips_of(set_lines(spans, format, column.width, first_shift, structure_.owner(node), context_), format, item.id);
  if (!set_marker.line.pieces.empty()) {
    model::Mark mark = std::move(set_marker.line);
    shift(mark, -list.hang, Length());
    strips.front().marks.insert(strips.front().marks.begin(), std::move(mark));
  }
  join(std::move(strips), format, column.left);
  if (first == nullptr && !item.blocks.empty()) add(item.blocks.front(), column);
}

void BlockSetter::add_choice(const model::Choice& choice, const BlockColumn& column) {
  std::vector<Strip> strips;
  for (const model::Choice::Option& option : choice.options) {
    for (Strip& strip : set_option(choice, option, column)) strips.push_back(std::move(strip));
  }
  obey_line_rules(strips, choice.format);
  join(std::move(strips), choice.format, column.left);
}

std::vector<Strip> BlockSetter::set_option(const model::Choice& choice, const model::Choice::Option& option,
                                           const BlockColumn& column) {
  const model::NodeIndex node = structure_.add(column.parent, model::Role::paragraph, option.id);
  const model::NodeIndex form = structure_.add(node, model::Role::form, option.id);
  const bool is_thai = context_.pages.language.rfind("th", 0) == 0;
  const std::string state =
      is_thai ? (option.is_chosen ? "เลือก" : "ไม่ได้เลือก") : (option.is_chosen ? "chosen" : "not chosen");
  structure_.describe(form, (choice.name.empty() ? option.label : choice.name + " " + option.label) + ": " + state);

  model::Span label;
  label.text = option.label;
  label.format = choice.text;
  model::ParagraphFormat format = choice.format;
  format.left_indent += choice.box_side + choice.box_gap;
  auto lines = set_lines({label}, format, column.width, Length(), structure_.owner(node), context_);
  const model::TextLine& first = lines.front();
  const Length label_x = first.pieces.empty() ? format.left_indent + format.first_line_indent : first.pieces.front().x;

  model::Box box;
  box.owner = structure_.owner(form);
  box.x = label_x - choice.box_gap - choice.box_side;
  box.y = first.baseline - choice.box_side;
  box.width = box.height = choice.box_side;
  box.thickness = box_line;
  box.is_ticked = option.is_chosen;
  auto strips = strips_of(std::move(lines), format, choice.id);
  strips.front().marks.insert(strips.front().marks.begin(), box);
  return strips;
}

void BlockSetter::add_labelled_line(const model::LabelledLine& line, const BlockColumn& column) {
  join(set_labelled_line(line, column.width, column.parent, structure_, context_), line.format, column.left);
}

void BlockSetter::add_rule(const model::HorizontalRule& rule, const BlockColumn& column) {
  const Length room = std::max(column.width - rule.right_indent, Length());
  const Length width = rule.width == Length() ? room : std::min(rule.width, room);
  model::Rule mark;
  mark.x1 = aligned(rule.alignment, room, width);
  mark.x2 = mark.x1 + width;
  mark.y1 = mark.y2 = rule.thickness / 2;
  mark.thickness = rule.thickness;
  std::vector<Strip> strips(1);
  strips.front().height = rule.thickness;
  strips.front().element = rule.id;
  strips.front().marks.emplace_back(mark);
  model::ParagraphFormat format;
  format.space_before = rule.space_before;
  format.space_after = rule.space_after;
  format.keeps_with_next = rule.keeps_with_next;
  join(std::move(strips), format, column.left);
}

void BlockSetter::add_side_by_side(const model::SideBySide& block, const BlockColumn& column) {
  model::ParagraphFormat format;
  format.space_before = block.space_before;
  format.space_after = block.space_after;
  format.keeps_space_before = block.keeps_space_before;
  format.keeps_with_next = block.keeps_with_next;
  std::vector<Strip> strips;
  strips.push_back(set_side_by_side(block, column, structure_.artifact(), context_));
  join(std::move(strips), format, column.left);
}

Strip BlockSetter::set_picture(const model::Figure& figure, const BlockColumn& column) {
  Strip strip;
  strip.height = figure.height;
  strip.element = figure.id;
  if (figure.is_blank) return strip;
  const model::NodeIndex node = structure_.add(column.parent, model::Role::figure, figure.id);
  const std::string caption = plain_text(figure.caption);
  const std::string of_image = figure.image ? figure.image->alternative_text : std::string();
  const std::string& said = of_image.empty() ? figure.alternative_text : of_image;
  structure_.describe(node, said.empty() ? caption : said);
  strip.marks.push_back(picture_mark(figure.image, figure.width, figure.height, structure_.owner(node)));
  shift(strip.marks.front(), aligned(figure.alignment, column.width, figure.width), Length());
  if (!figure.image && !figure.frame_words.empty()) {
    strip.marks.push_back(frame_words(figure, structure_.owner(node), context_));
    shift(strip.marks.back(), aligned(figure.alignment, column.width, figure.width), Length());
  }
  return strip;
}

void BlockSetter::add_figure(const model::Figure& figure, const BlockColumn& column) {
  const bool has_caption = !plain_text(figure.caption).empty();
  model::ParagraphFormat format;
  format.keeps_with_next = has_caption;
  if (!has_caption) format.space_after = figure.space_after;
  std::vector<Strip> strips;
  strips.push_back(set_picture(figure, column));
  join(std::move(strips), format, column.left);
  if (has_caption) add_caption(figure, column);
}

void BlockSetter::add_caption(const model::Figure& figure, const BlockColumn& column) {
  model::ParagraphFormat format = format_of_style(figure.caption_style, figure.caption, context_);
  format.alignment = figure.alignment;
  format.space_after = figure.space_after;
  const model::NodeIndex node = structure_.add(column.parent, model::Role::paragraph, figure.id);
  auto lines = set_lines(figure.caption, format, column.width, Length(), structure_.owner(node), context_);
  join(strips_of(std::move(lines), format, figure.id), format, column.left);
}

Stack stacked(BlockSetter& setter) {
  Stack stack;
  for (Strip& strip : setter.take()) {
    stack.height += strip.space_before;
    stack.tops.try_emplace(strip.element, stack.height);
    for (model::Mark& mark : strip.marks) {
      shift(mark, Length(), stack.height);
      stack.marks.push_back(std::move(mark));
    }
    stack.height += strip.height;
  }
  stack.height += setter.take_space_after();
  return stack;
}

std::vector<Strip> set_blocks(const std::vector<model::Block>& blocks, Length width, model::NodeIndex parent,
                              model::ArtifactKind owner_kind, Context& context) {
  BlockSetter setter(context, owner_kind);
  setter.add(blocks, {Length(), width, parent});
  std::vector<Strip> strips = setter.take();
  if (!strips.empty()) strips.back().height += setter.take_space_after();
  return strips;
}

}  // namespace krut::typeset
