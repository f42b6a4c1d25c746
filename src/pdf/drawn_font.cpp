#include "pdf/drawn_font.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "pdf/font_program.h"

namespace krut::pdf {
namespace {

constexpr std::size_t most_codes = 255;
constexpr std::int64_t thousand = 1'000;
constexpr int decimals = 2;

std::string key_of(const GlyphUnit& unit) {
  std::string key = unit.text + '\n' + std::to_string(unit.advance) + ' ' + std::to_string(unit.nudge);
  for (const PlacedGlyph& glyph : unit.glyphs) {
    for (const std::int64_t number : {std::int64_t{glyph.id}, std::int64_t{glyph.x}, std::int64_t{glyph.y}}) {
      key += ' ' + std::to_string(number);
    }
  }
  return key;
}

/// The operators of outlines, in thousandths of an em from the pen.
class Operators : public text::OutlinePen {
 public:
  explicit Operators(int units_per_em) : scale_(static_cast<double>(thousand) / units_per_em) {}

  std::string out;

  void stand_at(const PlacedGlyph& glyph) {
    x_ = glyph.x;
    y_ = glyph.y;
  }
  void move_to(double x, double y) override { add({x, y}, "m"); }
  void line_to(double x, double y) override { add({x, y}, "l"); }
  void curve_to(double x1, double y1, double x2, double y2, double x, double y) override {
    add({x1, y1, x2, y2, x, y}, "c");
  }
  void close() override { out += "h\n"; }

 private:
  void add(std::initializer_list<double> numbers, const char* operation) {
    bool is_x = true;
    for (const double number : numbers) {
      append_real(out, (number + (is_x ? x_ : y_)) * scale_, decimals);
      out += ' ';
      is_x = !is_x;
    }
    out += operation;
    out += '\n';
  }

  double scale_;
  double x_ = 0;
  double y_ = 0;
};

std::string hex_code(std::size_t code) {
  std::string out;
  append_hex_string(out, std::string(1, static_cast<char>(code)));
  return out;
}

}  // namespace

DrawnFont::DrawnFont(std::shared_ptr<const model::FontProgram> program)
    : program_(std::move(program)),
      face_(std::make_unique<text::OutsideFace>(face_of(*program_))),
      advances_(face_->advances()),
      codes_(1) {}

DrawnFont::~DrawnFont() = default;

bool DrawnFont::has_room_for(const std::vector<GlyphUnit>& units) const {
  std::set<std::string> wanted;
  for (const GlyphUnit& unit : units) {
    std::string key = key_of(unit);
    if (code_by_unit_.find(key) == code_by_unit_.end()) wanted.insert(std::move(key));
  }
  return codes_.size() + wanted.size() <= most_codes + 1;
}

char DrawnFont::code_for(const GlyphUnit& unit) {
  const auto [entry, is_new] = code_by_unit_.try_emplace(key_of(unit), static_cast<char>(codes_.size()));
  if (!is_new) return entry->second;
  if (codes_.size() > most_codes) {
    throw Error(ErrorKind::limit, "pdf.too-many-codes",
                {"คำเดียวใช้รูปอักษรมากเกินไป", "one word uses too many different glyphs of one font"},
                {"แบ่งคำนั้นด้วยช่องว่าง หรือใช้แบบอักษรที่ฝังได้", "part the word by spaces, or use a font that may be embedded"});
  }
  const std::int64_t em = program_->units_per_em;
  const std::int64_t advance = std::max(unit.advance, 0);
  codes_.push_back({unit, (advance * thousand + em / 2) / em + unit.nudge});
  return entry->second;
}

std::string DrawnFont::drawing_of(const Entry& entry) const {
  Operators operators(program_->units_per_em);
  append_integer(operators.out, entry.width);
  operators.out += " 0 d0\n";
  for (const PlacedGlyph& glyph : entry.unit.glyphs) {
    operators.stand_at(glyph);
    face_->draw(glyph.id, operators);
  }
  // MuPDF 1.21 passes over a letter whose drawing holds nothing at all.
  if (entry.unit.glyphs.empty()) return operators.out + "q 0 0 1 1 re W n Q\n";
  return operators.out + "f\n";
}

std::string DrawnFont::to_unicode() const {
  constexpr std::size_t lines_per_block = 100;
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering "
      "(UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> "
      "<FF>\nendcodespacerange\n";
  for (std::size_t begin = 1; begin < codes_.size(); begin += lines_per_block) {
    const std::size_t end = std::min(begin + lines_per_block, codes_.size());
    append_integer(out, static_cast<std::int64_t>(end - begin));
    out += " beginbfchar\n";
    for (std::size_t code = begin; code < end; ++code) {
      out += hex_code(code) + ' ';
      append_hex_string(out, utf16(codes_[code].unit.text));
      out += '\n';
    }
    out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Reference DrawnFont::write(ObjectFile& file) const {
  std::string drawings;
  std::string names;
  std::string widths;
  for (std::size_t code = 1; code < codes_.size(); ++code) {
    std::string name = "/g";
    append_integer(name, static_cast<std::int64_t>(code));
    names += name;
    drawings += name + ' ';
    append_reference(drawings, file.add_packed_stream("", drawing_of(codes_[code])));
    append_integer(widths, codes_[code].width);
    widths += ' ';
  }
  std::string out =
      "/Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>/CharProcs<<";
  out += drawings + ">>/Encoding<</Type/Encoding/Differences[1" + names + "]>>/FirstChar 1/LastChar ";
  append_integer(out, static_cast<std::int64_t>(codes_.size()) - 1);
  out += "/Widths[" + widths + "]/ToUnicode ";
  append_reference(out, file.add_packed_stream("", to_unicode()));
  return file.add(std::move(out));
}

}  // namespace krut::pdf
