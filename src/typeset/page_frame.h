#pragma once

#include "base/length.h"
#include "model/document.h"

namespace krut::typeset {

/// Where the body stands on one page, from the paper's top left corner.
struct PageFrame {
  Length left;
  Length width;
  Length top;
  Length bottom;
  bool has_header = false;
  bool has_footer = false;

  [[nodiscard]] Length height() const { return bottom - top; }
};

/// Frames of a section's pages: margins, and headers and footers that need more room than those.
struct SectionFrames {
  const model::Section& section;
  Length header_height;
  Length footer_height;
  Length catch_word_room;  ///< below the body of every page; 0 where there are no catch words

  /// `page` counts from 1 in the section.
  [[nodiscard]] PageFrame frame_of(int page) const;
};

}  // namespace krut::typeset
