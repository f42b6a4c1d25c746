#pragma once

#include <string>
#include <string_view>

namespace krut::signs {

/// The Unicode character meant by a private one (U+F020 to U+F0FF), as which copies from word processors bring signs of
/// the fonts Symbol and Wingdings: ✓ for U+F0FC. 0 where it is none of those, or could be one of several.
[[nodiscard]] char32_t meant_by_private(char32_t character);

/// True for a character that is nothing to see and nothing to obey on paper: a byte order mark, marks that turn the
/// direction of writing, tags, soft hyphens. It is left out, of the PDF and of the DOCX alike.
[[nodiscard]] bool is_left_out(char32_t character);

/// True for a text of ASCII, Thai and what else begins with their bytes in UTF-8: nothing in it is private or left out.
/// It looks at eight bytes at a time.
[[nodiscard]] bool is_plain(std::string_view text);

/// The text as it is set: private signs as what they mean, characters that are left out left out, a tab as a space.
[[nodiscard]] std::string as_set(std::string_view text);

}  // namespace krut::signs
