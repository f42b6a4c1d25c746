#include "pdf/font_book.h"

#include <algorithm>

namespace krut::pdf {
namespace {

constexpr std::size_t fewest_widened_drawn = 2;  // a code is an outline more, and there are 255

void append_code(std::string& operand, Code code) {
  append_escaped(operand, std::string{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)});
}

void append_code(std::string& operand, char code) { append_escaped(operand, std::string(1, code)); }

/// Units of a cluster whose codes hold all offsets.
template <typename Font>
void add_units(EncodedShape& out, EncodedCluster& encoded, Font& font, const std::vector<GlyphUnit>& units) {
  bool follows_mark = false;
  for (const GlyphUnit& unit : units) {
    const auto code = font.code_for(unit);
    const bool is_mark = encoded.width > 0 && unit.advance == 0;
    if (is_mark && !follows_mark) encoded.mark_begin = static_cast<std::uint32_t>(out.operand.size());
    append_code(out.operand, code);
    if (!is_mark) encoded.mark_begin = static_cast<std::uint32_t>(out.operand.size());
    encoded.width += font.width(code);
    follows_mark = is_mark;
  }
}

bool stands_off_pen(const GlyphUnit& unit) { return unit.glyphs[0].x != 0 || unit.glyphs[0].y != 0; }

void add_cluster(EncodedShape& out, CidFont& font, const model::ShapedText& shape, const model::Cluster& cluster,
                 std::int32_t opening) {
  EncodedCluster encoded;
  encoded.advance = cluster.advance;
  if (font.takes_composites()) {
    std::vector<GlyphUnit> units = split(shape, cluster, font.natural_advances());
    if (opening > 0) open(units, opening, out.units_per_em);
    add_units(out, encoded, font, units);
  } else {
    const std::vector<GlyphUnit> units = split_by_glyph(shape, cluster, font.natural_advances());
    const bool is_loose = std::any_of(units.begin(), units.end(), stands_off_pen) || units.size() > 1;
    std::int32_t pen = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const Code code = font.code_for(units[i]);
      const PlacedGlyph& glyph = units[i].glyphs[0];
      encoded.width += font.width(code);
      if (is_loose) encoded.loose.push_back({code, font.width(code), glyph.x, glyph.y, pen});
      if (!is_loose) append_code(out.operand, code);
      pen += shape.glyphs[cluster.glyph_begin + i].advance;
    }
    if (is_loose) encoded.text = shape.text.substr(cluster.text_begin, cluster.text_size);
    out.has_loose_code = out.has_loose_code || is_loose;
    encoded.mark_begin = static_cast<std::uint32_t>(out.operand.size());
  }
  encoded.operand_end = static_cast<std::uint32_t>(out.operand.size());
  out.width += encoded.width;
  out.clusters.push_back(std::move(encoded));
}

/// Codes move the pen by whole thousandths of an em, shaping by font units: notes how far they part inside the shape.
void measure_drift(EncodedShape& shape) {
  std::int64_t drift = 0;
  for (std::size_t i = 0; i + 1 < shape.clusters.size(); ++i) {
    const EncodedCluster& cluster = shape.clusters[i];
    drift += cluster.width * 1'000 - std::int64_t{cluster.advance} * 1'000'000 / shape.units_per_em;
    shape.least_drift = std::min(shape.least_drift, static_cast<std::int32_t>(drift));
    shape.most_drift = std::max(shape.most_drift, static_cast<std::int32_t>(drift));
  }
}

}  // namespace

std::size_t FontBook::font_for(const std::shared_ptr<const model::FontProgram>& program) {
  const auto [entry, is_new] = font_by_program_.try_emplace(program.get(), fonts_.size());
  if (is_new) fonts_.emplace_back(std::make_unique<CidFont>(program, is_strict_));
  return entry->second;
}

/// The font that draws all letters of the shape; a new one when those so far have no room for them.
std::size_t FontBook::drawn_font_for(const model::ShapedText& shape) {
  const auto [entry, is_new] = font_by_program_.try_emplace(shape.font.get(), fonts_.size());
  if (is_new) fonts_.emplace_back(std::make_unique<DrawnFont>(shape.font));
  const DrawnFont& last = *std::get<std::unique_ptr<DrawnFont>>(fonts_[entry->second]);
  std::vector<GlyphUnit> units;
  for (const model::Cluster& cluster : shape.clusters) {
    for (GlyphUnit& unit : split(shape, cluster, last.natural_advances(), fewest_widened_drawn))
      units.push_back(std::move(unit));
  }
  if (!last.has_room_for(units)) {
    entry->second = fonts_.size();
    fonts_.emplace_back(std::make_unique<DrawnFont>(shape.font));
  }
  return entry->second;
}

void FontBook::encode_drawn(EncodedShape& out, const model::ShapedText& shape) {
  out.font = drawn_font_for(shape);
  DrawnFont& font = *std::get<std::unique_ptr<DrawnFont>>(fonts_[out.font]);
  for (const model::Cluster& cluster : shape.clusters) {
    EncodedCluster encoded;
    encoded.advance = cluster.advance;
    add_units(out, encoded, font, split(shape, cluster, font.natural_advances(), fewest_widened_drawn));
    encoded.operand_end = static_cast<std::uint32_t>(out.operand.size());
    out.width += encoded.width;
    out.clusters.push_back(std::move(encoded));
  }
}

const EncodedShape& FontBook::encode(const std::shared_ptr<const model::ShapedText>& shape, std::int32_t opening) {
  if (opening > 0) {
    const auto [entry, is_new] = opened_.try_emplace({shape, opening});
    if (is_new) encode_into(entry->second, *shape, opening);
    return entry->second;
  }
  const auto [entry, is_new] = encoded_.try_emplace(shape);
  if (is_new) encode_into(entry->second, *shape, opening);
  return entry->second;
}

void FontBook::encode_into(EncodedShape& out, const model::ShapedText& shape, std::int32_t opening) {
  out.units_per_em = shape.font->units_per_em;
  out.clusters.reserve(shape.clusters.size());
  if (is_strict_ || shape.font->may_be_embedded) {
    out.font = font_for(shape.font);
    CidFont& font = *std::get<std::unique_ptr<CidFont>>(fonts_[out.font]);
    for (const model::Cluster& cluster : shape.clusters) add_cluster(out, font, shape, cluster, opening);
  } else {
    encode_drawn(out, shape);
  }
  measure_drift(out);
}

void FontBook::append_name(std::string& out, std::size_t font) {
  out += "/F";
  append_integer(out, static_cast<std::int64_t>(font) + 1);
}

std::string FontBook::write(ObjectFile& file) const {
  std::string out;
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    append_name(out, i);
    out += ' ';
    append_reference(out, std::visit([&file](const auto& font) { return font->write(file); }, fonts_[i]));
  }
  return out;
}

}  // namespace krut::pdf
