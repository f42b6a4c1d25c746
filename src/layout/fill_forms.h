#pragma once

#include "layout/fill_blocks.h"

/// The ready-made parts of official papers. They carry the measures of the forms, so that a layout says only what
/// stands there.
namespace krut::layout {

void add_memo_head(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);
void add_signatures(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);
void add_choice(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
