#pragma once

#include <string_view>

#include "readback/standing.h"

namespace krut::readback {

/// `judge` for a DOCX of which it is known that it is not as krut made it, if krut made it at all, or that it was made
/// before files carried a digest. Throws `Fault` where it cannot be read and `Error` (limit) where it unpacks to too
/// much.
[[nodiscard]] Judgement judge_docx(std::string_view bytes, const Budget& budget);

}  // namespace krut::readback
