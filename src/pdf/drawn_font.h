#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/glyph_units.h"
#include "pdf/object_file.h"
#include "text/outside_face.h"

namespace krut::pdf {

/// A font whose program stays out of the file: each code is a drawing of its own (a Type 3 font, ISO 32000-1, 9.6.5).
/// For fonts that must not be embedded, where no standard is promised. Letters keep their forms and their text; hints
/// and names of the font are not there. One font takes 255 codes.
class DrawnFont {
 public:
  explicit DrawnFont(std::shared_ptr<const model::FontProgram> program);
  ~DrawnFont();

  /// Of each glyph, in font units.
  [[nodiscard]] const std::vector<std::uint16_t>& natural_advances() const { return advances_; }
  /// Can all of these be had, besides the codes made so far?
  [[nodiscard]] bool has_room_for(const std::vector<GlyphUnit>& units) const;
  /// The byte for a unit; made at its first use, when there is room.
  [[nodiscard]] char code_for(const GlyphUnit& unit);
  /// How far the byte moves the pen, in thousandths of an em.
  [[nodiscard]] std::int64_t width(char code) const { return codes_[static_cast<unsigned char>(code)].width; }

  [[nodiscard]] Reference write(ObjectFile& file) const;

 private:
  struct Entry {
    GlyphUnit unit;
    std::int64_t width = 0;
  };
  [[nodiscard]] std::string drawing_of(const Entry& entry) const;
  [[nodiscard]] std::string to_unicode() const;

  std::shared_ptr<const model::FontProgram> program_;
  std::unique_ptr<text::OutsideFace> face_;
  std::vector<std::uint16_t> advances_;
  std::vector<Entry> codes_;  // codes_[0] is never used
  std::unordered_map<std::string, char> code_by_unit_;
};

}  // namespace krut::pdf
