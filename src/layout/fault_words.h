#pragma once

#include <string>

#include "base/diagnostic.h"
#include "layout/faults.h"

/// What the sentences about faults are made of, for the files that make them only.
namespace krut::layout::faults {

[[nodiscard]] Diagnostic fault(std::string code, const Place& place, Bilingual message, Bilingual hint);

[[nodiscard]] std::string quoted(const std::string& text);
[[nodiscard]] std::string tag(const std::string& name);  ///< "<cell>"
[[nodiscard]] std::string listed(const Words& words, bool are_tags = false);

/// "did you mean", else all there are; `kind` is what they are called, in the plural.
[[nodiscard]] Bilingual hint_among(const std::string& word, const Words& known, const Bilingual& kind);

}  // namespace krut::layout::faults
