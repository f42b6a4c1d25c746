#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace krut::text {

/// Why a font cannot be used; thrown by those who judge it.
struct FontDamage {
  Bilingual what;
};

/// How letters lean.
enum class Slope { upright, italic, oblique };

/// What a face says of its letters.
struct FaceStyle {
  int weight = 400;  ///< 1 to 1000, as OS/2 and CSS count
  int width = 100;   ///< per cent of the usual
  Slope slope = Slope::upright;
  bool is_bold = false;  ///< the bold one of the four faces that go by one name in a word processor
};

/// A place on one axis of a variable font, in the units of its design.
struct AxisPlace {
  std::uint32_t tag = 0;  ///< four letters
  float value = 0;
};

/// One axis of a variable font.
struct Axis {
  std::uint32_t tag = 0;
  float least = 0;
  float usual = 0;
  float most = 0;
};

/// A place among the axes that the font's makers gave a name.
struct NamedPlace {
  std::vector<AxisPlace> places;
  std::string name;  ///< "Bold"
};

/// In font units; zero where the face does not tell.
struct FaceMeasures {
  int units_per_em = 0;
  int ascent = 0;
  int descent = 0;  ///< below zero
  int capital_height = 0;
  int italic_angle = 0;      ///< whole degrees; below zero for letters that lean to the right
  std::array<int, 4> box{};  ///< left, lower, right and upper edge of all glyphs
};

/// Takes an outline as it is drawn, in font units.
class OutlinePen {
 public:
  virtual ~OutlinePen() = default;
  virtual void move_to(double x, double y) = 0;
  virtual void line_to(double x, double y) = 0;
  virtual void curve_to(double x1, double y1, double x2, double y2, double x, double y) = 0;
  virtual void close() = 0;
};

/// The numbers in the name table of what a face is called (OpenType 1.9, name).
enum class NameKind : std::uint16_t {
  family = 1,
  style = 2,
  full = 4,
  postscript = 6,
  licence = 13,
  typographic_family = 16,
};

/// Whether a file begins as a font or a collection of fonts that can be used does.
[[nodiscard]] bool is_font_file(std::string_view file);
/// The number of faces that a font file says it has.
[[nodiscard]] std::size_t declared_faces(std::string_view file);

/// A face of a font file from outside, opened by FreeType: nothing else reads a file that it refuses. Not for two
/// threads at once. The file must live as long.
class OutsideFace {
 public:
  /// Throws `FontDamage` when FreeType cannot open the face.
  OutsideFace(std::string_view file, unsigned index);
  ~OutsideFace();
  OutsideFace(OutsideFace&&) noexcept;
  OutsideFace& operator=(OutsideFace&&) noexcept;

  /// Throws `FontDamage` when its measures are missing or contradict each other.
  void judge_measures() const;
  [[nodiscard]] unsigned glyph_count() const;
  [[nodiscard]] bool has_table(const char* tag) const;
  /// A table's bytes; empty where there is none.
  [[nodiscard]] std::string table(const char* tag) const;

  /// What the name table holds of this kind, English first; long ones are cut off.
  [[nodiscard]] std::vector<std::string> names(NameKind kind) const;
  [[nodiscard]] FaceStyle style() const;
  /// Its makers allow a part of it in a document (OS/2, fsType).
  [[nodiscard]] bool may_be_embedded() const;
  [[nodiscard]] std::vector<Axis> axes() const;
  [[nodiscard]] std::vector<NamedPlace> named_places() const;
  [[nodiscard]] FaceMeasures measures() const;

  [[nodiscard]] bool has_character(char32_t character) const;
  /// In font units; 0 where the face lacks the character.
  [[nodiscard]] int advance_of(char32_t character) const;
  /// Of every glyph, in font units.
  [[nodiscard]] std::vector<std::uint16_t> advances() const;
  /// Only for faces that were judged sound: a damaged one may be drawn without end. What cannot be drawn is left out.
  void draw(std::uint32_t glyph, OutlinePen& pen) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace krut::text
