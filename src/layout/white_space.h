#pragma once

#include <string>
#include <vector>

#include "layout/program.h"

namespace krut::layout {

/// Nothing but spaces, tabs and line ends.
[[nodiscard]] bool is_blank(const std::string& text);

/// White space that only lays out the source counts as one space: a run with a line end or tab in it. Other spaces
/// stand as typed, for two spaces are not one.
[[nodiscard]] std::string with_plain_spaces(const std::string& text);

/// Takes the space off both ends of every stretch of inline nodes, and drops text that is then empty.
void trim_stretches(std::vector<Node>& nodes);

}  // namespace krut::layout
