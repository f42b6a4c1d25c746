#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "model/page.h"

namespace krut::typeset {

/// How far a line of text reaches to the right, the spaces at its end left out.
[[nodiscard]] Length right_edge(const model::TextLine& line);

/// The pages of a section.
struct LookedAt {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_told_too_tall = false;  ///< why something runs off their foot is told already
};

/// An error for the first mark of the pages that does not stand wholly on its paper: it would be lost in print. Told at
/// the value it shows, else at `section`, the place in the layout.
void report_beyond_paper(const model::Pages& pages, const LookedAt& looked_at, const Place& section,
                         Diagnostics& diagnostics);

}  // namespace krut::typeset
