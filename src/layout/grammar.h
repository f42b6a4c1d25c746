#pragma once

#include <string>

#include "base/diagnostic.h"
#include "layout/source_text.h"

namespace krut::layout {

/// Validates a well-formed layout against the RELAX NG grammar of the language. A gate behind our own checks: what it
/// finds they have missed. Faults go to `diagnostics` with the line only. A grammar that is itself broken throws
/// `Error` (resource_missing).
void check_grammar(const SourceText& source, const std::string& grammar, Diagnostics& diagnostics);

}  // namespace krut::layout
