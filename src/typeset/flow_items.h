#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "typeset/block_setter.h"
#include "typeset/frames.h"
#include "typeset/strip.h"
#include "typeset/table/table_setter.h"

namespace krut::typeset {

/// A strip on its way to a page, and what the page must know about it.
struct FlowStrip {
  Strip strip;
  bool starts_page = false;
  std::optional<model::OutlineEntry> heading;    ///< page and y still open
  std::vector<model::SignatureArea> signatures;  ///< from the strip's left edge and top
  std::vector<SetFrame> frames{};                ///< that move with it
  bool is_further_signer = false;                ///< parted from the one before where a page does not hold them all
};

struct FlowTable {
  std::unique_ptr<SetTable> table;
  Length space_before;
  bool keeps_with_previous = false;
  std::vector<SetFrame> frames{};  ///< that move with its beginning
};

struct FlowBreak {};

/// What follows stands at the foot of the page.
struct FlowFill {
  model::ElementId element = 0;
};

using FlowItem = std::variant<FlowStrip, FlowTable, FlowBreak, FlowFill>;

/// Sets all blocks of a section in a column of `width`, in order, ready to be put on pages.
[[nodiscard]] std::vector<FlowItem> set_section(const model::Section& section, Length width, model::NodeIndex node,
                                                Context& context);

}  // namespace krut::typeset
