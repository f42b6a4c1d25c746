#pragma once

#include "base/length.h"
#include "model/page.h"

namespace krut::typeset {

/// A dotted line on which one writes: from `left` to `right`, just under `baseline`.
[[nodiscard]] model::Rule dotted_rule(Length left, Length right, Length baseline);

}  // namespace krut::typeset
