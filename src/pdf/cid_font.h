#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pdf/font_program.h"
#include "pdf/glyph_units.h"
#include "pdf/object_file.h"

namespace krut::pdf {

/// A two-byte character code. 0 is never used.
using Code = std::uint16_t;

/// A composite font (ISO 32000-1, 9.7) made of the codes that a document needs, numbered in the order of first use.
/// One code stands for one thing drawn that says one thing.
class CidFont {
 public:
  /// `is_strict`: a letter without a glyph is refused, else drawn as the font draws such.
  explicit CidFont(std::shared_ptr<const model::FontProgram> program, bool is_strict = true);

  [[nodiscard]] const model::FontProgram& program() const { return font_.program(); }
  [[nodiscard]] const std::vector<std::uint16_t>& natural_advances() const { return font_.advances(); }
  [[nodiscard]] bool takes_composites() const { return font_.program().has_glyf_outlines; }

  /// The code for a unit; made at its first use. Offsets of a unit are part of the code where composites can be made.
  [[nodiscard]] Code code_for(const GlyphUnit& unit);
  /// How far the code moves the pen, in thousandths of an em. Whole numbers, because some readers cut or round others,
  /// and a line would then drift.
  [[nodiscard]] std::int64_t width(Code code) const { return codes_[code].width; }

  /// Cuts the font program down to the codes in use and writes all objects of the font.
  [[nodiscard]] Reference write(ObjectFile& file) const;

 private:
  struct CodeEntry {
    std::uint32_t index = 0;  ///< into glyphs_ or composites_
    bool is_composite = false;
    std::int64_t width = 0;
    std::string text;
  };

  std::uint32_t index_of_glyph(std::uint32_t glyph);
  [[nodiscard]] std::uint32_t index_of_composite(const GlyphUnit& unit);
  [[nodiscard]] std::int64_t width_of(std::int64_t advance) const;
  [[nodiscard]] bool needs_composite(const GlyphUnit& unit) const;
  [[nodiscard]] std::uint32_t glyph_of(const CodeEntry& entry, const SubsetProgram& subset) const;
  [[nodiscard]] std::string base_name(const SubsetProgram& subset) const;
  [[nodiscard]] Reference write_descriptor(ObjectFile& file, const SubsetProgram& subset,
                                           const std::string& base_name) const;
  [[nodiscard]] std::string widths() const;
  [[nodiscard]] std::string widths_by_glyph(const SubsetProgram& subset) const;
  [[nodiscard]] std::string to_unicode() const;
  [[nodiscard]] std::string code_map(const SubsetProgram& subset) const;
  [[nodiscard]] std::string glyph_map(const SubsetProgram& subset) const;

  EmbeddableFont font_;
  bool is_strict_;
  std::vector<CodeEntry> codes_;  // codes_[0] is .notdef
  std::vector<std::uint32_t> glyphs_;
  std::vector<Composite> composites_;
  std::unordered_map<std::string, Code> code_by_unit_;
  std::unordered_map<std::uint32_t, std::uint32_t> index_by_glyph_;
  std::unordered_map<std::string, std::uint32_t> index_by_composite_;
};

}  // namespace krut::pdf
