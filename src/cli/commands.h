#pragma once

#include "cli/arguments.h"
#include "cli/speaker.h"

namespace krut::cli {

/// Does what was asked: results on standard output or in files, diagnostics on standard error.
[[nodiscard]] Ended run(const Arguments& arguments, const Speaker& speaker);

}  // namespace krut::cli
