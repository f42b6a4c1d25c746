#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/document.h"

namespace krut::layout {

/// Why an SVG may not travel inside a paper: readers of the paper would fetch something, or run something.
struct SvgOffence {
  enum class Kind { refers_outside, is_live };
  Kind kind = Kind::refers_outside;
  std::string found;  ///< as it stands there: "href=\"http://…\"", "<script>"
  int line = 0;       ///< of the SVG, from 1
};

/// What the first bytes of a picture tell.
struct ImageFacts {
  model::ImageKind kind = model::ImageKind::png;
  double width = 0;  ///< pixels of a PNG, user units of an SVG; more than 0
  double height = 0;
  std::optional<SvgOffence> offence;  ///< why an SVG may not be used all the same
};

/// Looks at a PNG's header or through an SVG. Nothing is returned, and `cause` filled, when the bytes are neither, have
/// no size, or go over `limits::image_pixels`.
[[nodiscard]] std::optional<ImageFacts> look_at_image(const std::string& bytes, Bilingual& cause);

}  // namespace krut::layout
