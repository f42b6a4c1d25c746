#pragma once

#include <vector>

#include "model/document.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// Whether a paragraph holds a tab.
[[nodiscard]] bool has_tabs(const model::Paragraph& paragraph);

/// The lines of a paragraph whose text goes on at tab stops, with their leaders, in a column of `width`. A tab is read
/// as a space, and stands as one where no stop is left. Text behind the last tab of a line goes on at the left indent.
[[nodiscard]] std::vector<Strip> set_tabbed_lines(const model::Paragraph& paragraph, Length width,
                                                  const model::Owner& owner, Context& context);

}  // namespace krut::typeset
