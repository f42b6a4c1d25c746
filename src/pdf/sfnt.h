#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/glyph_units.h"

namespace krut::pdf {

/// The code of the error that damaged tables are told with, by those who do not know whose they are.
inline constexpr const char* bad_tables = "pdf.bad-font";

/// A single font, cut down by HarfBuzz, with the tables that a PDF needs and `composites` behind its own glyphs, each a
/// composite of glyphs of this font (ISO/IEC 14496-22, glyf). Outlines are referred to, never changed. What only reads
/// fonts is FreeType's (text/outside_face.h); this writes one. Throws `Error` (internal) for tables that contradict.
struct Composite {
  std::vector<PlacedGlyph> glyphs;
  std::int32_t advance = 0;
};
[[nodiscard]] std::string with_composites(std::string_view font, const std::vector<Composite>& composites);

}  // namespace krut::pdf
