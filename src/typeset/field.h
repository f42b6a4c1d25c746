#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/strip.h"
#include "typeset/structure.h"

namespace krut::typeset {

/// A label and its values in a column of `width`; the space before the first strip is left at 0.
[[nodiscard]] std::vector<Strip> set_field(const model::Field& field, Length width, model::NodeIndex parent,
                                           Structure& structure, Context& context);

}  // namespace krut::typeset
