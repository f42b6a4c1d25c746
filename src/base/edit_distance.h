#pragma once

#include <cstddef>
#include <string_view>

namespace krut {

/// How many slips of the finger make `b` of `a`: a character put in, taken out or replaced, or two neighbours changed
/// over (optimal string alignment). Takes time in proportion to the product of the sizes.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace krut
