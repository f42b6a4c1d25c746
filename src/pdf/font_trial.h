#pragma once

#include "model/page.h"

namespace krut::pdf {

/// Opens the fonts of all pages and cuts them down to the glyphs in use, as writing a PDF does, so that one that is
/// damaged is told by a check too: throws its `damaged_font`.
void try_fonts(const model::Pages& pages);

}  // namespace krut::pdf
