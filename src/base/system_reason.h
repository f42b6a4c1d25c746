#pragma once

#include "base/diagnostic.h"

namespace krut {

/// Why the operating system refused, from its `errno`: in both languages, whatever the locale of the process. Of a
/// number that is not known here, the number.
[[nodiscard]] Bilingual system_reason(int code);

}  // namespace krut
