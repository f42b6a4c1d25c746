#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"
#include "text/fonts.h"

namespace krut::text {

class OwnWords;

/// May a line end after a piece?
enum class LineEnd {
  never,        ///< only inside the last piece's cluster, as a last resort
  avoided,      ///< only when no discouraged place serves: before a year, behind a title, inside a compound
  discouraged,  ///< only when nothing else fits: after วันที่, after the hyphen of a range, before a surname
  unwelcome,  ///< freely, but behind a word that leads on, as และ does: another place is better where it costs nothing
  allowed,
  forced,  ///< a line break in the text
};

/// A run of shaped text in one format.
struct Run {
  std::shared_ptr<const model::ShapedText> shape;
  Length size;             ///< of the program's em on paper
  Length width;            ///< natural advance at that size
  std::uint32_t span = 0;  ///< index of the span it came from
};

/// What stands between two places where a line may end: a word, or words held together, and the spaces after it. Only
/// spaces that end a line hang over the measure.
struct Piece {
  std::vector<Run> runs;
  std::vector<Run> spaces;  ///< spaces that follow; kept at a line's end, outside the measure
  Length width;             ///< of runs
  Length space_width;       ///< of spaces
  LineEnd line_end = LineEnd::allowed;
};

/// Words ready for lines. Joining all runs and spaces in order gives back the spans' text exactly, except ZWSP, ZWNJ,
/// ZWJ and WORD JOINER, which are obeyed and not set.
struct PreparedText {
  std::vector<Piece> pieces;
  Held held = {};  ///< for them
};

/// A character that no face has; the caller adds page and field.
struct MissingGlyph {
  char32_t character = 0;
  std::uint32_t span = 0;
};

/// Segments, itemises, shapes: one per render at a time, because it owns scratch (shaping buffer, word breaker, word
/// cache). Reusing it keeps the caches warm. The library must outlive it.
class Setter {
 public:
  /// `own` are words of the office's beside those of the program; it may be null.
  explicit Setter(std::shared_ptr<const FontLibrary> fonts, std::shared_ptr<const OwnWords> own = nullptr);
  ~Setter();
  Setter(Setter&&) noexcept;
  Setter& operator=(Setter&&) noexcept;

  /// Pieces of one paragraph. Spans of other kinds than text and line_break must have been replaced by text before.
  /// A missing glyph is set as U+FFFD or, lacking that, as "?" of the first face and listed in `missing`.
  [[nodiscard]] PreparedText prepare(const std::vector<model::Span>& spans, std::vector<MissingGlyph>& missing,
                                     const Budget& budget = {});

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

/// The clusters [first, last) of a shape as a shape of its own; for breaking a piece that is wider than its column.
[[nodiscard]] std::shared_ptr<const model::ShapedText> slice(const model::ShapedText& shape, std::size_t first,
                                                             std::size_t last);

/// Natural width on paper of `advance` font units. Rounded once.
[[nodiscard]] Length width_of(std::int64_t advance, int units_per_em, Length size);

}  // namespace krut::text
