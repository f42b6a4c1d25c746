#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "base/length.h"
#include "model/document.h"

namespace krut::model {

/// What only measuring can know of a Document, decided once while its pages are set. Writers of other formats than
/// pages transcribe it, and measure nothing. Lengths are counted from the left edge of the column in which the element
/// stands.
struct Measured {
  /// By labelled line: where its values start. By item of one: where its text does, with the lines that it goes on in;
  /// none where there is no text.
  std::map<ElementId, Length> text_starts;
  /// By item of a labelled line with a leader, where its text takes several lines: the bytes of the text that stand
  /// before each line but the first.
  std::map<ElementId, std::vector<std::size_t>> line_breaks;
  /// By blocks side by side: the widths of their sides.
  std::map<ElementId, std::vector<Length>> side_widths;
  /// Blocks side by side whose sides are one line, but for what the last has below its first.
  std::set<ElementId> one_line;
  std::map<ElementId, Length> frame_heights;   ///< by frame: of its box
  std::map<ElementId, Length> tops_in_frames;  ///< by block of a frame: from the top of the box
};

}  // namespace krut::model
