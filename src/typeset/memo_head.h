#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/block_setter.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// The head of memo paper (form 29) to the measures of `model/forms.h`: emblem and title share a band, then the fields
/// with dots under their values; one strip a line, none of which may be parted from the first.
[[nodiscard]] std::vector<Strip> set_memo_head(const model::MemoHead& head, const BlockColumn& column,
                                               Context& context);

}  // namespace krut::typeset
