#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace krut::readback {

/// Why a file gave nothing back. Thrown inside the room only; `read_source` turns it into a diagnostic.
struct Fault {
  Diagnostic diagnostic;
};

[[noreturn]] void fail_as_unknown_kind();
[[noreturn]] void fail_without_source();
/// `what` names the part of the file that cannot be read, in English words of the format: "cross-reference".
[[noreturn]] void fail_as_damaged(std::string_view what);
[[noreturn]] void fail_as_encrypted();
/// The data inside is no longer what was rendered.
[[noreturn]] void fail_as_changed();
/// Throws `Error` (limit) that names the limit.
[[noreturn]] void fail_over_limit(std::string_view limit);

}  // namespace krut::readback
