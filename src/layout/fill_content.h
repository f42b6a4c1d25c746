#pragma once

#include "layout/fill_blocks.h"

namespace krut::layout {

/// `<content>`: a text or a list of blocks of the data, as paragraphs and lists. Nothing there prints the element's
/// `empty` text, or nothing.
void add_content(FillState& state, const Node& node, const Manner& manner, Blocks& blocks);

/// Tells of every list in the content `value` that stands inside more lists than paper has room for.
void report_deep_lists(FillState& state, const data::Value& value, const Place& asked_by);

}  // namespace krut::layout
