#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/fill_state.h"

namespace krut::layout {

/// Spans in the making, and whether there is anything to see in them.
struct Line {
  std::vector<model::Span> spans;
  bool has_words = false;        ///< words of the layout's own, a break or a page number
  bool has_values = false;       ///< a value of the data that is not empty
  bool has_expressions = false;  ///< a value was asked for

  /// A line that asked for values, got none and has no words of its own: it is left out.
  [[nodiscard]] bool is_void() const { return has_expressions && !has_values && !has_words; }
};

/// Adds the inline nodes from `begin` to `end` of `nodes`.
void add_inline(FillState& state, const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                const model::TextFormat& format, const Manner& manner, Line& line);

/// Makes a space of each tab that has no stop left in its line.
void settle_tabs(std::vector<model::Span>& spans, std::size_t stops);

void add_template(FillState& state, const Template& text, const Place& asked_by, const model::TextFormat& format,
                  const Manner& manner, Line& line);

/// Adds one text of the data, as it is but for the digits that `manner` asks for; a newline becomes a line break.
void add_value(FillState& state, const data::Value& value, const Place& asked_by, const model::TextFormat& format,
               const Manner& manner, Line& line);

/// A template as plain characters, for titles and names; several lines are joined by spaces.
[[nodiscard]] std::string plain_text(FillState& state, const Template& text, const Place& asked_by);

/// An attribute that may stand for several lines: each element of a list is one.
[[nodiscard]] std::vector<std::vector<model::Span>> lines_of(FillState& state, const Template& text,
                                                             const Place& asked_by, const model::TextFormat& format,
                                                             const Manner& manner);

}  // namespace krut::layout
