#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace krut::model {

/// Which program and which layout make a file of which data, as one line of JSON with a newline at its end: the keys
/// `producer`, `layout`, `layout_version` and `data_hash` (`hash_text` of the data), all texts.
[[nodiscard]] std::string about_json(const Provenance& provenance, std::string_view producer);

}  // namespace krut::model
