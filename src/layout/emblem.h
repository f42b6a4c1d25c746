#pragma once

#include <string_view>

#include "layout/fill_state.h"

namespace krut::layout {

/// The attribute that names the data's emblem: `of` of an emblem by itself, `emblem` of the head of a form.
[[nodiscard]] std::string_view emblem_attribute(ElementKind kind);

/// The emblem that this attribute of `node` asks for, `height` high. Without one in the data, a placeholder.
/// A picture that cannot be used is an error; one of a strange shape or too coarse for print, a warning.
[[nodiscard]] model::Emblem emblem_of(FillState& state, const Node& node, Length height,
                                      const model::TextFormat& format);

}  // namespace krut::layout
