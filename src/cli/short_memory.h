#pragma once

namespace krut::cli {

/// Says that memory is short in the manner that the command line asks for, without any memory; the exit code.
[[nodiscard]] int say_memory_is_short(int count, char** words) noexcept;

}  // namespace krut::cli
