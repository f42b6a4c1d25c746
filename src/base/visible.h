#pragma once

#include <string>
#include <string_view>

namespace krut::utf8 {

/// True for a character that would act on a terminal or a reader instead of being read: the controls C0, DEL and C1,
/// the separators of lines and paragraphs, and the marks that turn the direction of writing (Unicode 15, 23.1 and 23.2;
/// UAX 9).
[[nodiscard]] constexpr bool is_acting(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Valid UTF-8 from whatever bytes: what is none becomes U+FFFD.
[[nodiscard]] std::string repaired(std::string_view text);

/// The text as it may be shown anywhere, from whatever bytes: an acting character is written out as "\n", "\t" or
/// "\u001B", as in JSON, and the text is `repaired`. Those of `kept` stay as they are.
[[nodiscard]] std::string made_visible(std::string_view text, std::u32string_view kept = {});

}  // namespace krut::utf8
