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
#include "text/outside_face.h"

struct hb_font_t;

namespace krut::text {

struct FontDeleter {
  void operator()(hb_font_t* font) const;
};

/// What is known of a face before it is used. Of a variable font there is one for each weight and slope that may be
/// asked for.
struct KnownFace {
  std::string path;
  std::shared_ptr<const std::string> bytes;  ///< of the file
  unsigned index = 0;                        ///< in a collection
  std::string family;
  std::string full_name;
  std::string postscript_name;
  std::string licence;
  std::vector<std::string> family_names;  ///< folded: those of all its weights
  std::vector<std::string> face_names;    ///< folded: those of this face alone, or of the four that it is linked with
  FaceStyle style;
  bool has_weights_apart =
      false;  ///< its family has more weights than regular and bold, which go by names of their own
  bool may_be_embedded = true;
  bool has_thai_letters = false;
  Likeness widths;                ///< advances only
  std::vector<AxisPlace> places;  ///< of a variable font
};

/// One font program opened for shaping, and what was read from it. Immutable.
struct OpenedFont {
  std::shared_ptr<const model::FontProgram> program;
  std::unique_ptr<hb_font_t, FontDeleter> shaping_font;
  unsigned glyph_count = 0;
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

/// What is in a font file.
struct KnownFile {
  std::vector<KnownFace> faces;
  std::vector<DamagedFace> damaged;
  std::size_t declared = 0;  ///< faces that it says it has; no more than `limits::font_faces` are looked at
};

/// Looks at the faces in the bytes of a font file or collection, as far as finding one needs.
[[nodiscard]] KnownFile look_into(const std::shared_ptr<const std::string>& bytes, const std::string& path);
/// Judges a face to its last glyph and opens it. Throws `FontDamage`.
[[nodiscard]] std::shared_ptr<const OpenedFont> open_font(const KnownFace& face);

/// A file that could not be looked into.
[[nodiscard]] DamagedFace damaged_file(const std::string& path, Bilingual why);
/// A face that turned out to be damaged when it was opened.
[[nodiscard]] DamagedFace damaged_face(const KnownFace& face, Bilingual why);

}  // namespace krut::text
