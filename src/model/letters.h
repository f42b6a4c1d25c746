#pragma once

#include <vector>

#include "base/length.h"
#include "model/document.h"

namespace krut::model {

/// The largest size of text in blocks that may stand in a cell; 0 where there is no text.
[[nodiscard]] Length largest_letters(const std::vector<Block>& blocks);

/// The blocks of a cell with no letter larger than `most`; markers and boxes shrink with the text beside them. Line
/// pitches, indents and pictures stay. `styles`, those of the document, tell what a marker without text looks like.
[[nodiscard]] std::vector<Block> with_smaller_letters(std::vector<Block> blocks, Length most,
                                                      const std::vector<Style>& styles);

}  // namespace krut::model
