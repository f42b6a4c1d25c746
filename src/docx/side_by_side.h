#pragma once

#include "docx/story.h"
#include "model/document.h"

namespace krut::docx {

/// Whether sides stand in a table: unless the pages have them on one line.
[[nodiscard]] bool stands_in_table(const Story& story, const model::SideBySide& block);

}  // namespace krut::docx
