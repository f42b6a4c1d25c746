#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/part_frame.h"
#include "layout/program.h"
#include "layout/vocabulary.h"
#include "layout/xml_reader.h"

namespace krut::layout {

/// What the elements around say about those inside.
struct Surroundings {
  std::string_view narrow;  ///< what only takes what fits a cell: "cell" or "side"
  bool is_in_furniture = false;
  const PartFrame* frame = nullptr;    ///< the use of a part whose body this is; null: the layout's own file
  std::vector<std::string> variables;  ///< of the loops around, within that body
  std::size_t part_depth = 0;          ///< how many parts are used inside one another here
};

[[nodiscard]] std::vector<std::string> names_in(const ElementRule& rule);

/// The attribute of that name, else one whose name is a slip for it; null where there is neither.
[[nodiscard]] const XmlAttribute* meant_attribute(const XmlElement& xml, const ElementRule& rule,
                                                  std::string_view name);

/// What is wrong with an element of `rule` inside one of `parent`; nothing when it may stand there.
[[nodiscard]] std::optional<Diagnostic> misplacement(const Place& place, const ElementRule& rule,
                                                     const ElementRule& parent, const Surroundings& around);

/// Faults of what an element holds: what it must and does not, and what stands twice or out of order.
void check_children(const XmlElement& xml, const ElementRule& rule, const Node& node, Diagnostics& diagnostics);

}  // namespace krut::layout
