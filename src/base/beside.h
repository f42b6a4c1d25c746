#pragma once

#include <cstddef>
#include <future>
#include <memory>
#include <system_error>
#include <utility>

namespace krut {

/// Bytes of which the work is worth a thread of its own.
inline constexpr std::size_t least_worth_a_thread = 64U << 10;

/// Work done by whoever asks for its result, when it is asked.
template <typename Work>
[[nodiscard]] auto run_when_asked(Work work) {
  return std::async(std::launch::deferred, std::move(work));
}

/// Work done beside the caller's, on a thread of its own. Where no thread can be started (a limit of the user or the
/// group, no room for its stack), as `run_when_asked`.
template <typename Work>
[[nodiscard]] auto run_beside(Work work) {
  const auto kept = std::make_shared<Work>(std::move(work));  // a start that fails takes what it was given along
  const auto run = [kept] { return (*kept)(); };
  try {
    return std::async(std::launch::async, run);
  } catch (const std::system_error&) {
    return std::async(std::launch::deferred, run);
  }
}

}  // namespace krut
