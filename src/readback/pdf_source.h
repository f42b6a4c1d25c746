#pragma once

#include <string_view>

#include "readback/source.h"

namespace krut::readback {

/// The source attached to a PDF: the file that says what it was made from (AFRelationship Source, ISO 19005-3, 6.8)
/// and the one beside it that tells of the layout. Throws as `read_source` tells it, faults as `Fault`.
[[nodiscard]] Source pdf_source(std::string_view bytes, const Budget& budget);

}  // namespace krut::readback
