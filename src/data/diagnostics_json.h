#pragma once

#include <string>

#include "base/diagnostic.h"

namespace krut::data {

/// One diagnostic as one line of JSON (newline-delimited JSON when joined), both languages included:
/// `{"severity","code","file","line","column","pointer","message","hint","asked_by":{…},"message_th","message_en",…}`.
/// May be shown anywhere: an acting character (`utf8::is_acting`) is `\u…`. Ends with a newline.
[[nodiscard]] std::string to_json_line(const Diagnostic& diagnostic, Language language);

}  // namespace krut::data
