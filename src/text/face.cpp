#include "text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <utility>

#include "text/font_instance.h"
#include "text/font_judge.h"

namespace krut::text {

namespace {

using BlobHolder = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FaceHolder = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using SetHolder = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;

constexpr char32_t ko_kai = 0x0E01;
constexpr char32_t no_nen = 0x0E13;
constexpr char32_t thai_zero = 0x0E50;
constexpr int least_bold_weight = 600;

std::int64_t thousandths(std::int64_t units, int units_per_em) {
  return (units * 1000 + units_per_em / 2) / units_per_em;
}

std::int64_t advance_of(hb_font_t* font, char32_t character, int units_per_em) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font, character, &glyph)) return 0;
  return thousandths(hb_font_get_glyph_h_advance(font, glyph), units_per_em);
}

std::int64_t height_of(hb_font_t* font, char32_t character, int units_per_em) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (!hb_font_get_nominal_glyph(font, character, &glyph)) return 0;
  if (!hb_font_get_glyph_extents(font, glyph, &extents)) return 0;
  return thousandths(extents.y_bearing, units_per_em);
}

Likeness likeness_of(hb_font_t* font, int units_per_em) {
  return {.ko_kai_advance = advance_of(font, ko_kai, units_per_em),
          .ko_kai_height = height_of(font, ko_kai, units_per_em),
          .no_nen_advance = advance_of(font, no_nen, units_per_em),
          .thai_zero_advance = advance_of(font, thai_zero, units_per_em),
          .capital_height = height_of(font, 'H', units_per_em)};
}

std::bitset<0x10000> basic_coverage_of(hb_face_t* face) {
  std::bitset<0x10000> coverage;
  const SetHolder characters(hb_set_create(), hb_set_destroy);
  hb_face_collect_unicodes(face, characters.get());
  for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c) && c < coverage.size();) {
    coverage.set(c);
  }
  return coverage;
}

/// The program that is shaped, cut down and embedded, and the number of its glyphs as FreeType counts them.
struct JudgedProgram {
  std::shared_ptr<model::FontProgram> program;
  unsigned glyph_count = 0;
};

/// Of a variable font the program is the one at the face's place.
JudgedProgram program_of(const KnownFace& known) {
  OutsideFace face(*known.bytes, known.index);
  judge_inside(face);
  auto program = std::make_shared<model::FontProgram>();
  program->bytes = known.bytes;
  program->face_index = known.index;
  if (!known.places.empty()) {
    program->bytes = std::make_shared<const std::string>(instance_of(*known.bytes, known.index, known.places));
    program->face_index = 0;
    face = OutsideFace(*program->bytes, 0);
    face.judge_measures();
    judge_inside(face);
  }
  program->family = known.family;
  program->full_name = known.full_name;
  program->postscript_name = known.postscript_name;
  program->file = known.path;
  program->units_per_em = face.measures().units_per_em;
  program->is_bold = known.style.weight >= least_bold_weight;
  program->is_italic = known.style.slope != Slope::upright;
  program->has_glyf_outlines = face.has_table("glyf");
  program->may_be_embedded = known.may_be_embedded;
  return {std::move(program), face.glyph_count()};
}

}  // namespace

void FontDeleter::operator()(hb_font_t* font) const { hb_font_destroy(font); }

std::shared_ptr<const OpenedFont> open_font(const KnownFace& known) {
  auto opened = std::make_shared<OpenedFont>();
  const auto [program, glyph_count] = program_of(known);
  // The program keeps the bytes alive for as long as the font does.
  const BlobHolder blob(hb_blob_create(program->bytes->data(), static_cast<unsigned>(program->bytes->size()),
                                       HB_MEMORY_MODE_READONLY, nullptr, nullptr),
                        hb_blob_destroy);
  const FaceHolder face(hb_face_create(blob.get(), program->face_index), hb_face_destroy);
  // FreeType mends some directories and numbers of glyphs for itself; then the two do not speak of the same font.
  if (hb_face_get_glyph_count(face.get()) != glyph_count) {
    throw FontDamage{{"สารบัญหรือจำนวนรูปอักษรของไฟล์เสียหาย", "its directory or number of glyphs is damaged"}};
  }
  opened->program = program;
  opened->glyph_count = glyph_count;
  opened->shaping_font.reset(hb_font_create(face.get()));
  hb_ot_font_set_funcs(opened->shaping_font.get());
  opened->likeness = likeness_of(opened->shaping_font.get(), program->units_per_em);
  opened->basic_coverage = basic_coverage_of(face.get());
  hb_face_make_immutable(face.get());
  hb_font_make_immutable(opened->shaping_font.get());
  return opened;
}

}  // namespace krut::text
