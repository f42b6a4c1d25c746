#pragma once

#include <string>
#include <string_view>

namespace krut::data {

/// The regular expression of ECMAScript (with its flag u: characters, not bytes) in the words of RE2. Throws
/// PatternFault for what RE2 cannot do: looking around and back references. Brackets that do not match are left to RE2.
[[nodiscard]] std::string translated_pattern(std::string_view written);

}  // namespace krut::data
