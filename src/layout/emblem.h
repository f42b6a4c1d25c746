#pragma once

#include <string_view>

#include "layout/fill_state.h"

namespace krut::layout {

/// The attribute that names the data's emblem.
inline constexpr std::string_view emblem_attribute = "of";

/// The emblem that `node` asks for. Its object in the data says whether it is a picture, is on the paper already, has a
/// placeholder or is not there; in the last cases its room is kept all the same, so that every other position stays.
/// Without one in the data, a placeholder with a word in `format`. A picture that cannot be used is an error; one of a
/// strange shape or too coarse for print, a warning.
[[nodiscard]] model::Figure emblem_of(FillState& state, const Node& node, const model::TextFormat& format);

}  // namespace krut::layout
