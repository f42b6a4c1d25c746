#pragma once

#include "layout/fill_blocks.h"

namespace krut::layout {

/// Gives what stands last before a rule at least so much room below it, and more where it holds ฎ or ฏ with a vowel
/// underneath: they reach lower than all other letters.
void keep_off_rule(Blocks& blocks, Length least);

}  // namespace krut::layout
