#pragma once

#include <vector>

#include "base/length.h"
#include "model/page.h"

namespace krut::typeset {

/// The outline of a cell, or of its part on a page.
struct CellBox {
  Length left;
  Length top;
  Length right;
  Length bottom;
};

/// Rules along all edges of the boxes, each stretch once, in pieces as long as can be: first those from left to right,
/// downwards, then those from top to bottom. They meet in full corners.
[[nodiscard]] std::vector<model::Rule> rules_around(const std::vector<CellBox>& boxes, Length thickness);

}  // namespace krut::typeset
