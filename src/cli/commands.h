#pragma once

#include "cli/arguments.h"
#include "krut/krut.hpp"

namespace krut::cli {

/// Does what was asked: results on standard output or in files, diagnostics on standard error. Returns the exit code.
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace krut::cli
