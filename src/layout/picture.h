#pragma once

#include <optional>

#include "layout/fill_state.h"
#include "model/document.h"
#include "picture/picture.h"

namespace krut::layout {

/// A picture of the data that was found sound. The size on paper is still open.
struct Picture {
  model::Image image;
  picture::Facts facts;
};

/// Reads the file that a value names. Nothing is returned, and an error added, when it cannot be used.
[[nodiscard]] std::optional<Picture> read_picture(FillState& state, const data::Value& name, const Place& asked_by);

/// Gives the picture the largest size that fits into a box and keeps its shape.
void fit_into(Picture& picture, Length width, Length height);

}  // namespace krut::layout
