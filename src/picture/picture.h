#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/diagnostic.h"

namespace krut::picture {

enum class Kind { png, jpeg, svg };

/// What a sound picture is.
struct Facts {
  Kind kind = Kind::png;
  double width = 0;  ///< pixels of a PNG or JPEG that stands upright, user units of an SVG; more than 0
  double height = 0;
  int orientation = 1;  ///< how its rows and columns stand, as Exif tells: 1 upright
};

/// Why a picture is not used.
struct Fault {
  enum class Kind {
    damaged,         ///< no picture that we know, or a broken one
    refers_outside,  ///< readers of the paper would fetch something
    is_live,         ///< readers of the paper would run something
    not_allowed,     ///< an SVG holds what is not on the list of what may stand in one
    over_limit,      ///< it would take too much memory or time
    undrawable,      ///< drawing it ended before it was done
  };
  Kind kind = Kind::damaged;
  Bilingual what = {};  ///< a clause, or what was found as it stands there: `href="http://…"`, `<script>`
  Bilingual hint = {};
  int line = 0;  ///< of the SVG, from 1; 0: of no line
};

/// The judgement on a picture.
using Verdict = std::variant<Facts, Fault>;

/// A picture and the judgement on it.
struct Judged {
  std::shared_ptr<const std::string> bytes;  ///< as papers carry it: a sound JPEG without the notes of its camera
  Verdict verdict;
};

/// Looks through a whole PNG, JPEG or SVG, never drawing it: every chunk, sum and row of a PNG, every segment of a
/// JPEG, every element, attribute, style and inner picture of an SVG. Pictures of other kinds are told by their names.
/// Time and memory are bounded by the limits, whatever the bytes are. What is found sound can be decoded; whether an
/// SVG can be drawn, only drawing tells.
[[nodiscard]] Verdict judge(std::string_view bytes);

}  // namespace krut::picture
