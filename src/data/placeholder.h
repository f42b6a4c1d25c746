#pragma once

#include <string>
#include <string_view>

/// What a skeleton writes where a person is to write, and how that is known again: no report says it of itself.
namespace krut::data::placeholder {

/// A date that no report is of.
inline constexpr std::string_view date = "1900-01-01";

/// Words in place of a text: what is wanted there, between < and >; apart from them, so that no word grows wider.
[[nodiscard]] std::string words(std::string_view wanted);

/// Whether a text of the data is one that a skeleton wrote: that date, or Thai words between < and >.
[[nodiscard]] bool is_one(std::string_view text);

}  // namespace krut::data::placeholder
