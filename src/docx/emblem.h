#pragma once

#include "docx/drawings.h"

namespace krut::docx {

/// The emblem in a run of its own, as far as its mode draws anything.
void write_emblem(Story& story, const model::Emblem& emblem, const Position& position);

}  // namespace krut::docx
