#pragma once

#include <string>
#include <string_view>

#include "base/length.h"

namespace krut::model {

/// Points with up to three decimals: "18.1".
[[nodiscard]] std::string dump_points(Length length);

/// In quotation marks, with those inside marked by a backslash.
[[nodiscard]] std::string dump_quoted(std::string_view text);

}  // namespace krut::model
