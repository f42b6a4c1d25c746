#pragma once

#include <set>
#include <string>

#include "base/diagnostic.h"
#include "data/checked_data.h"
#include "layout/program.h"
#include "layout/source_text.h"

namespace krut::layout {

/// Checks every path of a layout against its schema, with the variables of the loops around it: that it exists, that a
/// loop walks a list, that what is printed can be printed, that filters and comparisons fit, that a choice offers what
/// the data may hold. Faults go to `diagnostics`.
/// Returned are the paths in use, as `data::skeleton` wants them.
std::set<std::string> check_bindings(const Program& program, const SourceText& source, const data::Schema& schema,
                                     Diagnostics& diagnostics);

}  // namespace krut::layout
