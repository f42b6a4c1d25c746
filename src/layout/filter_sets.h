#pragma once

#include <string_view>
#include <vector>

#include "layout/filters.h"

/// The filters by what they read; `all_filters` strings them together.
namespace krut::layout {

/// The word in parentheses that asks a short date for all four digits of its year.
inline constexpr std::string_view full_year = "full-year";

/// A day to words.
[[nodiscard]] std::vector<Filter> date_filters();
/// Spans of time: to words, and from a round or a fiscal year.
[[nodiscard]] std::vector<Filter> period_filters();
[[nodiscard]] std::vector<Filter> number_filters();
/// The words of urgency and secrecy.
[[nodiscard]] std::vector<Filter> stamp_filters();
/// Letters and digits of running text.
[[nodiscard]] std::vector<Filter> text_filters();

}  // namespace krut::layout
