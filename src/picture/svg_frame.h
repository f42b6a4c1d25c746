#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/diagnostic.h"

namespace krut::picture {

/// The size of a drawing in its own units.
struct Frame {
  double width = 0;
  double height = 0;
};

/// The frame that the attributes of the root give, or what is wrong with them. A viewBox decides; without one the sizes
/// do. Sizes that are not finite, not more than 0, or so unlike each other that nothing could be seen, are faults.
[[nodiscard]] std::variant<Frame, Bilingual> frame_of(const std::optional<std::string>& view_box,
                                                      const std::optional<std::string>& width,
                                                      const std::optional<std::string>& height);

}  // namespace krut::picture
