#pragma once

#include <string_view>

namespace krut::picture {

/// How many points the data of a path or a polygon has, at least roughly: what a marker is drawn at.
[[nodiscard]] double points_in(std::string_view path);

/// Whether the numbers of an attribute are such that drawing ends: sides of a kernel, octaves of a noise, radii,
/// dashes, frames inside. True for every attribute that has no bound.
[[nodiscard]] bool is_number_bearable(std::string_view element, std::string_view attribute, std::string_view value);

}  // namespace krut::picture
