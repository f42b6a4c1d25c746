#pragma once

#include "model/document.h"
#include "typeset/block_setter.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// The sides in a column, as one strip from the column's left edge; the space before it is left at 0. The widths of the
/// sides, and whether they are one line, go to the pages.
[[nodiscard]] Strip set_side_by_side(const model::SideBySide& block, const BlockColumn& column,
                                     model::ArtifactKind artifact, Context& context);

}  // namespace krut::typeset
