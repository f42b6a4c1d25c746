#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/page.h"

namespace krut::pdf {

/// A glyph as a code draws it: where it stands from the pen, in font units.
struct PlacedGlyph {
  std::uint32_t id = 0;
  std::int32_t x = 0;
  std::int32_t y = 0;

  bool operator==(const PlacedGlyph&) const = default;
};

/// What one code draws, how far it moves the pen, and what it says.
struct GlyphUnit {
  std::vector<PlacedGlyph> glyphs;
  std::int32_t advance = 0;
  std::string text;

  bool operator==(const GlyphUnit&) const = default;
};

/// A cluster as units that a reader can take apart without loss: its first character; all its marks as one unit
/// without advance; a final SARA AM with the ring that shaping split off it. The offsets that shaping gave the marks
/// are inside the units, so that every unit starts at the pen. A cluster of another shape is one unit.
///
/// `natural_advances` are those of the font program, by glyph: a code must move the pen as its glyph does.
[[nodiscard]] std::vector<GlyphUnit> split(const model::ShapedText& shape, const model::Cluster& cluster,
                                           const std::vector<std::uint16_t>& natural_advances);

/// The same for fonts to which no glyph can be added: one unit a glyph, the i-th character on the i-th glyph; glyphs
/// left over say a zero-width space, characters left over go to the last. Offsets stay in the units' glyphs, for the
/// text operators to obey.
[[nodiscard]] std::vector<GlyphUnit> split_by_glyph(const model::ShapedText& shape, const model::Cluster& cluster,
                                                    const std::vector<std::uint16_t>& natural_advances);

}  // namespace krut::pdf
