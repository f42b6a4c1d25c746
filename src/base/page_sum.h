#pragma once

#include <string>
#include <string_view>

namespace krut {

/// Digits of a page's sum.
inline constexpr std::size_t page_sum_digits = 16;

/// What tells one page's content from another: a hash of the tokens of a PDF content stream (ISO 32000-1, 7.8.2), so
/// that it is the same when a program writes the file again with other white space and strings in another form.
/// `page_sum_digits` hexadecimal digits.
[[nodiscard]] std::string page_sum(std::string_view content);

}  // namespace krut
