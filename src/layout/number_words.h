#pragma once

#include <string>
#include <string_view>

namespace krut::layout {

/// How a one at the end is read behind hundreds and more but no tens: หนึ่งร้อยเอ็ด, or หนึ่งร้อยหนึ่ง as some offices write.
/// Behind tens it is always เอ็ด.
enum class LastOne { et, nueng };

/// Longer numbers are not read out.
inline constexpr std::size_t most_digits_in_words = 36;

/// A whole number in Thai words, by groups of a million: "1000000000000" is หนึ่งล้านล้าน. `digits` are ASCII, at least one
/// and at most `most_digits_in_words`; zeros in front say nothing, and nought is ศูนย์.
[[nodiscard]] std::string thai_words(std::string_view digits, LastOne last_one);

/// The digits one by one, as behind a decimal point: "05" is ศูนย์ห้า.
[[nodiscard]] std::string thai_digit_names(std::string_view digits);

}  // namespace krut::layout
