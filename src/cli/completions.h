#pragma once

#include <string>

/// The completions of shells: the commands, their options and what those take.
namespace krut::cli {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace krut::cli
