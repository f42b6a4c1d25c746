#pragma once

#include <optional>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/document.h"
#include "picture/drawer.h"

namespace krut {

/// What the photos of a document are wanted for.
struct PhotoWishes {
  bool in_docx = false;
  bool takes_inks = false;       ///< the PDF may hold pictures of four inks that carry no profile
  std::optional<int> image_dpi;  ///< no picture of pixels shall have more dots to the inch; none: they stay as they are
};

/// Makes pictures of pixels anew where that must be: those with more dots than wanted smaller; those of four inks
/// without a profile in the colours of screens; and upright ones beside those that lie on their side, for the DOCX,
/// whose readers do not agree on turning them. Nothing else is decoded. Pictures of the same bytes are made once and
/// share what is made. `budget` is asked before each. False, with the fault in `diagnostics`, when one cannot be.
/// Throws `Error` as `picture::Drawer` does.
[[nodiscard]] bool make_photos(model::Document& document, const picture::Drawer& drawer, const PhotoWishes& wishes,
                               const Budget& budget, Diagnostics& diagnostics);

}  // namespace krut
