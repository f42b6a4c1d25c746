#pragma once

#include <optional>
#include <string_view>

#include "picture/picture.h"

namespace krut::picture {

/// What a file of pictures is that krut does not take (WebP, HEIC, TIFF, …), told by its first bytes, and how to make
/// one of it that it takes. Nothing when it is of no kind that is known here.
[[nodiscard]] std::optional<Fault> other_kind(std::string_view bytes);

}  // namespace krut::picture
