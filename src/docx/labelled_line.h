#pragma once

#include "docx/runs.h"
#include "docx/story.h"
#include "model/document.h"

namespace krut::docx {

/// Where the values of a labelled line, or the text of one of its items, start in their column, as the pages tell.
[[nodiscard]] Length text_start(const Story& story, const model::LabelledLine& line, model::ElementId element);

/// The text of an item as runs, before it the label of the first; without the tab that ends a leader.
void write_labelled_text(Story& story, const model::LabelledLine& line, const model::LabelledLine::Item& item,
                         const model::TextFormat& base);

/// The look of what ends a leader: that of the value.
[[nodiscard]] const model::TextFormat& value_format(const model::LabelledLine::Item& item,
                                                    const model::TextFormat& base);

}  // namespace krut::docx
