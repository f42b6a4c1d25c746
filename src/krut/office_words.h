#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "text/own_words.h"

namespace krut {

/// The file in a layout folder that lists words of the office's own (text/own_words.h).
inline constexpr const char* office_words_file = "words.txt";

/// The words of the lists that stand in `folders`; null where there is none. A list that cannot be read, and lines that
/// are no words, are warnings.
[[nodiscard]] std::shared_ptr<const text::OwnWords> office_words(const std::vector<std::string>& folders,
                                                                 Diagnostics& diagnostics);

}  // namespace krut
