#pragma once

#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "typeset/block_setter.h"
#include "typeset/page_frame.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// A frame on its way to the page of the block that it moves with.
struct SetFrame {
  const model::Frame* frame = nullptr;  ///< outlives this
  std::vector<model::Mark> marks;       ///< from the box's left edge and top
};

/// Sets what stands in the frame, and notes how high the box is.
[[nodiscard]] SetFrame set_frame(const model::Frame& frame, model::NodeIndex parent, Context& context);

/// Moves the marks to where they stand on a page of this body; the block that the frame moves with begins at
/// `next_block`.
void place(SetFrame& set, const model::Page& page, const PageFrame& body, Length next_block);

}  // namespace krut::typeset
