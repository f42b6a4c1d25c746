#pragma once

#include <string_view>

#include "picture/picture.h"

namespace krut::picture {

/// Looks through a whole SVG, element by element. What may stand in it is a list; what is not on the list is refused,
/// so that both papers show the same and no reader of theirs fetches or runs anything.
[[nodiscard]] Verdict judge_svg(std::string_view bytes);

}  // namespace krut::picture
