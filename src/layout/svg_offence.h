#pragma once

#include <libxml/tree.h>

#include <optional>

#include "layout/image_size.h"

namespace krut::layout {

/// The first offence of a drawing. It may refer to its own parts and to bitmaps and fonts that it holds itself as data;
/// every other address is one outside, whatever lies there. Scripts, event handlers and pages of HTML are live. A style
/// that spells its words with escapes counts as one that refers outside, because what it says cannot be told.
[[nodiscard]] std::optional<SvgOffence> offence_of(xmlDoc* drawing);

}  // namespace krut::layout
