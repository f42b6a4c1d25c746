#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "layout/layout.h"
#include "layout/program.h"
#include "layout/scope.h"
#include "model/document.h"

namespace krut::layout {

/// What an element of the document takes, its text left out: an estimate.
inline constexpr std::size_t bytes_of_element = 400;

/// What one filling carries from element to element.
struct FillState {
  const Program& program;
  const ReadPicture& read;
  Diagnostics& diagnostics;
  Scope scope;
  model::Digits digits = model::Digits::thai;  ///< of the document; never as_is
  model::ElementId last_id = 0;
  std::set<std::string> field_names;  ///< of signatures, all different
  Length page_centre = {};            ///< of the section in hand, from its left margin
  Length text_width = {};             ///< of that section, between its margins
  Length text_height = {};            ///< likewise
  Budget budget = {};                 ///< asked for every element that is made

  model::ElementId next_id() {
    budget.take(bytes_of_element);
    return ++last_id;
  }
  [[nodiscard]] const LayoutStyle& style(model::StyleIndex index) const { return program.styles[index]; }
};

/// What an element hands down to those inside it.
struct Manner {
  model::StyleIndex style = 0;
  std::optional<model::Alignment> alignment;  ///< of a cell; none: the style's
  std::optional<std::string> digits;          ///< as-is, thai, arabic, document
  bool is_bold = false;
  bool is_in_cell = false;
};

/// The manner inside `node`: its own style and digits over what was handed down.
[[nodiscard]] Manner manner_inside(const FillState& state, const Node& node, const Manner& outer);

[[nodiscard]] model::ParagraphFormat paragraph_format(const FillState& state, const Node& node, const Manner& manner);
[[nodiscard]] model::TextFormat text_format(const FillState& state, const Manner& manner);

/// Calls `body` as often as the node's `each` and `if` say, with the loop's variable in scope.
void repeat(FillState& state, const Node& node, const std::function<void()>& body);

}  // namespace krut::layout
