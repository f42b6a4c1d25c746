#include "pdf/drawn_font.h"

#include <hb.h>

#include <algorithm>
#include <set>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr std::size_t most_codes = 255;
constexpr std::int64_t thousand = 1'000;
constexpr int decimals = 2;

template <auto destroy>
struct Destroy {
  template <typename T>
  void operator()(T* thing) const {
    destroy(thing);
  }
};

std::string key_of(const GlyphUnit& unit) {
  std::string key = unit.text + '\n' + std::to_string(unit.advance) + ' ' + std::to_string(unit.nudge);
  for (const PlacedGlyph& glyph : unit.glyphs) {
    for (const std::int64_t number : {std::int64_t{glyph.id}, std::int64_t{glyph.x}, std::int64_t{glyph.y}}) {
      key += ' ' + std::to_string(number);
    }
  }
  return key;
}

/// The operators of one outline, in thousandths of an em from the pen.
struct Pen {
  std::string out;
  double scale = 1;
  double x = 0;
  double y = 0;

  void add(std::initializer_list<float> numbers, const char* operation) {
    bool is_x = true;
    for (const float number : numbers) {
      append_real(out, (static_cast<double>(number) + (is_x ? x : y)) * scale, decimals);
      out += ' ';
      is_x = !is_x;
    }
    out += operation;
    out += '\n';
  }
};

Pen& pen_of(void* data) { return *static_cast<Pen*>(data); }

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, Destroy<&hb_draw_funcs_destroy>>;

/// Quadratic curves become cubic ones by HarfBuzz itself.
DrawFunctions draw_functions() {
  DrawFunctions functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        pen_of(data).add({x, y}, "m");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        pen_of(data).add({x, y}, "l");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
         void*) {
        pen_of(data).add({x1, y1, x2, y2, x, y}, "c");
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      functions.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen_of(data).out += "h\n"; },
      nullptr, nullptr);
  return functions;
}

std::string hex_code(std::size_t code) {
  std::string out;
  append_hex_string(out, std::string(1, static_cast<char>(code)));
  return out;
}

}  // namespace

struct DrawnFont::Outlines {
  std::unique_ptr<hb_font_t, Destroy<&hb_font_destroy>> font;
  DrawFunctions functions = draw_functions();
};

DrawnFont::DrawnFont(std::shared_ptr<const model::FontProgram> program)
    : program_(std::move(program)), outlines_(std::make_unique<Outlines>()), codes_(1) {
  const std::unique_ptr<hb_blob_t, Destroy<&hb_blob_destroy>> blob(
      hb_blob_create(program_->bytes->data(), static_cast<unsigned>(program_->bytes->size()), HB_MEMORY_MODE_READONLY,
                     nullptr, nullptr));
  const std::unique_ptr<hb_face_t, Destroy<&hb_face_destroy>> face(hb_face_create(blob.get(), program_->face_index));
  outlines_->font.reset(hb_font_create(face.get()));
  const unsigned count = hb_face_get_glyph_count(face.get());
  for (unsigned glyph = 0; glyph < count; ++glyph) {
    advances_.push_back(static_cast<std::uint16_t>(hb_font_get_glyph_h_advance(outlines_->font.get(), glyph)));
  }
}

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
  Pen pen;
  append_integer(pen.out, entry.width);
  pen.out += " 0 d0\n";
  pen.scale = static_cast<double>(thousand) / program_->units_per_em;
  for (const PlacedGlyph& glyph : entry.unit.glyphs) {
    pen.x = glyph.x;
    pen.y = glyph.y;
    hb_font_get_glyph_shape(outlines_->font.get(), glyph.id, outlines_->functions.get(), &pen);
  }
  return pen.out + "f\n";
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
