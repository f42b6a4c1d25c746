#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "layout/source_text.h"

namespace krut::layout {

/// Validates a well-formed layout against the RELAX NG grammar of the language, but for the uses of parts, which are
/// left out. A gate behind our own checks: what it finds they have missed. Faults go to `diagnostics` with the line
/// only. Nothing but the two texts is read. A grammar that is itself broken throws `Error` (internal).
void check_grammar(const SourceText& source, std::string_view grammar, Diagnostics& diagnostics);

}  // namespace krut::layout
