#include "pdf/glyph_units.h"

#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"

namespace krut::pdf {
namespace {

constexpr char32_t sara_am = 0x0E33;
constexpr char32_t zero_width_space = 0x200B;
constexpr std::int32_t thousand = 1'000;
// Widths of marks in thousandths of an em.
constexpr std::int32_t widest_hair = 3;
constexpr std::int32_t width_of_repeated = 102;  // the same word within a tenth of an em is shadow to pdftotext

/// A glyph of the cluster with the pen at which shaping placed it.
struct PennedGlyph {
  model::Glyph glyph;
  std::int32_t pen = 0;
};

struct ClusterParts {
  std::u32string characters;
  std::vector<PennedGlyph> glyphs;
  std::int32_t advance = 0;
};

ClusterParts parts_of(const model::ShapedText& shape, const model::Cluster& cluster) {
  ClusterParts parts;
  parts.characters = utf8::to_utf32(std::string_view(shape.text).substr(cluster.text_begin, cluster.text_size));
  for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
    const model::Glyph& glyph = shape.glyphs[cluster.glyph_begin + i];
    parts.glyphs.push_back({glyph, parts.advance});
    parts.advance += glyph.advance;
  }
  return parts;
}

std::int32_t natural(const std::vector<std::uint16_t>& advances, std::uint32_t glyph) {
  return glyph < advances.size() ? advances[glyph] : 0;
}

bool is_mark(char32_t character) {
  if (utf8::is_thai_mark(character)) return true;
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

/// The characters as first, marks, SARA AM, marks.
struct CharacterShape {
  std::size_t marks = 0;
  bool has_sara_am = false;
  std::size_t late_marks = 0;
  bool is_whole = false;  ///< nothing is left over
};

CharacterShape shape_of(const std::u32string& characters) {
  CharacterShape shape;
  std::size_t at = 1;
  for (; at < characters.size() && is_mark(characters[at]); ++at) ++shape.marks;
  if (at < characters.size() && characters[at] == sara_am) {
    shape.has_sara_am = true;
    ++at;
    for (; at < characters.size() && is_mark(characters[at]); ++at) ++shape.late_marks;
  }
  shape.is_whole = !characters.empty() && at == characters.size();
  return shape;
}

/// One unit from the glyphs [begin, end), whose pen starts at `start`.
GlyphUnit unit_of(const ClusterParts& parts, std::size_t begin, std::size_t end, std::int32_t start,
                  std::int32_t advance, std::u32string_view text) {
  GlyphUnit unit{{}, advance, utf8::from_utf32(text)};
  for (std::size_t i = begin; i < end; ++i) {
    const PennedGlyph& penned = parts.glyphs[i];
    unit.glyphs.push_back({penned.glyph.id, penned.pen + penned.glyph.x_offset - start, penned.glyph.y_offset});
  }
  return unit;
}

std::size_t skip_marks(const ClusterParts& parts, std::size_t from) {
  while (from < parts.glyphs.size() && parts.glyphs[from].glyph.advance == 0) ++from;
  return from;
}

GlyphUnit whole_unit(const ClusterParts& parts) {
  return unit_of(parts, 0, parts.glyphs.size(), 0, parts.advance, parts.characters);
}

/// The unit as one unit a character. Marks of one unit have a glyph each, else the first draws everything.
void append_apart(std::vector<GlyphUnit>& units, GlyphUnit&& whole) {
  const std::u32string characters = utf8::to_utf32(whole.text);
  const std::size_t count = characters.size();
  if (count <= 1) {
    units.push_back(std::move(whole));
    return;
  }
  const bool is_of_marks = whole.advance == 0;
  auto letters_left = static_cast<std::int32_t>(
      1 + std::count_if(characters.begin() + 1, characters.end(), [](char32_t c) { return !is_mark(c); }));
  std::int32_t advance_left = whole.advance;
  auto glyph = whole.glyphs.begin();
  for (std::size_t i = 0; i < count; ++i) {
    GlyphUnit unit{{}, 0, utf8::from_utf32(characters.substr(i, 1))};
    if (i == 0 || !is_mark(characters[i])) {
      unit.advance = advance_left / letters_left--;
      advance_left -= unit.advance;
    }
    const auto room = static_cast<std::size_t>(whole.glyphs.end() - glyph);
    const bool takes_one = is_of_marks && i + 1 < count && room > 0;
    const auto end = takes_one ? glyph + 1 : whole.glyphs.end();
    unit.glyphs.assign(glyph, end);
    glyph = end;
    units.push_back(std::move(unit));
  }
}

/// The step, in whole thousandths of an em, that is nearest to a whole number of font units: so marks stay in place.
std::int32_t hair_of(int units_per_em) {
  std::int32_t hair = 1;
  std::int32_t least = thousand;
  for (std::int32_t step = 1; step <= widest_hair; ++step) {
    const std::int32_t off = std::abs(in_font_units(step, units_per_em) * thousand - step * units_per_em);
    if (off < least) hair = step;
    least = std::min(least, off);
  }
  return hair;
}

bool has_repeated(const std::vector<GlyphUnit>& units, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    for (std::size_t j = begin; j < i; ++j) {
      if (units[i].text == units[j].text) return true;
    }
  }
  return false;
}

/// The width for each of the marks [begin, end), in thousandths of an em; 0 when the letter before them is too narrow.
std::int32_t width_of_marks(const std::vector<GlyphUnit>& units, std::size_t begin, std::size_t end, int units_per_em) {
  const auto count = static_cast<std::int32_t>(end - begin);
  const auto fits = [&](std::int32_t width) {
    return in_font_units(count * width, units_per_em) < units[begin - 1].advance;
  };
  if (has_repeated(units, begin, end) && fits(width_of_repeated)) return width_of_repeated;
  const std::int32_t hair = hair_of(units_per_em);
  return fits(hair) ? hair : 0;
}

/// Gives each of the marks [begin, end) a little width, taken from the letter before them.
void widen_marks(std::vector<GlyphUnit>& units, std::size_t begin, std::size_t end, int units_per_em) {
  const std::int32_t width = width_of_marks(units, begin, end, units_per_em);
  auto back = static_cast<std::int32_t>(end - begin) * width;
  units[begin - 1].nudge -= back;
  for (std::size_t i = begin; i < end; ++i) {
    for (PlacedGlyph& glyph : units[i].glyphs) glyph.x += in_font_units(back, units_per_em);
    units[i].nudge = width;
    back -= width;
  }
}

std::vector<GlyphUnit> apart(std::vector<GlyphUnit> wholes, int units_per_em, std::size_t fewest_widened) {
  std::vector<GlyphUnit> units;
  for (GlyphUnit& whole : wholes) append_apart(units, std::move(whole));
  for (std::size_t begin = 1; begin < units.size(); ++begin) {
    std::size_t end = begin;
    while (end < units.size() && units[end].advance == 0) ++end;
    if (end > begin && end - begin >= fewest_widened) widen_marks(units, begin, end, units_per_em);
    begin = std::max(begin, end);
  }
  return units;
}

/// The cluster in as many units as stand at different pens.
std::vector<GlyphUnit> wholes_of(const ClusterParts& parts, const std::vector<std::uint16_t>& natural_advances) {
  const std::u32string_view characters = parts.characters;
  const CharacterShape said = shape_of(parts.characters);
  const std::int32_t first_advance = natural(natural_advances, parts.glyphs[0].glyph.id);
  if (parts.glyphs.size() == 1) return {unit_of(parts, 0, 1, 0, first_advance, characters)};
  if (!said.is_whole || parts.glyphs[0].glyph.advance == 0) return {whole_unit(parts)};

  const std::size_t marks_end = skip_marks(parts, 1);
  std::vector<GlyphUnit> units{unit_of(parts, 0, 1, 0, first_advance, characters.substr(0, 1))};
  if (!said.has_sara_am) {
    const bool is_plain = marks_end == parts.glyphs.size() && (marks_end > 1) == (said.marks > 0);
    if (!is_plain) return {whole_unit(parts)};
    units.push_back(unit_of(parts, 1, marks_end, first_advance, 0, characters.substr(1)));
    return units;
  }
  if (marks_end == 1 || marks_end == parts.glyphs.size()) return {whole_unit(parts)};
  const std::size_t late_end = skip_marks(parts, marks_end + 1);
  const bool is_plain = late_end == parts.glyphs.size() && (late_end > marks_end + 1) == (said.late_marks > 0);
  if (!is_plain) return {whole_unit(parts)};

  // Between the first glyph and this pen lie only glyphs without advance, so both units start at one pen.
  const std::int32_t am_advance = natural(natural_advances, parts.glyphs[marks_end].glyph.id);
  const std::int32_t kerning = parts.glyphs[0].glyph.advance - first_advance;
  const std::size_t am_at = 1 + said.marks;
  const std::u32string_view am = characters.substr(am_at, 1);
  const bool has_ring_apart = said.marks > 0 && marks_end == said.marks + 2;
  if (has_ring_apart) {
    // Shaping puts the ring of SARA AM below the tone mark, so before it.
    units.push_back(unit_of(parts, 2, marks_end, first_advance, 0, characters.substr(1, said.marks)));
    GlyphUnit ring = unit_of(parts, 1, 2, first_advance + kerning, 0, {});
    units.push_back(unit_of(parts, marks_end, marks_end + 1, first_advance + kerning, am_advance, am));
    units.back().glyphs.insert(units.back().glyphs.begin(), ring.glyphs.front());
  } else {
    if (said.marks > 0) {
      units.push_back(unit_of(parts, 1, marks_end, first_advance, 0, characters.substr(1, said.marks)));
    }
    const std::size_t am_begin = said.marks > 0 ? marks_end : 1;
    units.push_back(unit_of(parts, am_begin, marks_end + 1, first_advance + kerning, am_advance, am));
  }
  if (said.late_marks > 0) {
    units.push_back(
        unit_of(parts, marks_end + 1, late_end, first_advance + kerning + am_advance, 0, characters.substr(am_at + 1)));
  }
  return units;
}

}  // namespace

