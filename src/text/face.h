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

/// Opens every face in the bytes of a font file or collection; none when they are not a font.
[[nodiscard]] std::vector<std::shared_ptr<const OpenedFont>> open_fonts(const std::shared_ptr<const std::string>& bytes,
                                                                        const std::string& path);

[[nodiscard]] bool has_thai_letters(const OpenedFont& font);

}  // namespace krut::text
