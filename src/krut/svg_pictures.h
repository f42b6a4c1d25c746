#pragma once

#include "model/document.h"

namespace krut {

/// Gives every SVG of the document its pixels too (`model::Image::png`), for word processors that draw no SVG. Throws
/// `Error` when one cannot be drawn.
void add_pixels(model::Document& document);

}  // namespace krut
