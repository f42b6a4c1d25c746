#include "text/fonts.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "text/face.h"
#include "text/font_files.h"

namespace krut::text {

namespace {

constexpr std::size_t styles = 4;

std::size_t style_index(bool is_bold, bool is_italic) {
  return static_cast<std::size_t>(is_bold) * 2 + static_cast<std::size_t>(is_italic);
}

Diagnostic warning(std::string code, const std::string& path, Bilingual message, Bilingual hint) {
  return {std::move(code), Severity::warning, std::move(message), {path, 0, 0, {}}, {}, std::move(hint)};
}

/// How people name a face of a file: by its number in a collection.
Bilingual named(const DamagedFace& face) {
  if (face.index == 0) return {"แบบอักษรนี้", "the font"};
  const std::string number = std::to_string(face.index + 1);
  return {"แบบอักษรที่ " + number + " ในไฟล์นี้", "font " + number + " of the file"};
}

Diagnostic passed_over(const DamagedFace& face, bool is_font_file) {
  const Bilingual hint = {"ลบไฟล์ออกหรือแทนด้วยไฟล์ที่สมบูรณ์", "remove the file or replace it with a sound one"};
  if (!is_font_file) return warning("font.not-a-font", face.path, face.why, hint);
  const Bilingual name = named(face);
  return warning("font.damaged", face.path,
                 {name.thai + "เสียหาย จึงข้ามไป: " + face.why.thai,
                  name.english + " is damaged and passed over: " + face.why.english},
                 hint);
}

Diagnostic unreadable(const DamagedFace& face) {
  return warning("font.unreadable", face.path, face.why,
                 {"ตรวจสิทธิ์การอ่าน หรือย้ายออกจากโฟลเดอร์แบบอักษร", "see that it may be read, or take it out of the folder"});
}

Diagnostic too_many_faces(const std::string& path, std::size_t count) {
  const std::string most = std::to_string(limits::font_faces);
  const std::string found = std::to_string(count);
  return warning("font.too-many-faces", path,
                 {"ไฟล์บอกว่ามีแบบอักษร " + found + " แบบ ใช้เพียง " + most + " แบบแรก",
                  "the file says that it holds " + found + " fonts; only the first " + most + " are used"},
                 {"แยกเป็นหลายไฟล์", "split it into several files"});
}

}  // namespace

/// A font file's face in its two parts: asked for by its own name, and standing in for Thai Sarabun.
struct Entry {
  std::shared_ptr<const OpenedFont> font;
  std::shared_ptr<const Face> itself;
  std::shared_ptr<const Face> stand_in;
  bool is_metric_compatible = false;
};

struct FontLibrary::Contents {
  std::vector<Entry> entries;
  std::array<std::vector<std::shared_ptr<const Face>>, styles> fallbacks;

  std::vector<DamagedFace> damaged;

  void add(std::shared_ptr<const OpenedFont> font);
  void add_file(const FontFile& file, Diagnostics& diagnostics);
  void order_fallbacks();
};

void FontLibrary::Contents::add(std::shared_ptr<const OpenedFont> font) {
  const std::string name = folded_family(font->program->family);
  const auto sarabun_size = sarabun_adjustment(font->likeness, font->program->is_bold);
  const bool is_web_sarabun = !sarabun_size && look_alike_adjustment(name, {}) != SizeAdjustment{};
  const SizeAdjustment stand_in_size = sarabun_size.value_or(look_alike_adjustment(name, font->likeness));
  // Sizes in layouts are those of Thai Sarabun, also where they name one of its larger redrawings.
  const SizeAdjustment own_size = sarabun_size || is_web_sarabun ? stand_in_size : SizeAdjustment{};
  Entry entry;
  entry.itself = std::make_shared<const Face>(font, own_size);
  entry.stand_in = own_size == stand_in_size ? entry.itself : std::make_shared<const Face>(font, stand_in_size);
  entry.is_metric_compatible = sarabun_size.has_value() && can_stand_in(name);
  entry.font = std::move(font);
  entries.push_back(std::move(entry));
}

void FontLibrary::Contents::order_fallbacks() {
  for (std::size_t style = 0; style < styles; ++style) {
    const auto distance = [&](const Entry& entry) {
      const model::FontProgram& found = *entry.font->program;
      return style_index(found.is_bold, found.is_italic) ^ style;
    };
    std::vector<const Entry*> order;
    for (const Entry& entry : entries) order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(),
                     [&](const Entry* a, const Entry* b) { return distance(*a) < distance(*b); });
    for (const Entry* entry : order) fallbacks[style].push_back(entry->stand_in);
  }
}

FontLibrary::FontLibrary() = default;
FontLibrary::~FontLibrary() = default;

/// What cannot be used is told and passed over: one bad file must not stop the others.
void FontLibrary::Contents::add_file(const FontFile& file, Diagnostics& diagnostics) {
  const auto pass_over = [&](const Bilingual& why) {
    damaged.push_back(damaged_file(file.path, why));
    diagnostics.add(unreadable(damaged.back()));
  };
  if (!file.is_file) return pass_over({"ข้ามไป เพราะไม่ใช่ไฟล์ธรรมดา", "it is no ordinary file and is passed over"});
  std::shared_ptr<const std::string> bytes;
  try {
    bytes = std::make_shared<const std::string>(files::read_whole(file.path, limits::font_bytes));
  } catch (const Error& error) {
    return pass_over(error.diagnostic().message);
  }
  OpenedFile opened = open_fonts(bytes, file.path);
  for (auto& font : opened.fonts) add(std::move(font));
  for (DamagedFace& face : opened.damaged) {
    diagnostics.add(passed_over(face, opened.faces > 0));
    damaged.push_back(std::move(face));
  }
  if (opened.faces > limits::font_faces) diagnostics.add(too_many_faces(file.path, opened.faces));
}

