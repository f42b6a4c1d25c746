#pragma once

#include <string>

#include "picture/drawing_order.h"

namespace krut::picture {

/// A picture that was made anew, or why it could not be.
struct Photo {
  std::string bytes;
  std::string reason;  ///< empty: it was
};

/// Whether an order can be obeyed within the limits.
[[nodiscard]] bool is_possible(const PhotoOrder& order);

/// Makes a PNG or JPEG anew as the order says. Whatever its bytes are, it is either made or told.
[[nodiscard]] Photo remade(const PhotoOrder& order, const std::string& bytes);

}  // namespace krut::picture
