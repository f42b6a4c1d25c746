#pragma once

#include <string>

#include "base/budget.h"
#include "model/page.h"

namespace krut::pdf {

/// The document as a screen reader tells it, in Thai, a line a part: headings with their level, lists, each cell of a
/// table with its heads before its words, pictures and forms by their alternative text, words of other languages in
/// their place as ⟨en-GB: …⟩. What is furniture is not there.
[[nodiscard]] std::string dump_tags(const model::Pages& pages, const Budget& budget = {});

}  // namespace krut::pdf
