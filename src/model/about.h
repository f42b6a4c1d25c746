#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"

namespace krut::model {

/// Which program and which layout make a file of which data, as one line of JSON with a newline at its end: the keys
/// `producer`, `layout`, `layout_version` and `data_hash` (`hash_text` of the data), all texts.
/// `more` are further members behind them: their names, and their values as JSON.
using Members = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::string about_json(const Provenance& provenance, std::string_view producer, const Members& more = {});

/// A text as JSON has it, quotation marks and all.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace krut::model
