#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "data/checked_data.h"

namespace krut::data::hygiene {

/// One text of the data that people will read, in characters.
struct Passage {
  Value value;
  std::string_view key;                 ///< of the nearest member above it: "issue", "title"
  bool is_in_measure = false;           ///< below a list `measures`
  std::u32string_view characters = {};  ///< of `Paper::store`
};

/// Every text of the data that is not for programs only (the layout's name, a picture's file), in the order of the
/// data.
struct Paper {
  Value root = {};
  std::vector<char32_t> store;
  std::vector<Passage> passages;
};

/// The result points into `data`, and its passages into its own store: not to be copied.
[[nodiscard]] Paper read_paper(const Json& data);

/// Where a character of a passage stands in the file; `index` may be its size.
[[nodiscard]] Place place_in(const Passage& passage, std::size_t index);

/// The word, or the piece without spaces, around `index`, in quotation marks and shortened with … where it is long.
[[nodiscard]] std::string quoted_around(const Passage& passage, std::size_t index);
[[nodiscard]] std::string quoted(std::u32string_view text);

void warn(Diagnostics& diagnostics, std::string code, Place where, Bilingual message, Bilingual hint);

/// Thai letters, vowels, marks and signs; no digits.
[[nodiscard]] bool is_thai_letter(char32_t c);
[[nodiscard]] bool is_consonant(char32_t c);
/// เ แ โ ใ ไ
[[nodiscard]] bool is_leading_vowel(char32_t c);
/// ะ า ำ ๅ
[[nodiscard]] bool is_following_vowel(char32_t c);
/// A following vowel or a mark: nothing can be cut before it.
[[nodiscard]] bool leans_on_what_stands_before(char32_t c);
[[nodiscard]] bool is_latin_letter(char32_t c);
/// Thai or ASCII.
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] int digit_value(char32_t c);
/// What parts words on paper: a space, a no-break space, a new line.
[[nodiscard]] bool is_space(char32_t c);

}  // namespace krut::data::hygiene
