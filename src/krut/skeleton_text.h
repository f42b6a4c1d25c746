#pragma once

#include <vector>

#include "data/checked_data.h"
#include "krut/krut.hpp"

namespace krut::api {

/// The lines of a skeleton as texts: once as JSON, once in each language with comments.
[[nodiscard]] Skeleton joined(const std::vector<data::SkeletonLine>& lines);

}  // namespace krut::api
