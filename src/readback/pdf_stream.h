#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "readback/pdf_value.h"

namespace krut::readback {

/// The bytes of a stream with the filter of its dictionary undone: none or FlateDecode, with or without PNG predictors
/// (ISO 32000-1, 7.4.4); nothing else stands before what is looked for. `most` bytes at most come out, whatever the
/// stream says of itself: more throws `Error` (limit). Throws `Fault` when it cannot be undone.
[[nodiscard]] std::string unpacked(const Value& dictionary, std::string_view packed, std::size_t most);

}  // namespace krut::readback