std::int32_t in_font_units(std::int32_t nudge, int units_per_em) {
  const std::int32_t scaled = nudge * units_per_em;
  return (scaled + (scaled < 0 ? -thousand : thousand) / 2) / thousand;
}

std::vector<GlyphUnit> split(const model::ShapedText& shape, const model::Cluster& cluster,
                             const std::vector<std::uint16_t>& natural_advances, std::size_t fewest_widened) {
  const ClusterParts parts = parts_of(shape, cluster);
  if (parts.glyphs.empty()) return {};
  return apart(wholes_of(parts, natural_advances), shape.font->units_per_em, fewest_widened);
}

void open(std::vector<GlyphUnit>& units, std::int32_t opening, int units_per_em) {
  if (units.empty()) return;
  auto last = units.end() - 1;
  while (last != units.begin() && last->advance == 0) --last;
  if (last->advance == 0) return;
  last->nudge += opening;
  for (auto mark = last + 1; mark != units.end(); ++mark) {
    for (PlacedGlyph& glyph : mark->glyphs) glyph.x -= in_font_units(opening, units_per_em);
  }
}

std::vector<GlyphUnit> split_by_glyph(const model::ShapedText& shape, const model::Cluster& cluster,
                                      const std::vector<std::uint16_t>& natural_advances) {
  const ClusterParts parts = parts_of(shape, cluster);
  std::vector<GlyphUnit> units;
  for (std::size_t i = 0; i < parts.glyphs.size(); ++i) {
    const model::Glyph& glyph = parts.glyphs[i].glyph;
    const bool is_last = i + 1 == parts.glyphs.size();
    std::u32string text(1, zero_width_space);
    if (i < parts.characters.size()) text = is_last ? parts.characters.substr(i) : parts.characters.substr(i, 1);
    units.push_back(
        {{{glyph.id, glyph.x_offset, glyph.y_offset}}, natural(natural_advances, glyph.id), utf8::from_utf32(text)});
  }
  return units;
}

}  // namespace krut::pdf
