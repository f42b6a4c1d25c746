#include <algorithm>
#include <utility>

#include "docx/blocks.h"
#include "docx/formats.h"
#include "docx/frames.h"
#include "docx/story.h"

namespace krut::docx {

namespace {

struct Sides {
  Length left;
  Length right;
};

/// What is free of the column beside the rule.
Sides room_beside(const model::HorizontalRule& rule, const Column& column) {
  const Length room = column.width - rule.right_indent;
  const Length free = rule.width == Length() ? Length() : std::max(Length(), room - rule.width);
  Sides sides{column.left, rule.right_indent};
  if (rule.alignment == model::Alignment::center) sides = {column.left + free / 2, rule.right_indent + free / 2};
  if (rule.alignment == model::Alignment::left) sides.right += free;
  if (rule.alignment == model::Alignment::right) sides.left += free;
  return sides;
}

}  // namespace

/// A thin paragraph between two indents, with a border (CT_PBdr, ISO/IEC 29500-1, 17.3.1.24) under it; above it where
/// another rule stands right above, because equal borders of neighbours become one. The paragraph's own line is taken
/// from the space on the other side of the border.
void write_rule(Story& story, const model::HorizontalRule& rule, const Column& column) {
  Xml& xml = story.xml;
  const Flow flow = std::exchange(story.flow, {});
  Length before = flow.breaks_page || flow.is_at_page_top ? Length() : rule.space_before;
  Length after = rule.space_after;
  Length& beside_line = flow.follows_rule ? after : before;
  beside_line = std::max(Length(), beside_line - thin_line);
  before += flow.space_before;
  const Sides sides = room_beside(rule, column);
  auto paragraph = xml.element("w:p", {{"w14:paraId", story.shared.names.paragraph(rule.id)}});
  {
    auto properties = xml.element("w:pPr");
    xml.empty("w:pStyle", {{"w:val", thin_style_id}});
    if (rule.keeps_with_next || column.keeps_with_next || column.end_keeps_with_next) xml.empty("w:keepNext");
    if (flow.breaks_page) xml.empty("w:pageBreakBefore");
    {
      auto borders = xml.element("w:pBdr");
      xml.empty(flow.follows_rule ? "w:top" : "w:bottom",
                {{"w:val", "single"}, {"w:sz", border_size(rule.thickness)}, {"w:space", 0}, {"w:color", "000000"}});
    }
    xml.empty("w:spacing", {{"w:before", before}, {"w:after", after}, {"w:line", thin_line}, {"w:lineRule", "exact"}});
    xml.empty("w:ind", {{"w:left", sides.left}, {"w:right", sides.right}});
  }
  write_frames(story, flow.frames);
  story.flow.follows_rule = !flow.follows_rule;
}

}  // namespace krut::docx
