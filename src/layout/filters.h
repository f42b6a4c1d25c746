#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/checked_data.h"
#include "model/document.h"

namespace krut::layout {

/// What a filter can be given, for checking a layout against its schema. A period is an object with the dates `from`
/// and `to`, or what another filter made.
enum class FilterInput { date, number, text, period };

/// What a filter makes: words to print, or a period for the next filter.
enum class FilterOutput { text, period };

/// What may stand in parentheses behind a filter's name.
enum class FilterArgument {
  none,
  places,  ///< a number of decimal places, 0 to 6
  words,   ///< some of the filter's own words, parted by commas
  word,    ///< exactly one of the filter's own words; must be given
  path,    ///< a value of the data; must be given
};

/// Turns one value into words on paper: the `thai-date` of `{{ memo.date | thai-date }}`. `run` answers nothing when
/// the text is not what the filter reads. A period is handed over as `2022-10-01/2023-03-31` (ISO 8601). `argument` is
/// what stands in parentheses, checked; of a path, the text of its value.
struct Filter {
  std::string_view name;
  FilterInput input = FilterInput::text;
  std::optional<std::string> (*run)(std::string_view text, std::string_view argument, model::Digits digits) = nullptr;
  FilterArgument argument = FilterArgument::none;
  std::vector<std::string_view> words = {};
  FilterOutput output = FilterOutput::text;
};

/// Every filter, in the order of the manual.
[[nodiscard]] const std::vector<Filter>& all_filters();
/// Nothing when there is none of that name.
[[nodiscard]] const Filter* find_filter(std::string_view name);
/// Says nothing of periods: those are known by their members.
[[nodiscard]] bool accepts(FilterInput input, data::ShapeKind shape);
/// Whether `filter` can take `argument`, empty when none is written; a path is not looked up.
[[nodiscard]] bool takes_argument(const Filter& filter, std::string_view argument);
/// The words of an argument that commas part, without the spaces around them.
[[nodiscard]] std::vector<std::string_view> argument_words(std::string_view argument);

/// ASCII digits to Thai, or Thai digits to ASCII; `as_is` changes nothing.
[[nodiscard]] std::string with_digits(std::string_view text, model::Digits digits);

/// As `with_digits`, for text that people wrote: digits that belong to a web address, an e-mail address or a code with
/// Latin letters (COVID-19, O42, form2.pdf) stay as they are.
[[nodiscard]] std::string prose_with_digits(std::string_view text, model::Digits digits);

}  // namespace krut::layout
