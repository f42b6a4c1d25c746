#pragma once

#include <string_view>

#include "readback/source.h"

namespace krut::readback {

/// The source in the custom XML part of a DOCX, wherever a word processor has put that part. Throws as `read_source`
/// tells it, faults as `Fault`.
[[nodiscard]] Source docx_source(std::string_view bytes, const Budget& budget);

}  // namespace krut::readback
