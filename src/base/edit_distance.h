#pragma once

#include <cstddef>
#include <string_view>

namespace krut {

/// How many characters must be put in, taken out or replaced to make `b` of `a` (Levenshtein). Takes time in proportion
/// to the product of the sizes.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace krut
