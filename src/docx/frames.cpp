#include "docx/frames.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "docx/blocks.h"
#include "docx/drawings.h"

namespace krut::docx {

namespace {

using Horizontal = model::Frame::Horizontal;
using Vertical = model::Frame::Vertical;

/// What stands in the last line of a box is not cut off by a rounding.
constexpr Length leeway = Length::points(1);

constexpr Length rounding = Length::emu(1);

Length found_or(const std::map<model::ElementId, Length>& lengths, model::ElementId element, Length otherwise) {
  const auto found = lengths.find(element);
  return found == lengths.end() ? otherwise : found->second;
}

/// Of a box as wide as `width` that stands `right` and `down` of the frame's own corner.
Position position_of(const Story& story, const model::Frame& frame, Length right, Length down, Length width) {
  Position position;
  position.left = frame.left + right;
  position.top = frame.top + down;
  if (frame.from == Horizontal::paper) position.horizontal = "page";
  if (frame.from == Horizontal::page_centre) {
    const Length beside_centre = frame.left + right + width / 2 - frame.width / 2;
    const bool is_centred = beside_centre >= -rounding && beside_centre <= rounding;
    position.horizontal = "page";
    position.left.reset();
    if (!is_centred && story.section != nullptr) {
      position.left = (story.section->page_width - frame.width) / 2 + frame.left + right;
    }
  }
  // Not "paragraph", whose top is above or below its space before, as the word processor likes.
  if (frame.below == Vertical::next_block) position.vertical = "line";
  if (frame.below == Vertical::paper) position.vertical = "page";
  return position;
}

Length beside(const model::Figure& figure, Length width) {
  if (figure.alignment == model::Alignment::center) return (width - figure.width) / 2;
  return figure.alignment == model::Alignment::right ? width - figure.width : Length();
}

bool is_bare(const model::Block& block) {
  const auto* figure = std::get_if<model::Figure>(&block.content);
  return figure != nullptr && figure->caption.empty();
}

/// What its text says, for readers that are told of the box.
std::string words_of(const model::Frame& frame) {
  std::string words;
  const auto add = [&](const std::vector<model::Span>& spans) {
    if (!words.empty() && !spans.empty()) words += ' ';
    for (const model::Span& span : spans) words += span.text;
  };
  for (const model::Block& block : frame.blocks) {
    if (const auto* paragraph = std::get_if<model::Paragraph>(&block.content)) add(paragraph->spans);
    if (const auto* figure = std::get_if<model::Figure>(&block.content)) add(figure->caption);
  }
  return words;
}

void write_frame(Story& story, const model::Frame& frame) {
  const model::Measured& measured = story.shared.options.pages.measured;
  for (const model::Block& block : frame.blocks) {
    const auto* figure = std::get_if<model::Figure>(&block.content);
    if (figure == nullptr) continue;
    const Length top = found_or(measured.tops_in_frames, figure->id, Length());
    const Position position = position_of(story, frame, beside(*figure, frame.width), top, figure->width);
    write_figure_drawing(story, *figure, position);
  }
  if (std::all_of(frame.blocks.begin(), frame.blocks.end(), is_bare)) return;
  const Length height = found_or(measured.frame_heights, frame.id, frame.height) + leeway;
  Column column;
  column.width = frame.width;
  column.is_in_frame = true;
  write_text_box(story, frame.width, height, words_of(frame),
                 position_of(story, frame, Length(), Length(), frame.width),
                 [&] { write_cell_blocks(story, frame.blocks, column); });
}

}  // namespace

void write_frames(Story& story, const std::vector<const model::Frame*>& frames) {
  for (const model::Frame* frame : frames) write_frame(story, *frame);
}

}  // namespace krut::docx
