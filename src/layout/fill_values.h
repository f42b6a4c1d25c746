#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/fill_state.h"

namespace krut::layout {

/// What an attribute of kind count_or_value says, itself or through the data; `otherwise` when it or the value is
/// missing. A value that is no whole number within the attribute's bounds is reported.
[[nodiscard]] int count_in(FillState& state, const Node& node, std::string_view name, int otherwise);

/// The same for kind word_or_value.
[[nodiscard]] std::string word_in(FillState& state, const Node& node, std::string_view name,
                                  std::string_view otherwise);

/// The same for kind length_or_value.
[[nodiscard]] Length length_in(FillState& state, const Node& node, std::string_view name, Length otherwise);

/// The columns that a table's `widths` or its `<column>` elements give; none when it has neither.
[[nodiscard]] std::vector<model::Column> columns_in(FillState& state, const Node& table);

}  // namespace krut::layout
