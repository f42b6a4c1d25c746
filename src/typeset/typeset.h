#pragma once

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"
#include "text/setter.h"

namespace krut::typeset {

/// Sets a document on pages. Warnings (a missing glyph with its field and page, a word wider than its column with cell
/// and word, a thing taller than a page) go to `diagnostics`; they never lose text. Throws `Error` (limit) past
/// `limits::pages`.
[[nodiscard]] model::Pages typeset(const model::Document& document, text::Setter& setter, Diagnostics& diagnostics,
                                   const Budget& budget = {});

}  // namespace krut::typeset
