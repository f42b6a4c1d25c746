#pragma once

#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// What is drawn for an emblem whose box starts at the origin: the image, a thin box with its word, or nothing.
[[nodiscard]] std::vector<model::Mark> set_emblem(const model::Emblem& emblem, model::NodeIndex parent,
                                                  model::ElementId element, Context& context);

}  // namespace krut::typeset
