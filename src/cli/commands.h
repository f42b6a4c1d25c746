#pragma once

#include "cli/arguments.h"
#include "cli/speaker.h"

namespace krut::cli {

/// Does what was asked: results on standard output or in files, diagnostics on standard error. Returns the exit code.
[[nodiscard]] int run(const Arguments& arguments, const Speaker& speaker);

}  // namespace krut::cli
