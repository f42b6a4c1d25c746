#pragma once

#include "base/diagnostic.h"
#include "data/checked_data.h"
#include "layout/layout.h"

namespace krut::layout {

/// Tells, in one note at the first of them, which values of the data the layout prints nowhere: one vocabulary serves a
/// family of layouts, and nothing that somebody typed shall be missing on paper without a word. Empty lists and objects
/// are no loss, nor are codes of a fixed choice and what speaks to the program (`layout`, `digits` and their like).
void note_unprinted(const Layout& layout, const data::Json& json, Diagnostics& diagnostics);

}  // namespace krut::layout
