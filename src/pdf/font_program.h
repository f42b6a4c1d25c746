#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/page.h"
#include "pdf/sfnt.h"
#include "text/outside_face.h"

namespace krut::pdf {

/// What a font descriptor tells of a face; lengths in thousandths of its em (ISO 32000-1, table 122).
struct FaceMetrics {
  int ascent = 0;
  int descent = 0;
  int capital_height = 0;
  int italic_angle = 0;
  std::array<int, 4> box{};
};

/// A font program cut down to the glyphs in use.
struct SubsetProgram {
  std::string bytes;                    ///< TrueType, or a bare CFF table
  std::vector<std::uint32_t> glyph_of;  ///< new glyph ids, in the order in which glyphs were asked for
  std::uint32_t first_composite = 0;    ///< glyph id of the first added composite
};

/// The error that names a font whose tables cannot be read.
[[nodiscard]] Error damaged_font(const model::FontProgram& program);

/// The program's face, for its measures and outlines. Throws `damaged_font`.
[[nodiscard]] text::OutsideFace face_of(const model::FontProgram& program);

/// A font program opened for embedding.
class EmbeddableFont {
 public:
  /// Throws `Error`: conformance when the font's makers forbid embedding, `damaged_font` when its tables are.
  explicit EmbeddableFont(std::shared_ptr<const model::FontProgram> program);
  ~EmbeddableFont();
  EmbeddableFont(EmbeddableFont&&) noexcept;

  [[nodiscard]] const model::FontProgram& program() const { return *program_; }
  [[nodiscard]] const std::vector<std::uint16_t>& advances() const { return advances_; }
  [[nodiscard]] FaceMetrics metrics() const;
  /// `glyphs` are ids of this font, without repetition; the ids inside `composites` are too.
  [[nodiscard]] SubsetProgram subset(const std::vector<std::uint32_t>& glyphs, std::vector<Composite> composites) const;

 private:
  struct Face;
  std::shared_ptr<const model::FontProgram> program_;
  std::unique_ptr<Face> face_;
  std::vector<std::uint16_t> advances_;
  text::FaceMeasures measures_;
};

}  // namespace krut::pdf
