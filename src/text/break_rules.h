#pragma once

#include "text/setter.h"
#include "text/tokens.h"

namespace krut::text {

/// May a line end between two tokens that touch?
[[nodiscard]] LineEnd end_between(const Token& left, const Token& right);
/// May a line end at the spaces between two tokens?
[[nodiscard]] LineEnd end_at_space(const Token& left, const Token& right);

}  // namespace krut::text
