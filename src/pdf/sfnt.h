#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/glyph_units.h"

namespace krut::pdf {

/// The tables of a font program by tag; the views point into bytes that the caller keeps.
using FontTables = std::map<std::string, std::string_view>;

/// The code of the error that damaged tables are told with, by those who do not know whose they are.
inline constexpr const char* bad_tables = "pdf.bad-font";

/// Big-endian numbers out of a table. Reading past its end throws `Error` (internal).
[[nodiscard]] std::uint16_t read_u16(std::string_view table, std::size_t offset);
[[nodiscard]] std::int16_t read_i16(std::string_view table, std::size_t offset);
[[nodiscard]] std::uint32_t read_u32(std::string_view table, std::size_t offset);

/// Of a single font, not a collection.
[[nodiscard]] FontTables read_tables(std::string_view font);

/// Advance widths by glyph, in font units.
[[nodiscard]] std::vector<std::uint16_t> read_advances(const FontTables& tables);

/// A font program with the tables that a PDF needs and `composites` behind its own glyphs, each a composite of glyphs
/// of this font (ISO/IEC 14496-22, glyf). Outlines are referred to, never changed.
struct Composite {
  std::vector<PlacedGlyph> glyphs;
  std::int32_t advance = 0;
};
[[nodiscard]] std::string with_composites(const FontTables& tables, const std::vector<Composite>& composites);

}  // namespace krut::pdf
