#pragma once

#include <string_view>

namespace krut::text {

/// Whether Thai letters are one syllable as Thai is spelt, a silent end counted in: เปียง, จันทร์, ชาติ. A consonant
/// alone is none.
[[nodiscard]] bool is_syllable(std::u32string_view letters);

/// Whether letters end where their last syllable cannot: behind a leading vowel, behind ั or ื, behind เดิ, behind a
/// consonant with a tone and no vowel.
[[nodiscard]] bool is_left_open(std::u32string_view letters);

[[nodiscard]] constexpr bool is_leading_vowel(char32_t c) { return c >= 0x0E40 && c <= 0x0E44; }
[[nodiscard]] constexpr bool is_consonant(char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; }
/// ะ า ำ ๅ stand after their consonant.
[[nodiscard]] constexpr bool is_following_vowel(char32_t c) {
  return c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45;
}
/// Whether a consonant may be a syllable of its own, read with a short a, before one that opens with `next`.
[[nodiscard]] bool may_stand_before_syllable(char32_t consonant, char32_t next);

}  // namespace krut::text
