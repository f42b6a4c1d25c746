#include "text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>

#include "base/limits.h"
#include "text/font_judge.h"

namespace krut::text {

namespace {

using BlobHolder = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;
using FaceHolder = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;
using SetHolder = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;

constexpr char32_t ko_kai = 0x0E01;
constexpr char32_t no_nen = 0x0E13;
constexpr char32_t thai_zero = 0x0E50;

/// OS/2: offset and bits of fsType (OpenType 1.9, OS/2).
constexpr unsigned embedding_offset = 8;
constexpr unsigned embedding_usage_mask = 0x000F;
constexpr unsigned embedding_restricted = 0x0002;
constexpr unsigned embedding_without_subset = 0x0100;
constexpr unsigned embedding_bitmaps_only = 0x0200;

constexpr float least_bold_weight = 600.0F;

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  const hb_language_t english = hb_language_from_string("en", -1);
  unsigned size = 0;
  const unsigned length = hb_ot_name_get_utf8(face, id, english, &size, nullptr);
  std::string name(length, '\0');
  size = length + 1;
  hb_ot_name_get_utf8(face, id, english, &size, name.data());
  return name;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const BlobHolder table(hb_face_reference_table(face, tag), hb_blob_destroy);
  return hb_blob_get_length(table.get()) > 0;
}

bool may_be_embedded(hb_face_t* face) {
  const BlobHolder table(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')), hb_blob_destroy);
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(table.get(), &length);
  if (length < embedding_offset + 2) return true;
  const auto byte = [&](unsigned i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  const unsigned flags = byte(embedding_offset) << 8U | byte(embedding_offset + 1);
  return (flags & embedding_usage_mask) != embedding_restricted &&
         (flags & (embedding_without_subset | embedding_bitmaps_only)) == 0;
}

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

std::string first_line(const std::string& text) { return text.substr(0, text.find_first_of("\r\n")); }

std::shared_ptr<const model::FontProgram> program_of(hb_face_t* face, hb_font_t* font,
                                                     std::shared_ptr<const std::string> bytes, unsigned index,
                                                     const std::string& path) {
  auto program = std::make_shared<model::FontProgram>();
  program->family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (program->family.empty()) program->family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
  program->full_name = name_of(face, HB_OT_NAME_ID_FULL_NAME);
  program->postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  program->file = path;
  program->bytes = std::move(bytes);
  program->face_index = index;
  program->units_per_em = static_cast<int>(hb_face_get_upem(face));
  program->is_bold = hb_style_get_value(font, HB_STYLE_TAG_WEIGHT) >= least_bold_weight;
  program->is_italic =
      hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0 || hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE) != 0;
  program->has_glyf_outlines = has_table(face, HB_TAG('g', 'l', 'y', 'f'));
  program->may_be_embedded = may_be_embedded(face);
  return program;
}

std::vector<std::string> folded_names_of(hb_face_t* face) {
  std::vector<std::string> names;
  for (const hb_ot_name_id_t id :
       {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY, HB_OT_NAME_ID_FULL_NAME}) {
    std::string name = folded_family(name_of(face, id));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::shared_ptr<const OpenedFont> open_font(hb_blob_t* blob, std::shared_ptr<const std::string> bytes, unsigned index,
                                            const std::string& path) {
  const FaceHolder face(hb_face_create(blob, index), hb_face_destroy);
  auto opened = std::make_shared<OpenedFont>();
  opened->shaping_font.reset(hb_font_create(face.get()));
  hb_ot_font_set_funcs(opened->shaping_font.get());
  opened->program = program_of(face.get(), opened->shaping_font.get(), std::move(bytes), index, path);
  opened->path = path;
  opened->licence = first_line(name_of(face.get(), HB_OT_NAME_ID_LICENSE));
  opened->folded_names = folded_names_of(face.get());
  opened->likeness = likeness_of(opened->shaping_font.get(), opened->program->units_per_em);
  opened->basic_coverage = basic_coverage_of(face.get());
  hb_face_make_immutable(face.get());
  hb_font_make_immutable(opened->shaping_font.get());
  return opened;
}

/// The name of a file without folders and extension.
std::string stem(const std::string& path) {
  const std::size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

std::string without_style(std::string name) {
  for (const std::string_view word : {"regular", "bold", "italic", "oblique", "-", "_"}) {
    for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at)) {
      name.erase(at, word.size());
    }
  }
  return name;
}

void take_style(DamagedFace& face, const std::string& name) {
  const auto has = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  face.is_bold = has("bold");
  face.is_italic = has("italic") || has("oblique");
}

DamagedFace damaged_face(hb_blob_t* blob, unsigned index, const std::string& path, Bilingual why) {
  DamagedFace damaged = damaged_file(path, std::move(why));
  const FaceHolder face(hb_face_create(blob, index), hb_face_destroy);
  std::vector<std::string> names = folded_names_of(face.get());
  damaged.index = index;
  if (names.empty()) return damaged;
  damaged.folded_names = std::move(names);
  take_style(damaged, damaged.folded_names.back());
  return damaged;
}

}  // namespace

void FontDeleter::operator()(hb_font_t* font) const { hb_font_destroy(font); }

DamagedFace damaged_file(const std::string& path, Bilingual why) {
  DamagedFace damaged;
  damaged.path = path;
  damaged.why = std::move(why);
  const std::string name = folded_family(stem(path));
  damaged.folded_names = {without_style(name)};
  take_style(damaged, name);
  return damaged;
}

OpenedFile open_fonts(const std::shared_ptr<const std::string>& bytes, const std::string& path) {
  OpenedFile file;
  if (!is_font_file(*bytes)) {
    file.damaged.push_back(damaged_file(path, {"ไฟล์นี้ไม่ใช่แบบอักษรที่อ่านได้", "the file is not a font that can be read"}));
    return file;
  }
  // The program keeps the bytes alive for as long as the font does.
  const BlobHolder blob(
      hb_blob_create(bytes->data(), static_cast<unsigned>(bytes->size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr),
      hb_blob_destroy);
  file.faces = std::max(1U, hb_face_count(blob.get()));
  const auto count = static_cast<unsigned>(std::min(file.faces, limits::font_faces));
  for (unsigned index = 0; index < count; ++index) {
    if (auto damage = font_damage(*bytes, index)) {
      file.damaged.push_back(damaged_face(blob.get(), index, path, std::move(*damage)));
    } else {
      file.fonts.push_back(open_font(blob.get(), bytes, index, path));
    }
  }
  return file;
}

bool has_thai_letters(const OpenedFont& font) { return font.basic_coverage.test(ko_kai); }

}  // namespace krut::text
