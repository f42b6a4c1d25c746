#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "picture/svg_style.h"

namespace krut::picture {

/// The pixels of a picture that an SVG holds itself as a `data:` address, or why it may not hold it: of another kind
/// than PNG and JPEG, of another kind than it says, damaged, too large.
[[nodiscard]] std::variant<std::uint64_t, SvgOffence> look_at_inner_picture(std::string_view address);

}  // namespace krut::picture
