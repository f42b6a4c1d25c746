#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "model/page.h"

namespace krut::typeset {

/// How far a line of text reaches to the right, the spaces at its end left out.
[[nodiscard]] Length right_edge(const model::TextLine& line);

/// An error for the first mark of the pages from `begin` to `end` that does not stand wholly on its paper: it would be
/// lost in print. Told at the value it shows, else at `section`, the place in the layout.
void report_beyond_paper(const model::Pages& pages, std::size_t begin, std::size_t end, const Place& section,
                         Diagnostics& diagnostics);

}  // namespace krut::typeset
