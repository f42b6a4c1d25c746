#pragma once

#include <string>

#include "base/budget.h"
#include "model/document.h"
#include "model/page.h"

namespace krut::model {

/// The document as text for people and goldens: one line a thing, nesting by indentation, lengths in points with up to
/// three decimals.
[[nodiscard]] std::string dump(const Document& document, const Budget& budget = {});

/// The pages as text for people and goldens: each mark with its place in points, each cell's area, each node of the
/// structure.
[[nodiscard]] std::string dump(const Pages& pages, const Budget& budget = {});

}  // namespace krut::model
