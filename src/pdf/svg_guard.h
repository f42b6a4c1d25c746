#pragma once

#include <string_view>

namespace krut::pdf {

/// Throws `Error` (limit) when a drawing has more elements, or more of them inside each other, than the limits
/// svg_elements and svg_depth: libraries that draw it would take very long, or fall.
void guard_svg(std::string_view bytes);

}  // namespace krut::pdf
