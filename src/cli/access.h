#pragma once

#include "cli/arguments.h"
#include "cli/sandbox.h"

namespace krut::cli {

/// What the command needs: its inputs and what lies beside them, the folders of layouts and fonts, the folders of its
/// outputs, and the program that draws pictures.
[[nodiscard]] Access access_of(const Arguments& arguments);

}  // namespace krut::cli
