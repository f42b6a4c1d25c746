#pragma once

#include "layout/fill_content.h"
#include "layout/fill_state.h"

namespace krut::layout {

/// A picture with its caption, or the place kept for it.
void add_figure_place(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

/// Photos side by side, each with its caption. A row of them stands on one page.
void add_photo_grid(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
