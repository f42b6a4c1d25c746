#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace krut::model {

/// One paragraph of a WordprocessingML part: what it says, and where it stands.
struct SaidParagraph {
  /// Its text as it stands in the XML, entities and all; tabs and breaks are spaces. Page numbers say nothing, nor does
  /// what a tracked change has taken out, nor what stands in for a drawing.
  std::string escaped;
  std::string_view style;     ///< the style's id; empty: none
  std::string_view bookmark;  ///< the first one that begins here; empty: none
  std::size_t table = 0;      ///< which of the part's outermost tables, from 1; 0: none
  std::size_t row = 0;        ///< of that table, from 1
  std::size_t cell = 0;       ///< of that row, from 1
};

/// Calls `take` with every paragraph of a part that says something, each when it ends: one inside another (in a text
/// box) comes first. The part need not be well formed: it is read once from its first byte to its last, whatever it
/// holds. What `take` is given is good until it returns.
void for_each_paragraph(std::string_view xml, const std::function<void(const SaidParagraph&)>& take);

}  // namespace krut::model
