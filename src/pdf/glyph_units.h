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
  std::vector<PlacedGlyph> glyphs;  ///< none: nothing is drawn
  std::int32_t advance = 0;         ///< font units
  std::string text;
  std::int32_t nudge = 0;  ///< how far the code moves the pen beyond `advance`, in thousandths of an em

  bool operator==(const GlyphUnit&) const = default;
};

/// A cluster as units of one character each: programs that write a PDF anew (Ghostscript 10.00) cut a code that says
/// two characters down to one wrong one. The first character; each of its marks, without advance; a final SARA AM with
/// the ring that shaping split off it. The offsets that shaping gave the marks are inside the units, so that every unit
/// starts at the pen. Of a cluster of another shape the first unit draws everything, and the letters share the advance.
///
/// A mark has a hair of width, which the letter before it lacks, so that its place in the order can be seen from where
/// it stands: pdfminer takes two codes without width for two lines, MuPDF and poppler one mark drawn twice in a place
/// for bold, and those that sort by place put the mark behind the next letter once a rounding moves them by a hair.
///
/// Fewer marks than `fewest_widened` on a letter stay without width.
/// `natural_advances` are those of the font program, by glyph: a code must move the pen as its glyph does.
[[nodiscard]] std::vector<GlyphUnit> split(const model::ShapedText& shape, const model::Cluster& cluster,
                                           const std::vector<std::uint16_t>& natural_advances,
                                           std::size_t fewest_widened = 1);

/// A nudge in font units.
[[nodiscard]] std::int32_t in_font_units(std::int32_t nudge, int units_per_em);

/// Puts `opening` thousandths of an em of the room behind a cluster of several units inside it: before its marks, which
/// stay where they are drawn, or into its SARA AM. pdftotext takes what follows a mark or SARA AM for another word, and
/// a gap there of some 40 thousandths for a space.
void open(std::vector<GlyphUnit>& units, std::int32_t opening, int units_per_em);

/// The same for fonts to which no glyph can be added: one unit a glyph, the i-th character on the i-th glyph; glyphs
/// left over say a zero-width space, characters left over go to the last. Offsets stay in the units' glyphs, for the
/// text operators to obey.
[[nodiscard]] std::vector<GlyphUnit> split_by_glyph(const model::ShapedText& shape, const model::Cluster& cluster,
                                                    const std::vector<std::uint16_t>& natural_advances);

}  // namespace krut::pdf
