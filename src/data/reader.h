#pragma once

#include <memory>
#include <string>

#include "base/budget.h"
#include "data/tree.h"

namespace krut::data {

/// Reads JSON text into a tree, or adds every fault found to `diagnostics` and gives nothing.
[[nodiscard]] std::shared_ptr<const Tree> read_tree(std::string text, std::string file, Diagnostics& diagnostics,
                                                    const Budget& budget = {});

}  // namespace krut::data
