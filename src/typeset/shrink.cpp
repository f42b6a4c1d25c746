#include "typeset/shrink.h"

#include <algorithm>

namespace krut::typeset {

namespace {

constexpr Length smallest_size = Length::points(1);

}  // namespace

ShrunkLine shrink_to_fit(const std::vector<model::Span>& spans, Length room, Length line_pitch,
                         const model::Owner& owner, Context& context) {
  ShrunkLine line{set_single_line(spans, line_pitch, owner, context), false, {}};
  line.natural_width = line.set.width;
  if (line.set.width <= room || line.set.width == Length()) return line;
  std::vector<model::Span> smaller = spans;
  for (model::Span& span : smaller) {
    const std::int64_t size = span.format.size.in_emu() * std::max<std::int64_t>(room.in_emu(), 0);
    span.format.size = std::max(smallest_size, Length::emu(size / line.natural_width.in_emu()));
  }
  Diagnostics told_above;
  std::vector<LackingGlyph> lacking_above;
  Context again{context.setter, context.pages, told_above, context.styles, &lacking_above};
  return {set_single_line(smaller, line_pitch, owner, again), true, line.natural_width};
}

}  // namespace krut::typeset
