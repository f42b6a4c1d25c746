#pragma once

#include <vector>

#include "docx/story.h"
#include "model/document.h"

namespace krut::docx {

/// Runs with the frames that hang on the paragraph being written: each picture as a drawing, and a box with the text
/// where there is some.
void write_frames(Story& story, const std::vector<const model::Frame*>& frames);

}  // namespace krut::docx
