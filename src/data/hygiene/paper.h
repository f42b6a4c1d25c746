#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/line_break.h"
#include "base/utf8.h"
#include "data/checked_data.h"

namespace krut::data::hygiene {

/// One text of the data that people will read, in characters.
struct Passage {
  Value value;
  std::string_view key;                 ///< of the nearest member above it: "issue", "title"
  bool is_in_measure = false;           ///< below a list `measures`
  std::u32string_view characters = {};  ///< of `Paper::store`
  bool has_digits = false;
  bool has_latin = false;   ///< letters of ASCII
  bool has_others = false;  ///< characters neither Thai nor of ASCII
  std::size_t first = 0;    ///< the first passage with this text and key, which may be this one
  /// Of a text with escapes: where every `Paper::step`th of its characters is written.
  const std::vector<std::uint32_t>* written_at = nullptr;
};

/// Every text of the data that is not for programs only (the layout's name, a picture's file), in the order of the
/// data.
struct Paper {
  Value root = {};
  std::vector<char32_t> store;
  std::vector<Passage> passages;
  std::deque<std::vector<std::uint32_t>> written_at;
  Budget budget = {};  ///< of the data
  Held held = {};      ///< for the store

  static constexpr std::size_t step = 512;
};

/// The result points into `data`, and its passages into its own store: not to be copied.
[[nodiscard]] Paper read_paper(const Json& data);

/// Calls `check` with the passages one after the other, but not again with a text it found nothing in: much in reports
/// is said many times. For checks that look at nothing but the text and its key.
template <typename Check>
void for_each_text(const Paper& paper, const Diagnostics& diagnostics, Check check) {
  std::vector<bool> is_told(paper.passages.size());
  for (std::size_t i = 0; i < paper.passages.size(); ++i) {
    const Passage& passage = paper.passages[i];
    if (passage.first != i && !is_told[passage.first]) continue;
    const std::size_t before = diagnostics.found();
    paper.budget.check();
    check(passage);
    is_told[i] = diagnostics.found() > before;
  }
}

/// Whether a passage is the name of a person, which is spelt as its bearer likes.
[[nodiscard]] bool is_person(const Passage& passage);

/// Whether the piece of Thai that ends before `end` has a word in it behind which the name of a place stands: ตำบล.
/// Names are spelt as they are.
[[nodiscard]] bool is_behind_place_word(std::u32string_view text, std::size_t end);

/// Where a character of a passage stands in the file; `index` may be its size.
[[nodiscard]] Place place_in(const Passage& passage, std::size_t index);

/// The word, or the piece without spaces, around `index`, in quotation marks and shortened with … where it is long.
[[nodiscard]] std::string quoted_around(const Passage& passage, std::size_t index);
[[nodiscard]] std::string quoted(std::u32string_view text);

void warn(Diagnostics& diagnostics, std::string code, Place where, Bilingual message, Bilingual hint);

/// Thai letters, vowels, marks and signs; no digits, and not the sign of the baht.
[[nodiscard]] constexpr bool is_thai_letter(char32_t c) {
  return utf8::is_thai(c) && !utf8::is_thai_digit(c) && c != 0x0E3F;
}
/// Marks that pile up on one letter are looked at no further than this: no writing has as many.
inline constexpr std::size_t most_marks = 8;
[[nodiscard]] constexpr bool is_consonant(char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; }
/// เ แ โ ใ ไ
[[nodiscard]] constexpr bool is_leading_vowel(char32_t c) { return c >= 0x0E40 && c <= 0x0E44; }
/// ะ า ำ ๅ
[[nodiscard]] constexpr bool is_following_vowel(char32_t c) {
  return c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45;
}
/// A following vowel or a mark: nothing can be cut before it.
[[nodiscard]] constexpr bool leans_on_what_stands_before(char32_t c) {
  return is_following_vowel(c) || utf8::is_thai_mark(c);
}
[[nodiscard]] constexpr bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
/// Thai or ASCII.
[[nodiscard]] constexpr bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || utf8::is_thai_digit(c); }
[[nodiscard]] constexpr int digit_value(char32_t c) {
  return static_cast<int>(c - (utf8::is_thai_digit(c) ? 0x0E50 : U'0'));
}
/// What parts words on paper: a space, a no-break space, a new line.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0x00A0 || utf8::is_line_break(c);
}

}  // namespace krut::data::hygiene
