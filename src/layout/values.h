#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/program.h"

/// How the values of attributes are read. Each answers nothing when the text does not have the right form.
namespace krut::layout::values {

/// The words of a text, parted by spaces.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// A number of at most four decimals with its unit, mm, cm, in or pt: `2.5cm`. `0` needs no unit. At most 10 m either
/// way.
[[nodiscard]] std::optional<Length> length(std::string_view text);
[[nodiscard]] std::optional<bool> yes_no(std::string_view text);
[[nodiscard]] std::optional<int> whole_number(std::string_view text);
/// `1.5cm`, `1.5cm 2cm`, `1.5cm 2cm 2cm` or `1.5cm 2cm 2cm 3cm`: top, right, bottom, left; a missing left is the right,
/// a missing bottom the top, a missing right the top.
[[nodiscard]] std::optional<Sides> sides(std::string_view text);
/// `A4`, `A5`, `letter`, or width and height.
[[nodiscard]] std::optional<PageSize> page_size(std::string_view text);
/// One column a word: `2.8cm`, `1fr`, `1.5fr`, `content`, `content(2cm)`, `content(2cm,6cm)`. Nothing is returned when
/// one is wrong; it is then left in `wrong`.
[[nodiscard]] std::optional<std::vector<model::Column>> widths(std::string_view text, std::string& wrong);
/// Tab stops, from left to right: of each its place, then `center` or `right`, then `dots`, where they are wanted.
[[nodiscard]] std::optional<std::vector<model::TabStop>> tab_stops(std::string_view text);
[[nodiscard]] bool is_identifier(std::string_view text);

}  // namespace krut::layout::values
