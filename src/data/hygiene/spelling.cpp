#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

// What no Thai word has, so that no list of words is needed: a vowel that nothing carries, one that asks for a letter
// and has none, two that do not go together, and a tone that its letter cannot have. Held against all words of a
// dictionary by a test.

constexpr char32_t ko_kai = 0x0E01;
constexpr char32_t yo_yak = 0x0E22;
constexpr char32_t o_ang = 0x0E2D;
constexpr char32_t paiyannoi = 0x0E2F;
constexpr char32_t sara_a = 0x0E30;
constexpr char32_t mai_han_akat = 0x0E31;
constexpr char32_t sara_aa = 0x0E32;
constexpr char32_t sara_am = 0x0E33;
constexpr char32_t sara_i = 0x0E34;
constexpr char32_t sara_ii = 0x0E35;
constexpr char32_t sara_uee = 0x0E37;
constexpr char32_t sara_e = 0x0E40;
constexpr char32_t sara_o = 0x0E42;
constexpr char32_t sara_ai_maimuan = 0x0E43;
constexpr char32_t mai_yamok = 0x0E46;
constexpr char32_t mai_taikhu = 0x0E47;
constexpr char32_t mai_tri = 0x0E4A;
constexpr char32_t mai_chattawa = 0x0E4B;
constexpr char32_t thanthakhat = 0x0E4C;

enum class Fault { nothing_carries, nothing_follows, not_together, tone };

char32_t at_or_space(std::u32string_view text, std::size_t index) { return index < text.size() ? text[index] : U' '; }

/// The first character from `index` on that is no tone mark.
char32_t behind_tone(std::u32string_view text, std::size_t index) {
  const std::size_t furthest = index + most_marks;
  while (index < furthest && index < text.size() && utf8::is_thai_tone(text[index])) ++index;
  return at_or_space(text, index);
}

bool is_one_of(char32_t c, std::u32string_view characters) { return characters.find(c) != std::u32string_view::npos; }

/// Whether a word's letter has had its vowel or its sign by `c`, so that no า or ะ can follow.
bool is_closed(char32_t c) {
  return c == mai_han_akat || (c >= sara_i && c <= 0x0E3A) || c == mai_taikhu || c == thanthakhat ||
         is_following_vowel(c) || is_leading_vowel(c) || c == mai_yamok || c == paiyannoi;
}

/// า ำ ะ behind a letter that has its vowel: ปฏิบัติาร. เกาะ and ผัวะ are right.
bool hangs(std::u32string_view text, std::size_t index) {
  if (index == 0) return true;
  if (text[index] != sara_a) return is_closed(text[index - 1]);
  for (std::size_t i = 0; i < most_marks && index > 1 && utf8::is_thai_tone(text[index - 1]); ++i) --index;
  const char32_t before = text[index - 1];
  return before != mai_han_akat && before != sara_aa && is_closed(before);
}

/// เ แ โ ใ ไ and what stands around its letter.
std::optional<Fault> fault_of_leading_vowel(std::u32string_view text, std::size_t index) {
  const char32_t vowel = text[index];
  const char32_t letter = at_or_space(text, index + 1);
  const bool is_told_elsewhere = (is_space(letter) && index + 1 < text.size()) ||
                                 (vowel == sara_e && letter == sara_e) || utf8::is_thai_mark(letter);
  if (!is_consonant(letter)) return is_told_elsewhere ? std::nullopt : std::optional(Fault::nothing_follows);
  const char32_t mark = at_or_space(text, index + 2);
  const char32_t behind = behind_tone(text, index + 3);
  if (utf8::is_thai_mark(behind)) return std::nullopt;  // another rule tells that there are too many
  bool is_wrong = false;
  if (vowel == sara_e) {
    constexpr std::u32string_view never = {U"\u0E31\u0E36\u0E38\u0E39\u0E33"};
    is_wrong = is_one_of(mark, never) || (mark == sara_ii && behind != yo_yak) ||
               (mark == sara_uee && behind != o_ang) || (mark == sara_i && !is_consonant(behind));
  } else if (vowel >= sara_ai_maimuan) {
    constexpr std::u32string_view never = {U"\u0E30\u0E31\u0E32\u0E33\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E47"};
    is_wrong = is_one_of(behind_tone(text, index + 2), never);
  } else {
    constexpr std::u32string_view never = {U"\u0E31\u0E32\u0E33\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39"};
    is_wrong = is_one_of(mark, never) || (vowel == sara_o && mark == mai_taikhu);
  }
  return is_wrong ? std::optional(Fault::not_together) : std::nullopt;
}