std::shared_ptr<const FontLibrary> FontLibrary::load(const std::vector<std::string>& folders,
                                                     Diagnostics& diagnostics) {
  auto contents = std::make_unique<Contents>();
  for (const std::string& folder : folders) {
    for (const FontFile& file : font_files_below(folder, diagnostics)) contents->add_file(file, diagnostics);
  }
  contents->order_fallbacks();
  std::shared_ptr<FontLibrary> library(new FontLibrary);
  library->contents_ = std::move(contents);
  return library;
}

std::optional<Error> FontLibrary::damage_of(const FaceRequest& request) const {
  const FoundFace found = find(request);
  const auto has_style = [&](bool is_bold, bool is_italic) {
    return is_bold == request.is_bold && is_italic == request.is_italic;
  };
  if (found.face && found.match == Match::exact) {
    const model::FontProgram& used = *found.face->font().program;
    if (has_style(used.is_bold, used.is_italic)) return std::nullopt;
  }
  const std::string name = folded_family(request.family);
  const auto is_asked_for = [&](const DamagedFace& face) {
    const auto& names = face.folded_names;
    return has_style(face.is_bold, face.is_italic) && std::find(names.begin(), names.end(), name) != names.end();
  };
  const auto face = std::find_if(contents_->damaged.begin(), contents_->damaged.end(), is_asked_for);
  if (face == contents_->damaged.end()) return std::nullopt;
  return Error(ErrorKind::resource_missing, "font.damaged",
               {"แบบอักษร \"" + request.family + "\" ที่แบบเอกสารใช้ เสียหาย: " + face->why.thai,
                "the font \"" + request.family + "\" that the layout asks for cannot be used: " + face->why.english},
               {"แทนด้วยไฟล์ที่สมบูรณ์ หรือลบออกเพื่อใช้แบบอักษรอื่นแทน",
                "replace it with a sound file, or remove it to let another font stand in"},
               face->path);
}

FoundFace FontLibrary::find(const FaceRequest& request) const {
  const std::string name = folded_family(request.family);
  const bool wants_sarabun = is_sarabun_name(name);
  using Test = std::function<bool(const Entry&)>;
  const Test has_style = [&](const Entry& entry) {
    return entry.font->program->is_bold == request.is_bold && entry.font->program->is_italic == request.is_italic;
  };
  const Test has_weight = [&](const Entry& entry) { return entry.font->program->is_bold == request.is_bold; };
  const Test any_style = [](const Entry&) { return true; };
  const Test has_name = [&](const Entry& entry) {
    const auto& names = entry.font->folded_names;
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const Test is_compatible = [&](const Entry& entry) { return wants_sarabun && entry.is_metric_compatible; };
  const Test is_thai = [](const Entry& entry) { return has_thai_letters(*entry.font); };
  const Test any = [](const Entry&) { return true; };

  // Style counts for more than family: a bold heading in a twin's bold face is nearer to what was asked than a light
  // one.
  struct Step {
    const Test& family;
    const Test& style;
    Match match;
  };
  const std::array<Step, 9> steps = {{{has_name, has_style, Match::exact},
                                      {is_compatible, has_style, Match::metric_compatible},
                                      {has_name, has_weight, Match::exact},
                                      {is_compatible, has_weight, Match::metric_compatible},
                                      {has_name, any_style, Match::exact},
                                      {is_compatible, any_style, Match::metric_compatible},
                                      {is_thai, has_style, Match::substitute},
                                      {is_thai, any_style, Match::substitute},
                                      {any, any_style, Match::substitute}}};
  for (const Step& step : steps) {
    for (const Entry& entry : contents_->entries) {
      if (!step.family(entry) || !step.style(entry)) continue;
      return {step.match == Match::exact ? entry.itself : entry.stand_in, step.match};
    }
  }
  return {};
}

const std::vector<std::shared_ptr<const Face>>& FontLibrary::fallbacks(const Face& first) const {
  const model::FontProgram& program = *first.font().program;
  return contents_->fallbacks[style_index(program.is_bold, program.is_italic)];
}

bool FontLibrary::has_nominal_size(const model::FontProgram& program) const {
  const auto is_it = [&](const Entry& entry) { return entry.font->program.get() == &program; };
  const auto entry = std::find_if(contents_->entries.begin(), contents_->entries.end(), is_it);
  return entry != contents_->entries.end() && real_size(*entry->stand_in, 16_pt) == 16_pt;
}

std::vector<FaceSummary> FontLibrary::list() const {
  std::vector<FaceSummary> summaries;
  for (const Entry& entry : contents_->entries) {
    const model::FontProgram& found = *entry.font->program;
    summaries.push_back(
        {found.family, found.full_name, entry.font->path, found.is_bold, found.is_italic, entry.font->licence});
  }
  return summaries;
}

const std::shared_ptr<const model::FontProgram>& program(const Face& face) { return face.font().program; }

bool has_glyph(const Face& face, char32_t character) {
  const OpenedFont& font = face.font();
  if (character < font.basic_coverage.size()) return font.basic_coverage.test(character);
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font.shaping_font.get(), character, &glyph) != 0;
}

Length real_size(const Face& face, Length nominal) { return nominal.scaled(face.size().part, face.size().whole); }

}  // namespace krut::text
