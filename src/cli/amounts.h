#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace krut::cli {

/// A time in seconds, "90" or "0.5", more than none and less than a hundred years; nothing when `text` is none.
[[nodiscard]] std::optional<std::chrono::nanoseconds> seconds_in(std::string_view text);

/// The seconds of a time, as `seconds_in` reads them: "0.12".
[[nodiscard]] std::string seconds_text(std::chrono::nanoseconds time);

/// A size in bytes, or with a unit of 1024: "500K", "512M", "2G", "512MiB"; nothing when `text` is none, or 0.
[[nodiscard]] std::optional<std::size_t> bytes_in(std::string_view text);

/// A number of dots to the inch, at most five digits; nothing when `text` is none.
[[nodiscard]] std::optional<int> dots_in(std::string_view text);

}  // namespace krut::cli
