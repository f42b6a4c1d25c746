#pragma once

#include <vector>

#include "layout/fill_state.h"
#include "layout/fill_text.h"

namespace krut::layout {

using Blocks = std::vector<model::Block>;

/// What stands inside a section, a cell or `<blocks>`: blocks, and in cells stretches of text between them, each of
/// which becomes a paragraph in the look of `node`.
void add_children(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

/// A block of any kind, as often as it says.
void add_block(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

/// A paragraph that holds `line` in the look of `node`.
[[nodiscard]] model::Paragraph paragraph_of(FillState& state, const Node& node, const Manner& manner,
                                            std::vector<model::Span> spans);

}  // namespace krut::layout
