#include "pdf/cid_font.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/hash.h"

namespace krut::pdf {
namespace {

constexpr std::int64_t thousand = 1'000;
constexpr std::size_t most_codes = 65'535;
constexpr std::size_t ranges_per_block = 100;  // of a CMap: Adobe Technical Note 5014
constexpr int flag_symbolic = 4;
constexpr int flag_italic = 64;
constexpr int stem_regular = 60;
constexpr int stem_bold = 110;

/// A key for maps: the numbers in a fixed order, then the text.
void append_key(std::string& key, std::uint32_t value) { key.append(reinterpret_cast<const char*>(&value), 4); }

std::string drawing_key(const GlyphUnit& unit) {
  std::string key;
  append_key(key, static_cast<std::uint32_t>(unit.advance));
  append_key(key, static_cast<std::uint32_t>(unit.nudge));
  for (const PlacedGlyph& glyph : unit.glyphs) {
    append_key(key, glyph.id);
    append_key(key, static_cast<std::uint32_t>(glyph.x));
    append_key(key, static_cast<std::uint32_t>(glyph.y));
  }
  return key;
}

std::string two_bytes(std::uint32_t value) { return {static_cast<char>(value >> 8U), static_cast<char>(value)}; }

/// A CMap's frame around its ranges.
std::string c_map(std::string_view ordering, std::string_view name, int type, const std::string& ranges) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)";
  out += " /Ordering (" + std::string(ordering) + ") /Supplement 0>> def\n/CMapName /" + std::string(name) + " def\n";
  out += "/CMapType ";
  append_integer(out, type);
  out += " def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + ranges;
  out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return out;
}

/// Lines in blocks of at most a hundred: `2 beginbfchar … endbfchar`.
std::string blocks(const std::vector<std::string>& lines, const std::string& kind) {
  std::string out;
  for (std::size_t begin = 0; begin < lines.size(); begin += ranges_per_block) {
    const std::size_t end = std::min(begin + ranges_per_block, lines.size());
    append_integer(out, static_cast<std::int64_t>(end - begin));
    out += " begin" + kind + "\n";
    for (std::size_t i = begin; i < end; ++i) out += lines[i] + "\n";
    out += "end" + kind + "\n";
  }
  return out;
}

/// Six capital letters that name a subset (ISO 32000-1, 9.6.4), the same for the same bytes.
std::string subset_tag(std::string_view bytes) {
  std::string tag;
  for (std::uint64_t hash = content_hash(bytes); tag.size() < 6; hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// A font's name as a PDF name: what is not a letter, digit, hyphen or point is left out.
std::string clean_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool is_plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain || c == '-' || c == '.') out += c;
  }
  return out.empty() ? "Font" : out;
}

}  // namespace

CidFont::CidFont(std::shared_ptr<const model::FontProgram> program, bool is_strict)
    : font_(std::move(program)), is_strict_(is_strict), codes_(1) {
  index_of_glyph(0);
  codes_[0].width = width_of(font_.advances().at(0));
}

std::int64_t CidFont::width_of(std::int64_t advance) const {
  const std::int64_t em = font_.program().units_per_em;
  return (advance * thousand + em / 2) / em;
}

std::uint32_t CidFont::index_of_glyph(std::uint32_t glyph) {
  const auto [entry, is_new] = index_by_glyph_.try_emplace(glyph, static_cast<std::uint32_t>(glyphs_.size()));
  if (is_new) glyphs_.push_back(glyph);
  return entry->second;
}

std::uint32_t CidFont::index_of_composite(const GlyphUnit& unit) {
  const auto [entry, is_new] =
      index_by_composite_.try_emplace(drawing_key(unit), static_cast<std::uint32_t>(composites_.size()));
  if (is_new) {
    composites_.push_back({unit.glyphs, unit.advance + in_font_units(unit.nudge, program().units_per_em)});
    for (const PlacedGlyph& glyph : unit.glyphs) index_of_glyph(glyph.id);
  }
  return entry->second;
}

bool CidFont::needs_composite(const GlyphUnit& unit) const {
  if (!takes_composites()) return false;
  if (unit.glyphs.size() != 1) return true;
  const PlacedGlyph& glyph = unit.glyphs[0];
  return glyph.x != 0 || glyph.y != 0 || unit.nudge != 0 || unit.advance != font_.advances().at(glyph.id);
}

Code CidFont::code_for(const GlyphUnit& unit) {
  const bool is_composite = needs_composite(unit);
  std::string key;
  if (is_composite) {
    key = drawing_key(unit);
  } else {
    append_key(key, unit.glyphs.at(0).id);
  }
  key += is_composite ? 'c' : 'g';
  key += unit.text;
  const auto [entry, is_new] = code_by_unit_.try_emplace(std::move(key), static_cast<Code>(codes_.size()));
  if (!is_new) return entry->second;
  for (const PlacedGlyph& glyph : unit.glyphs) {
    if ((glyph.id == 0 && is_strict_) || glyph.id >= font_.advances().size()) {
      throw Error(ErrorKind::internal, "pdf.missing-glyph",
                  {"ฟอนต์ " + program().full_name + " ไม่มีรูปอักษรของ “" + unit.text + "”",
                   "the font " + program().full_name + " has no glyph for “" + unit.text + "”"});
    }
  }
  if (codes_.size() > most_codes) {
    throw Error(ErrorKind::limit, "pdf.too-many-codes",
                {"เอกสารใช้รูปอักษรมากเกินไป", "the document uses too many different glyphs of one font"},
                {"แบ่งข้อมูลเป็นหลายเอกสาร", "split the data into several documents"});
  }
  const std::uint32_t index = is_composite ? index_of_composite(unit) : index_of_glyph(unit.glyphs[0].id);
  const std::int32_t advance = is_composite ? std::max(unit.advance, 0) : font_.advances()[unit.glyphs[0].id];
  codes_.push_back({index, is_composite, width_of(advance) + unit.nudge, unit.text});
  return entry->second;
}

