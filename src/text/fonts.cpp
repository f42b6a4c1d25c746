#include "text/fonts.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <string_view>

#include "base/error.h"
#include "base/files.h"
#include "base/limits.h"
#include "text/face.h"

namespace krut::text {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t styles = 4;

std::size_t style_index(bool is_bold, bool is_italic) {
  return static_cast<std::size_t>(is_bold) * 2 + static_cast<std::size_t>(is_italic);
}

bool has_font_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension == ".ttf" || extension == ".otf" || extension == ".ttc";
}

Error unreadable_folder(const std::string& folder) {
  return {ErrorKind::resource_missing,
          "font.folder-unreadable",
          {"อ่านโฟลเดอร์แบบอักษร " + folder + " ไม่ได้", "the font folder " + folder + " cannot be read"},
          {"ตรวจสอบชื่อโฟลเดอร์และสิทธิ์การอ่าน", "check the folder's name and that it may be read"},
          folder};
}

Error too_many_files(const std::string& folder) {
  const std::string most = std::to_string(limits::font_files);
  return {ErrorKind::limit,
          "font.too-many-files",
          {"โฟลเดอร์ " + folder + " มีไฟล์แบบอักษรเกิน " + most + " ไฟล์",
           "the folder " + folder + " holds more than " + most + " font files"},
          {"ระบุโฟลเดอร์ที่มีเฉพาะแบบอักษรที่ใช้", "name a folder with only the fonts in use"},
          folder};
}

Diagnostic not_a_font(const std::string& path) {
  Diagnostic diagnostic;
  diagnostic.code = "font.not-a-font";
  diagnostic.severity = Severity::warning;
  diagnostic.message = {"ไฟล์นี้ไม่ใช่แบบอักษรที่อ่านได้", "the file is not a font that can be read"};
  diagnostic.where.file = path;
  diagnostic.hint = {"ลบไฟล์ออกหรือแทนด้วยไฟล์ที่สมบูรณ์", "remove the file or replace it with a sound one"};
  return diagnostic;
}

std::vector<std::string> font_files_below(const std::string& folder) {
  std::vector<std::string> files;
  try {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(folder))) {
      std::error_code ignored;
      if (!has_font_extension(entry.path()) || !entry.is_regular_file(ignored)) continue;
      if (files.size() == limits::font_files) throw too_many_files(folder);
      files.push_back(entry.path().string());
    }
  } catch (const fs::filesystem_error&) {
    throw unreadable_folder(folder);
  }
  std::sort(files.begin(), files.end());
  return files;
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

  void add(std::shared_ptr<const OpenedFont> font);
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

std::shared_ptr<const FontLibrary> FontLibrary::load(const std::vector<std::string>& folders,
                                                     Diagnostics& diagnostics) {
  auto contents = std::make_unique<Contents>();
  for (const std::string& folder : folders) {
    for (const std::string& path : font_files_below(folder)) {
      auto bytes = std::make_shared<const std::string>(files::read_whole(path, limits::font_bytes));
      auto fonts = open_fonts(bytes, path);
      if (fonts.empty()) diagnostics.add(not_a_font(path));
      for (auto& font : fonts) contents->add(std::move(font));
    }
  }
  contents->order_fallbacks();
  std::shared_ptr<FontLibrary> library(new FontLibrary);
  library->contents_ = std::move(contents);
  return library;
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
