#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/document.h"

namespace krut::layout {

/// What the first bytes of a picture tell.
struct ImageFacts {
  model::ImageKind kind = model::ImageKind::png;
  double width = 0;  ///< pixels of a PNG, user units of an SVG; more than 0
  double height = 0;
};

/// Looks at a PNG's header or an SVG's root. Nothing is returned, and `cause` filled, when the bytes are neither, have
/// no size, or go over `limits::image_pixels`.
[[nodiscard]] std::optional<ImageFacts> look_at_image(const std::string& bytes, Bilingual& cause);

}  // namespace krut::layout
