#pragma once

#include "base/diagnostic.h"
#include "data/checked_data.h"

namespace krut::data {

/// Completes what names a value by its pointer alone with the file, line and column of that value. Pointers that lead
/// nowhere stay as they are.
void locate(Diagnostics& diagnostics, const Json& json);

}  // namespace krut::data
