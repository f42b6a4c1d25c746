#pragma once

#include "text/outside_face.h"

namespace krut::text {

/// Judges what FreeType does not when it opens a face, or would only find out glyph by glyph, and what others trust:
/// characters in no order, glyphs out of place or made of one another without end. What this lets pass can be shaped,
/// cut down and embedded in time that grows with the file. Throws `FontDamage`.
void judge_inside(const OutsideFace& face);

}  // namespace krut::text
