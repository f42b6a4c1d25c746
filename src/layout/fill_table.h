#pragma once

#include "layout/fill_blocks.h"

namespace krut::layout {

/// `<table>`: head, groups and rows, foot.
void add_table(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
