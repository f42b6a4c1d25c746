#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/length.h"
#include "layout/program.h"

/// How long what a layout measures may be. Decided here alone, so that no text vanishes, lies over other text or is
/// larger than any paper.
namespace krut::layout::measures {

struct Bounds {
  Length least;
  Length most;
  bool may_be_zero = false;  ///< though `least` is more: none at all

  [[nodiscard]] constexpr bool has(Length length) const {
    return (length >= least && length <= most) || (may_be_zero && length == Length());
  }
};

inline constexpr PageSize usual_page = {Length::millimetres(210), Length::millimetres(297)};
/// The longest side of paper that word processors take: 22 inches.
inline constexpr Length longest_side = Length::points(1'584);
inline constexpr Bounds page_side = {Length::millimetres(20), longest_side};
/// Of a column whose width is given, and of one that is found between two widths.
inline constexpr Bounds column = {Length::millimetres(1), longest_side};

/// Of the attribute of that name, on whichever element it stands.
[[nodiscard]] Bounds bounds_of(std::string_view attribute);

/// "a length from 4pt to 400pt", to complete "it must be …".
[[nodiscard]] Bilingual told(const Bounds& bounds);

/// "the width of one column, such as …"
[[nodiscard]] Bilingual one_column();

/// Whether lines of letters that large, so close to each other, would lie over each other.
[[nodiscard]] bool overprints(Length line_pitch, Length letters);

/// Tells of measures that are sound each for itself but not together: lines too close for their letters, margins that
/// leave no paper.
void check(const Program& program, Diagnostics& diagnostics);

}  // namespace krut::layout::measures
