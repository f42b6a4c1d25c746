#pragma once

#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"

namespace krut::typeset {

using model::baseline_of;

/// The lines of a text in a column of `width`: x from the column's left edge, indents included, the baseline from each
/// line's own top. There is always a line, at least an empty one. `first_shift` moves the first line's start further
/// right (a list marker too wide for its hang).
[[nodiscard]] std::vector<model::TextLine> set_lines(const std::vector<model::Span>& spans,
                                                     const model::ParagraphFormat& format, Length width,
                                                     Length first_shift, const model::Owner& owner, Context& context);

/// The text on one line from x = 0, whatever its width.
struct SingleLine {
  model::TextLine line;
  Length width;  ///< without the spaces that end it
};
[[nodiscard]] SingleLine set_single_line(const std::vector<model::Span>& spans, Length line_pitch,
                                         const model::Owner& owner, Context& context);

/// Each line as a strip that keeps the format's rules for breaking; the space before the first is left at 0.
[[nodiscard]] std::vector<Strip> strips_of(std::vector<model::TextLine> lines, const model::ParagraphFormat& format,
                                           model::ElementId element);

/// Forbids the breaks that would leave fewer lines before or after them than the format wants.
void obey_line_rules(std::vector<Strip>& strips, const model::ParagraphFormat& format);

}  // namespace krut::typeset
