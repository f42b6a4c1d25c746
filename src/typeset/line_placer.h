#pragma once

#include <span>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "text/setter.h"
#include "typeset/line_breaker.h"

namespace krut::typeset {

/// How far a line may be opened, as shares of the em of the text that opens. Thai lines open all their gaps alike at
/// first, as word processors do, up to a width that no eye and no text reader takes for a space; then their spaces,
/// then the gaps between clusters: more looks torn.
inline constexpr std::int64_t most_even_stretch_percent = 3;
inline constexpr std::int64_t most_space_stretch_percent = 25;
inline constexpr std::int64_t most_cluster_stretch_percent = 8;
inline constexpr std::int64_t most_justified_space_percent = 100;

/// What the pieces of a span say of themselves.
struct SpanSource {
  model::NodeIndex node = 0;  ///< of a span in another language; 0: none
  model::ValueIndex value = 0;
};

/// Where a line goes and how it fills its measure.
struct LinePlace {
  Length left;
  Length measure;
  model::Alignment alignment = model::Alignment::left;
  bool may_be_spread = false;  ///< false: the last line of a paragraph, or one that a line break ends
};

/// The spans a line's runs came from, and what their pieces say of themselves: one for each span.
struct Sources {
  const std::vector<model::Span>& spans;
  std::span<const SpanSource> of_spans;
};

/// The pieces of a line at their places, the spaces that end it outside the measure. A line that must open wider than
/// the limits above stays natural; one that is a little too wide is closed up.
[[nodiscard]] model::TextLine place_line(const text::PreparedText& text, const LineRange& line, const Sources& sources,
                                         const LinePlace& place);

}  // namespace krut::typeset
