#pragma once

#include <tuple>

#include "text/outside_face.h"

namespace krut::text {

/// How far a face is from the weight and slope asked for, at the usual width: the less, the better (CSS Fonts 4, 5.2,
/// font style matching: first width, then slope, then weight).
using StyleDistance = std::tuple<int, int, int>;
[[nodiscard]] StyleDistance style_distance(const FaceStyle& face, bool is_bold, bool is_italic);

/// Whether the face has the very weight, regular or bold, that is asked for.
[[nodiscard]] bool has_weight(const FaceStyle& face, bool is_bold);
/// Whether it leans as asked.
[[nodiscard]] inline bool has_slope(const FaceStyle& face, bool is_italic) {
  return (face.slope != Slope::upright) == is_italic;
}

}  // namespace krut::text
