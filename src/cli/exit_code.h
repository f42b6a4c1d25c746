#pragma once

/// Exit codes that only the command line knows; the others are the values of `krut::api::Status`.
namespace krut::cli::exit_code {

inline constexpr int ok = 0;
inline constexpr int warnings = 1;
inline constexpr int usage = 2;
inline constexpr int first_of_signals = 128;  ///< and the number of the signal that ended the program

}  // namespace krut::cli::exit_code
