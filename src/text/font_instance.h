#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/outside_face.h"

namespace krut::text {

/// The font at one place on each of its axes, as a font of its own with all its glyphs under their numbers. Throws
/// `FontDamage` where that cannot be had.
[[nodiscard]] std::string instance_of(std::string_view file, unsigned index, const std::vector<AxisPlace>& places);

}  // namespace krut::text
