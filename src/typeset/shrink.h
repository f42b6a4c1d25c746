#pragma once

#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "typeset/paragraph_setter.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// A text on one line, set in smaller letters where `room` asks for it.
struct ShrunkLine {
  SingleLine set;
  bool is_shrunk = false;
  Length natural_width;  ///< what it would take in letters of its own size
};
[[nodiscard]] ShrunkLine shrink_to_fit(const std::vector<model::Span>& spans, Length room, Length line_pitch,
                                       const model::Owner& owner, Context& context);

}  // namespace krut::typeset
