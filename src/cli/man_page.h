#pragma once

#include <string>

namespace krut::cli {

/// The man page, in roff (man(7)): every command and option with its help, examples, exit codes, environment.
[[nodiscard]] std::string man_page(bool is_thai);

}  // namespace krut::cli
