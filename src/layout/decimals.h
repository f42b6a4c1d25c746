#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/expression.h"

namespace krut::layout {

/// Digits that a decimal may have before its point, and behind it: more is no amount of anything.
inline constexpr std::size_t most_decimal_digits = 40;

/// Which of two decimals ("-1234.50") is the larger: less than, equal to or more than 0, exactly. Nothing where one is
/// no decimal.
[[nodiscard]] std::optional<int> compare_decimals(std::string_view a, std::string_view b);

/// The exact sum, with as many digits behind the point as the longest has; "0" for none. Nothing where one is no
/// decimal.
[[nodiscard]] std::optional<std::string> sum_of_decimals(const std::vector<std::string>& decimals);

/// Whether `a` stands so to `b`: as decimals where both are, else by their bytes.
[[nodiscard]] bool is_so(const std::string& a, Comparison comparison, const std::string& b);

}  // namespace krut::layout
