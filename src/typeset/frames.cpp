#include "typeset/frames.h"

#include <algorithm>
#include <utility>

namespace krut::typeset {

namespace {

using Horizontal = model::Frame::Horizontal;
using Vertical = model::Frame::Vertical;

Length left_edge(const model::Frame& frame, const model::Page& page, const PageFrame& body) {
  switch (frame.from) {
    case Horizontal::column:
      return body.left + frame.left;
    case Horizontal::page_centre:
      return (page.width - frame.width) / 2 + frame.left;
    case Horizontal::paper:
      break;
  }
  return frame.left;
}

Length top_edge(const model::Frame& frame, const PageFrame& body, Length next_block) {
  switch (frame.below) {
    case Vertical::next_block:
      return next_block + frame.top;
    case Vertical::body:
      return body.top + frame.top;
    case Vertical::paper:
      break;
  }
  return frame.top;
}

}  // namespace

SetFrame set_frame(const model::Frame& frame, model::NodeIndex parent, Context& context) {
  BlockSetter setter(context, model::ArtifactKind::none);
  setter.add(frame.blocks, {Length(), frame.width, parent});
  Stack content = stacked(setter);
  model::Measured& measured = context.pages.measured;
  measured.frame_heights[frame.id] = std::max(frame.height, content.height);
  measured.tops_in_frames.merge(content.tops);
  return {&frame, std::move(content.marks)};
}

void place(SetFrame& set, const model::Page& page, const PageFrame& body, Length next_block) {
  const Length left = left_edge(*set.frame, page, body);
  const Length top = top_edge(*set.frame, body, next_block);
  for (model::Mark& mark : set.marks) shift(mark, left, top);
}

}  // namespace krut::typeset
