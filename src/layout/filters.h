#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/checked_data.h"
#include "model/document.h"

namespace krut::layout {

/// What a filter can be given, for checking a layout against its schema.
enum class FilterInput { date, number, text };

/// Turns one value into words on paper: the `thai-date` of `{{ memo.date | thai-date }}`. `run` answers nothing when
/// the text is not what the filter reads. `digits` is thai or arabic, never as_is.
struct Filter {
  std::string_view name;
  FilterInput input = FilterInput::text;
  bool takes_places = false;  ///< may be given a number of decimal places, 0 to 6
  std::optional<std::string> (*run)(std::string_view text, std::string_view argument, model::Digits digits) = nullptr;
};

/// Every filter, in the order of the manual.
[[nodiscard]] const std::vector<Filter>& all_filters();
/// Nothing when there is none of that name.
[[nodiscard]] const Filter* find_filter(std::string_view name);
[[nodiscard]] bool accepts(FilterInput input, data::ShapeKind shape);

/// ASCII digits to Thai, or Thai digits to ASCII; `as_is` changes nothing.
[[nodiscard]] std::string with_digits(std::string_view text, model::Digits digits);

/// As `with_digits`, for text that people wrote: digits that belong to a web address, an e-mail address or a code with
/// Latin letters (COVID-19, O42, form2.pdf) stay as they are.
[[nodiscard]] std::string prose_with_digits(std::string_view text, model::Digits digits);

}  // namespace krut::layout