/// ค ฅ ฆ ง ช ซ ฌ ญ ฑ ฒ ณ ท ธ น พ ฟ ภ ม ย ร ฤ ล ฦ ว ฬ ฮ: no third and fourth tone mark stands on them.
bool is_low(char32_t c) {
  return (c >= 0x0E04 && c <= 0x0E07) || (c >= 0x0E0A && c <= 0x0E0D) || (c >= 0x0E11 && c <= 0x0E13) ||
         (c >= 0x0E17 && c <= 0x0E19) || c == 0x0E1E || c == 0x0E1F || (c >= 0x0E20 && c <= 0x0E27) || c == 0x0E2C ||
         c == 0x0E2E;
}

/// What names of places have that no other word may.
constexpr std::array<std::u32string_view, 4> tones_of_names = {U"โล๊ะ", U"โร๊ะ", U"ือร๊ะ", U"ปิล๊อก"};

bool is_tone_of_name(std::u32string_view text, std::size_t index) {
  const auto stands_there = [&](std::u32string_view name) {
    const std::size_t tone = name.find_first_of(U"\u0E4A\u0E4B");
    return index >= tone && text.substr(index - tone, name.size()) == name;
  };
  return std::any_of(tones_of_names.begin(), tones_of_names.end(), stands_there) || is_behind_place_word(text, index);
}

/// โน๊ต, but not ปลั๊ก, where another letter leads.
bool has_impossible_tone(std::u32string_view text, std::size_t index) {
  if (is_tone_of_name(text, index)) return false;
  for (std::size_t i = 0; i < most_marks && index > 0 && utf8::is_thai_mark(text[index]); ++i) --index;
  return is_low(text[index]) && (index == 0 || !is_consonant(text[index - 1]));
}

/// A vowel inside a word with no letter behind it; a second mark there is another rule's to tell.
bool asks_in_vain(std::u32string_view text, std::size_t index) {
  const char32_t behind = behind_tone(text, index + 1);
  return !is_consonant(behind) && !utf8::is_thai_mark(behind);
}

/// The vowels and tone marks that a fault can be told at.
constexpr bool is_looked_at(char32_t c) {
  constexpr auto bit = [](char32_t each) { return std::uint32_t{1} << (each - sara_a); };
  constexpr std::uint32_t all = bit(sara_a) | bit(sara_aa) | bit(sara_am) | bit(mai_taikhu) | bit(mai_han_akat) |
                                bit(sara_uee) | bit(mai_tri) | bit(mai_chattawa) |
                                (std::uint32_t{0x1F} << (sara_e - sara_a));
  return c >= sara_a && c <= mai_chattawa && (all >> (c - sara_a) & 1U) != 0;
}

std::optional<Fault> fault_at(std::u32string_view text, std::size_t index) {
  switch (const char32_t c = text[index]) {
    case sara_a:
    case sara_aa:
    case sara_am:
      return hangs(text, index) ? std::optional(Fault::nothing_carries) : std::nullopt;
    case mai_taikhu:
      if (index > 0 && text[index - 1] == ko_kai) return std::nullopt;
      [[fallthrough]];
    case mai_han_akat:
    case sara_uee:
      return asks_in_vain(text, index) ? std::optional(Fault::nothing_follows) : std::nullopt;
    case mai_tri:
    case mai_chattawa:
      return has_impossible_tone(text, index) ? std::optional(Fault::tone) : std::nullopt;
    default:
      return is_leading_vowel(c) ? fault_of_leading_vowel(text, index) : std::nullopt;
  }
}

Bilingual remedy_of(Fault fault) {
  switch (fault) {
    case Fault::nothing_carries:
      return {"หน้าสระนี้ขาดพยัญชนะ หรือมีอักษรเกินมา", "a letter is missing before this vowel, or the vowel is one too many"};
    case Fault::nothing_follows:
      return {"หลังสระนี้ต้องมีพยัญชนะ", "a consonant has to follow this vowel"};
    case Fault::not_together:
      return {"สระสองรูปนี้อยู่ด้วยกันไม่ได้", "these two vowels cannot stand together"};
    case Fault::tone:
      return {"อักษรต่ำใช้ไม้ตรีและไม้จัตวาไม่ได้ ใช้ไม้โท: โน้ต", "this letter takes no ๊ or ๋: write ้, as in โน้ต"};
  }
  return {};
}

}  // namespace

void check_spelling(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    if (is_person(passage)) return;
    for (std::size_t i = 0; i < passage.characters.size(); ++i) {
      if (!is_looked_at(passage.characters[i])) continue;
      const auto fault = fault_at(passage.characters, i);
      if (!fault) continue;
      const std::string word = quoted_around(passage, i);
      warn(diagnostics, "data.impossible-spelling", place_in(passage, i),
           {word + " สะกดอย่างที่คำไทยสะกดไม่ได้", word + " is spelt as no Thai word can be"}, remedy_of(*fault));
    }
  });
}

}  // namespace krut::data::hygiene
