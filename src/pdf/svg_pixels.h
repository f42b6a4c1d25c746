#pragma once

#include <string>
#include <string_view>

#include "base/length.h"

namespace krut::pdf {

/// A PNG of an SVG as it looks at that size, 600 dots to the inch, for readers that draw no SVG. The same SVG and size
/// give the same bytes. Throws `Error`: resource_missing when the SVG cannot be drawn, limit when it is too large.
[[nodiscard]] std::string svg_as_png(std::string_view svg, Length width, Length height);

}  // namespace krut::pdf
