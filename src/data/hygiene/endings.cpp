#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

/// Words that nothing ends with: the rest was cut off.
constexpr std::array<std::u32string_view, 3> never_last = {U"พนักงานส่วน", U"องค์การบริหารส่วน", U"ผู้มีส่วนได้ส่วน"};

/// Words that join; a line of a title or an item of a list may end with one, a whole text may not.
constexpr std::array<std::u32string_view, 7> joining = {U"และ", U"เพื่อ", U"โดย", U"ซึ่ง", U"รวมทั้ง", U"พร้อมทั้ง", U"ตลอดจน"};
/// Keys of texts that others follow.
constexpr std::array<std::string_view, 6> of_several = {"title", "subject", "ol", "ul", "text", "responsible"};

std::u32string_view without_spaces_behind(std::u32string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2013; }

/// ประสิทธิภาพการสื่อสาร- : a lone hyphen says that there is nothing, and one behind a number waits for another.
void check_hyphen(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = without_spaces_behind(passage.characters);
  if (text.empty() || !is_hyphen(text.back())) return;
  const std::u32string_view rest = without_spaces_behind(text.substr(0, text.size() - 1));
  if (rest.empty() || !(is_thai_letter(rest.back()) || is_latin_letter(rest.back()))) return;
  const std::string word = quoted_around(passage, rest.size() - 1);
  warn(diagnostics, "data.trailing-hyphen", place_in(passage, text.size() - 1),
       {"ข้อความจบด้วยยัติภังค์หลัง " + word, "the text ends with a hyphen behind " + word},
       {"ลบยัติภังค์ หรือเติมข้อความที่ขาด", "delete the hyphen, or add what is missing"});
}

template <std::size_t Size>
const std::u32string_view* ending_of(std::u32string_view text, const std::array<std::u32string_view, Size>& words) {
  const auto* found =
      std::find_if(words.begin(), words.end(), [&](std::u32string_view word) { return text.ends_with(word); });
  return found == words.end() ? nullptr : found;
}

/// The last letters of all these words.
constexpr std::u32string_view last_letters = U"ะอยงน";

void check_cut_end(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = without_spaces_behind(passage.characters);
  if (text.empty() || last_letters.find(text.back()) == std::u32string_view::npos) return;
  const std::u32string_view* word = ending_of(text, never_last);
  const bool goes_on = std::find(of_several.begin(), of_several.end(), passage.key) != of_several.end();
  if (word == nullptr && !goes_on) word = ending_of(text, joining);
  if (word == nullptr || word->size() == text.size()) return;
  const std::u32string_view before = text.substr(0, text.size() - word->size());
  if (before.ends_with(U"ตำบล") && *word == U"และ") return;  // the name of one
  warn(diagnostics, "data.cut-end", place_in(passage, text.size() - word->size()),
       {"ข้อความจบค้างที่ " + quoted(*word), "the text breaks off behind " + quoted(*word)},
       {"เติมข้อความที่ขาด", "add what is missing"});
}

}  // namespace

void check_endings(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    check_hyphen(passage, diagnostics);
    check_cut_end(passage, diagnostics);
  });
}

}  // namespace krut::data::hygiene
