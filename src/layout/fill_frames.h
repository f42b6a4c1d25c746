#pragma once

#include "layout/fill_content.h"
#include "layout/fill_state.h"

namespace krut::layout {

/// The emblem of the data by itself, in all its modes.
void add_emblem(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

/// A straight rule across the column or a part of it.
void add_rule(FillState& state, const Node& node, Blocks& blocks);

/// A box beside the text, with what stands in it. None where that is nothing.
void add_frame(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
