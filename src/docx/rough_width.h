#pragma once

#include <vector>

#include "base/length.h"
#include "model/document.h"

namespace krut::docx {

/// About how wide a text is: this room knows no fonts.
[[nodiscard]] Length rough_width(const std::vector<model::Span>& spans);

}  // namespace krut::docx
