#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/strip.h"
#include "typeset/structure.h"

namespace krut::typeset {

/// A label and its values in a column of `width`; the space before the first strip is left at 0. What was measured goes
/// to the pages.
[[nodiscard]] std::vector<Strip> set_labelled_line(const model::LabelledLine& line, Length width,
                                                   model::NodeIndex parent, Structure& structure, Context& context);

}  // namespace krut::typeset
