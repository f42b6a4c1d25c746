#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/block_setter.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// The head of letterhead paper (form 28) to the measures of `model/forms.h`: emblem, stamps, number and agency in the
/// first strip, then a strip a line; none may be parted from the first.
[[nodiscard]] std::vector<Strip> set_letter_head(const model::LetterHead& head, const BlockColumn& column,
                                                 Context& context);

}  // namespace krut::typeset
