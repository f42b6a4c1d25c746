#pragma once

#include <string_view>

#include "readback/standing.h"

namespace krut::readback {

/// `judge` for a PDF of which it is known that it is not as krut made it, if krut made it at all, or that it was made
/// before the second element of /ID was a digest of the file. `bytes` begin with `%PDF-`. Throws `Fault` where it
/// cannot be read and `Error` (limit) where it unpacks to too much.
[[nodiscard]] Judgement judge_pdf(std::string_view bytes, const Budget& budget);

/// The file that krut made where `bytes` begin with one, and the rest was appended (ISO 32000-1, 7.5.6), whatever it
/// is; else nothing.
[[nodiscard]] std::string_view original_in(std::string_view bytes);

}  // namespace krut::readback
