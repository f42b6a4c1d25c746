#pragma once

#include "layout/fill_blocks.h"

/// Lines that official forms are made of.
namespace krut::layout {

void add_side_by_side(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);
void add_labelled_line(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
