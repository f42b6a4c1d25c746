#pragma once

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/page.h"
#include "pdf/standard.h"

namespace krut::pdf {

/// Why the pages cannot keep a standard: every reason once, with page, place in the data and remedy. Empty when
/// `write` will keep it.
[[nodiscard]] Diagnostics conformance_faults(const model::Pages& pages, const Standard& standard,
                                             const Budget& budget = {});

}  // namespace krut::pdf
