#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"
#include "text/setter.h"
#include "typeset/line_breaker.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// `page` counts from 1; 0: not known.
void report_lacking_glyph(const LackingGlyph& glyph, std::size_t page, Diagnostics& diagnostics);

/// Keeps what no face has until its page is known; what only repeats (a table's head on later pages) was told before.
void note_lacking(const std::vector<text::MissingGlyph>& missing, const std::vector<model::Span>& spans,
                  const model::Owner& owner, Context& context);

[[nodiscard]] Diagnostic wide_text_warning(const WideText& wide);

/// Tells the words, or keeps them where the context wants that; what only repeats was told before.
void note_wide_words(const std::vector<WideWord>& words, const std::vector<model::Span>& spans,
                     const model::Owner& owner, Context& context);

/// An error: even a single letter does not fit, and would lie over what stands beside the column.
void report_wider_than_column(const model::TextLine& line, Context& context);

/// The text of the spans, line breaks and tabs as spaces.
[[nodiscard]] std::string plain_text(const std::vector<model::Span>& spans);

/// JSON pointer of the first span that has one.
[[nodiscard]] std::string first_pointer(const std::vector<model::Span>& spans);

}  // namespace krut::typeset
