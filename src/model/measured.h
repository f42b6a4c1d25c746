#pragma once

#include <map>

#include "base/length.h"
#include "model/document.h"

namespace krut::model {

/// What only measuring can know of a Document, decided once while its pages are set. Writers of other formats than
/// pages transcribe it, and measure nothing.
struct Measured {
  std::map<ElementId, Length> frame_heights;   ///< by frame: of its box
  std::map<ElementId, Length> tops_in_frames;  ///< by block of a frame: from the top of the box
};

}  // namespace krut::model
