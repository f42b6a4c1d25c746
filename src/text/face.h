#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "text/families.h"
#include "text/fonts.h"

struct hb_font_t;

namespace krut::text {

struct FontDeleter {
  void operator()(hb_font_t* font) const;
};

/// One font program opened for shaping, and what was read from it. Immutable.
struct OpenedFont {
  std::shared_ptr<const model::FontProgram> program;
  std::unique_ptr<hb_font_t, FontDeleter> shaping_font;
  std::string path;
  std::string licence;
  std::vector<std::string> folded_names;  ///< family, typographic family, full name
  Likeness likeness;
  std::bitset<0x10000> basic_coverage;  ///< characters up to U+FFFF that have a glyph
};

/// An opened font at the size it takes for a nominal size.
class Face {
 public:
  Face(std::shared_ptr<const OpenedFont> font, SizeAdjustment size) : font_(std::move(font)), size_(size) {}

  [[nodiscard]] const OpenedFont& font() const { return *font_; }
  [[nodiscard]] SizeAdjustment size() const { return size_; }

 private:
  std::shared_ptr<const OpenedFont> font_;
  SizeAdjustment size_;
};

/// A face that cannot be used, and what is known of it: as much as its tables still tell, else what its file is called,
/// without the words for its style.
struct DamagedFace {
  std::string path;
  unsigned index = 0;
  Bilingual why;
  std::vector<std::string> folded_names;
  bool is_bold = false;
  bool is_italic = false;
};

/// What is in a font file.
struct OpenedFile {
  std::vector<std::shared_ptr<const OpenedFont>> fonts;
  std::vector<DamagedFace> damaged;
  std::size_t faces = 0;  ///< that it says it has; no more than `limits::font_faces` are looked at
};

/// Opens the faces in the bytes of a font file or collection.
[[nodiscard]] OpenedFile open_fonts(const std::shared_ptr<const std::string>& bytes, const std::string& path);
/// A file that could not be looked into.
[[nodiscard]] DamagedFace damaged_file(const std::string& path, Bilingual why);

[[nodiscard]] bool has_thai_letters(const OpenedFont& font);

}  // namespace krut::text
