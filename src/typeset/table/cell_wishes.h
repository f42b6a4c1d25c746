#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/strip.h"
#include "typeset/table/columns.h"

namespace krut::typeset {

/// What every cell of a table asks of its columns.
[[nodiscard]] std::vector<CellWish> cell_wishes(const model::Table& table, Context& context);

}  // namespace krut::typeset
