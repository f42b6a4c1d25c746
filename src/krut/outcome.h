#pragma once

#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/error.h"
#include "krut/krut.hpp"

namespace krut {

/// The exit status behind a kind of failure.
[[nodiscard]] api::Status status_of(ErrorKind kind);

/// The house's diagnostics as the public face shows them; past `limits::diagnostics` the rest are counted in a last
/// one.
[[nodiscard]] std::vector<api::Diagnostic> shown(const Diagnostics& diagnostics);

/// A failure as an outcome's status and only diagnostic.
[[nodiscard]] api::Diagnostic shown(const Diagnostic& diagnostic);

/// The fault of memory being short.
[[nodiscard]] Diagnostic memory_short();

/// What a call may take, from now on.
[[nodiscard]] Budget budget_of(const api::Bounds& bounds);

}  // namespace krut
