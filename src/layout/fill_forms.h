#pragma once

#include "layout/fill_blocks.h"

/// The ready-made parts of official papers. They carry the measures of the forms, so that a layout says only what
/// stands there.
namespace krut::layout {

void add_signatures(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);
/// A choice in the look of its place, with boxes of the right size and nothing to choose yet.
[[nodiscard]] model::Choice choice_without_options(FillState& state, const Node& node, const Manner& manner);
void add_choice(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

}  // namespace krut::layout
