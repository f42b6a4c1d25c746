#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace krut::picture {

/// In small letters (ASCII).
[[nodiscard]] std::string folded(std::string_view text);

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Short and on one line, for messages.
[[nodiscard]] std::string shown(std::string_view text);

/// Numbers parted by white space or commas; nothing when anything else stands there, or one is not finite.
[[nodiscard]] std::optional<std::vector<double>> numbers_in(std::string_view text);

/// A length in user units, 96 to the inch: "46mm", "120", "3.5in". Nothing when it is none, or depends on what stands
/// around it.
[[nodiscard]] std::optional<double> length_in(std::string_view text);

}  // namespace krut::picture
