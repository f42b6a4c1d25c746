#pragma once

#include <string>
#include <string_view>

#include "base/length.h"

namespace krut::pdf {

/// An SVG drawn by cairo as a PDF file of one page of that size: lines and areas, no pixels. It may refer to nothing
/// outside itself. Throws `Error` (resource_missing) when the bytes are no SVG, or when librsvg is not installed.
[[nodiscard]] std::string svg_as_page(std::string_view bytes, Length width, Length height);

}  // namespace krut::pdf