std::uint32_t CidFont::glyph_of(const CodeEntry& entry, const SubsetProgram& subset) const {
  return entry.is_composite ? subset.first_composite + entry.index : subset.glyph_of[entry.index];
}

std::string CidFont::base_name(const SubsetProgram& subset) const {
  return subset_tag(subset.bytes) + "+" + clean_name(program().postscript_name);
}

std::string CidFont::widths() const {
  std::string out = "/DW 0/W[0[";
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (i > 0) out += ' ';
    append_integer(out, codes_[i].width);
  }
  return out + "]]";
}

std::string CidFont::widths_by_glyph(const SubsetProgram& subset) const {
  std::map<std::uint32_t, std::int64_t> widths;
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    widths[subset.glyph_of[i]] = width_of(font_.advances().at(glyphs_[i]));
  }
  std::string out = "/DW 0/W[";
  for (const auto& [glyph, width] : widths) {
    append_integer(out, glyph);
    out += '[';
    append_integer(out, width);
    out += ']';
  }
  return out + "]";
}

std::string CidFont::to_unicode() const {
  std::vector<std::string> lines;
  for (std::size_t code = 1; code < codes_.size(); ++code) {
    std::string line;
    append_hex_string(line, two_bytes(static_cast<std::uint32_t>(code)));
    line += ' ';
    append_hex_string(line, utf16(codes_[code].text));
    lines.push_back(std::move(line));
  }
  return c_map("UCS", "Adobe-Identity-UCS", 2, blocks(lines, "bfchar"));
}

std::string CidFont::code_map(const SubsetProgram& subset) const {
  std::vector<std::string> lines;
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    std::string line;
    append_hex_string(line, two_bytes(static_cast<std::uint32_t>(code)));
    line += ' ';
    append_integer(line, glyph_of(codes_[code], subset));
    lines.push_back(std::move(line));
  }
  return c_map("Identity", "Krut-Codes", 1, blocks(lines, "cidchar"));
}

std::string CidFont::glyph_map(const SubsetProgram& subset) const {
  std::string out;
  for (const CodeEntry& entry : codes_) out += two_bytes(glyph_of(entry, subset));
  return out;
}

Reference CidFont::write_descriptor(ObjectFile& file, const SubsetProgram& subset, const std::string& name) const {
  const bool is_glyf = takes_composites();
  std::string entries = "/Length1 ";
  append_integer(entries, static_cast<std::int64_t>(subset.bytes.size()));
  const Reference bytes = file.add_packed_stream(is_glyf ? entries : "/Subtype/CIDFontType0C", subset.bytes);
  const FaceMetrics metrics = font_.metrics();
  std::string out = "/Type/FontDescriptor/FontName/" + name + "/Flags ";
  append_integer(out, flag_symbolic | (program().is_italic ? flag_italic : 0));
  out += "/FontBBox[";
  for (const int edge : metrics.box) {
    append_integer(out, edge);
    out += ' ';
  }
  out += "]/ItalicAngle ";
  append_integer(out, metrics.italic_angle);
  out += "/Ascent ";
  append_integer(out, metrics.ascent);
  out += "/Descent ";
  append_integer(out, metrics.descent);
  out += "/CapHeight ";
  append_integer(out, metrics.capital_height);
  out += "/StemV ";
  append_integer(out, program().is_bold ? stem_bold : stem_regular);
  out += is_glyf ? "/FontFile2 " : "/FontFile3 ";
  append_reference(out, bytes);
  return file.add(std::move(out));
}

Reference CidFont::write(ObjectFile& file) const {
  const bool is_glyf = takes_composites();
  const SubsetProgram subset = font_.subset(glyphs_, composites_);
  const std::string name = base_name(subset);

  std::string descendant = "/Type/Font/Subtype/";
  descendant += is_glyf ? "CIDFontType2" : "CIDFontType0";
  descendant += "/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
  descendant += "/FontDescriptor ";
  append_reference(descendant, write_descriptor(file, subset, name));
  descendant += is_glyf ? widths() : widths_by_glyph(subset);
  if (is_glyf) {
    descendant += "/CIDToGIDMap ";
    append_reference(descendant, file.add_packed_stream("", glyph_map(subset)));
  }

  std::string out = "/Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding";
  if (is_glyf) {
    out += "/Identity-H";
  } else {
    out += ' ';
    append_reference(out, file.add_packed_stream("/Type/CMap/CMapName/Krut-Codes/CIDSystemInfo<</Registry(Adobe)"
                                                 "/Ordering(Identity)/Supplement 0>>",
                                                 code_map(subset)));
  }
  out += "/DescendantFonts[";
  append_reference(out, file.add(std::move(descendant)));
  out += "]/ToUnicode ";
  append_reference(out, file.add_packed_stream("", to_unicode()));
  return file.add(std::move(out));
}

}  // namespace krut::pdf
