#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"

namespace krut::text {

/// Whether the file begins as a font or a collection of fonts does.
[[nodiscard]] bool is_font_file(std::string_view file);

/// Why the face with this number in a font file cannot be used, or nothing: a table that is not there, lies outside the
/// file or is too short for what it must hold, glyphs out of place or made of one another without end, characters in no
/// order. What it lets pass can be shaped, cut down and embedded in time that grows with the file.
[[nodiscard]] std::optional<Bilingual> font_damage(std::string_view file, unsigned index);

}  // namespace krut::text
