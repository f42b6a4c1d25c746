#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/arguments.h"

/// The commands and options there are, with their help in Thai and English. Whatever lists them is made from this: the
/// parser, the help, the man page and the completions of shells.
namespace krut::cli {

// What an option or argument takes, beside a word out of some: `choices_of` tells those.
inline constexpr const char* file_value = "FILE";
inline constexpr const char* folder_value = "FOLDER";
inline constexpr const char* layout_value = "LAYOUT";
inline constexpr const char* seconds_value = "SECONDS";
inline constexpr const char* size_value = "SIZE";
inline constexpr const char* dots_value = "DPI";

/// Gives `app` every command and option; parsing fills `arguments`.
void add_commands(CLI::App& app, Arguments& arguments, bool is_thai);

/// Every option of a command, its arguments excepted; or its arguments alone, in their order.
[[nodiscard]] std::vector<const CLI::Option*> options_of(const CLI::App& command);
[[nodiscard]] std::vector<const CLI::Option*> arguments_of(const CLI::App& command);
/// "-o" and "--output".
[[nodiscard]] std::vector<std::string> names_of(const CLI::Option& option);
[[nodiscard]] bool takes_value(const CLI::Option& option);
/// May it be given more than once?
[[nodiscard]] bool is_repeatable(const CLI::Option& option);
/// The words that an option takes, or none where it takes any.
[[nodiscard]] std::vector<std::string> choices_of(const CLI::Option& option);

/// The documented exit codes.
struct ExitCode {
  int code;
  std::string meaning;
};
[[nodiscard]] std::vector<ExitCode> exit_codes(bool is_thai);

}  // namespace krut::cli
