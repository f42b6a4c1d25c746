#include "text/syllables.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace krut::text {

namespace {

constexpr char32_t mai_han_akat = 0x0E31;
constexpr char32_t sara_i = 0x0E34;
constexpr char32_t sara_ii = 0x0E35;
constexpr char32_t sara_ue = 0x0E36;
constexpr char32_t sara_uee = 0x0E37;
constexpr char32_t sara_u = 0x0E38;
constexpr char32_t sara_uu = 0x0E39;
constexpr char32_t mai_taikhu = 0x0E47;
constexpr char32_t thanthakhat = 0x0E4C;

constexpr std::size_t longest_syllable = 10;

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Without the end that THANTHAKHAT silences: จันทร์ is จัน, พันธุ์ is พัน.
std::u32string_view without_silent_end(std::u32string_view text) {
  if (text.empty() || text.back() != thanthakhat) return text;
  text.remove_suffix(1);
  if (!text.empty() && (text.back() == sara_i || text.back() == sara_u)) text.remove_suffix(1);
  if (!text.empty() && is_consonant(text.back())) text.remove_suffix(1);
  const bool has_two = text.size() > 2 && is_consonant(text.back()) && is_consonant(text[text.size() - 2]) &&
                       is_in(text.back(), U"ทตดษกธ");
  return has_two ? text.substr(0, text.size() - 1) : text;
}

/// Whether two consonants open a syllable together.
bool is_cluster(char32_t first, char32_t second) {
  if (first == U'ห') return is_in(second, U"งญณนมยรลว");
  if (first == U'อ') return second == U'ย';
  return is_in(second, U"รลว") && is_in(first, U"กขคตถทปผพจซสศบฟดธ");
}

/// What closes a syllable: a consonant, one with a ร that is not heard, or ติ and its kin.
bool is_final(std::u32string_view text) {
  if (text.empty() || !is_consonant(text.front()) || is_in(text.front(), U"ฉผฝฌหฮอ")) return false;
  if (text.size() == 1) return true;
  return text.size() == 2 && (text[1] == U'ร' || (is_in(text[0], U"ตมธท") && (text[1] == sara_i || text[1] == sara_u)));
}

bool is_empty_or_final(std::u32string_view text) { return text.empty() || is_final(text); }

/// `rest` stands behind the initial, its vowel above or below, and its tone.
bool closes_plain(char32_t initial, char32_t mark, std::u32string_view rest) {
  const std::u32string_view behind = rest.empty() ? rest : rest.substr(1);
  switch (mark) {
    case mai_han_akat:
      return is_final(rest) || rest == U"วะ";
    case sara_i:
    case sara_ii:
    case sara_ue:
    case sara_u:
    case sara_uu:
      return is_empty_or_final(rest);
    case sara_uee:
      return rest == U"อ" || is_final(rest);
    case mai_taikhu:
      return rest.empty() ? initial == U'ก' : rest.front() == U'อ' && is_final(behind);
    default:
      break;
  }
  if (rest.empty()) return false;
  if (rest == U"ะ" || rest.front() == 0x0E33) return behind.empty();
  if (rest.front() == 0x0E32) return is_empty_or_final(behind);
  if (rest.starts_with(U"รร")) return is_empty_or_final(rest.substr(2));
  if (rest.front() == U'อ') return is_empty_or_final(behind);
  if (initial == U'ง' && rest.size() == 1) return is_in(rest.front(), U"งกดบม");
  return is_final(rest) || (rest.front() == U'ว' && is_final(behind));
}

bool closes_sara_e(char32_t mark, std::u32string_view rest) {
  constexpr std::array<std::u32string_view, 5> ends = {U"า", U"าะ", U"ะ", U"อ", U"อะ"};
  switch (mark) {
    case 0:
      return is_empty_or_final(rest) || std::find(ends.begin(), ends.end(), rest) != ends.end();
    case sara_ii:
      return rest == U"ยะ" || (rest.starts_with(U"ย") && is_empty_or_final(rest.substr(1)));
    case sara_uee:
      return rest == U"อะ" || (rest.starts_with(U"อ") && is_empty_or_final(rest.substr(1)));
    case sara_i:
    case mai_taikhu:
      return is_final(rest);
    default:
      return false;
  }
}

bool closes(char32_t lead, char32_t initial, char32_t mark, std::u32string_view rest) {
  switch (lead) {
    case 0:
      return closes_plain(initial, mark, rest);
    case U'เ':
      return closes_sara_e(mark, rest);
    case U'แ':
    case U'โ':
      return mark == 0 ? is_empty_or_final(rest) || rest == U"ะ" : mark == mai_taikhu && is_final(rest);
    default:
      return mark == 0 && (rest.empty() || rest == U"ย");
  }
}

bool is_syllable_with(std::u32string_view text, char32_t lead, std::size_t initials) {
  const char32_t initial = text[initials - 1];
  std::u32string_view rest = text.substr(initials);
  char32_t mark = 0;
  if (!rest.empty() && utf8::is_thai_mark(rest.front()) && !utf8::is_thai_tone(rest.front())) {
    mark = rest.front();
    rest.remove_prefix(1);
  }
  if (!rest.empty() && utf8::is_thai_tone(rest.front())) rest.remove_prefix(1);
  return closes(lead, initial, mark, rest);
}

}  // namespace

bool is_syllable(std::u32string_view letters) {
  if (letters.size() < 2 || letters.size() > longest_syllable) return false;
  std::u32string_view text = without_silent_end(letters);
  const bool is_silenced = text.size() != letters.size();
  const char32_t lead = !text.empty() && is_leading_vowel(text.front()) ? text.front() : 0;
  if (lead != 0) text.remove_prefix(1);
  const bool opens = !text.empty() && (is_consonant(text.front()) || text.front() == 0x0E24);
  if (!opens || (is_silenced && text.size() == 1 && lead == 0)) return false;
  if (text.front() == 0x0E24 && lead == 0) return is_empty_or_final(text.substr(1));
  if (text.size() > 1 && is_cluster(text[0], text[1]) && is_syllable_with(text, lead, 2)) return true;
  return is_syllable_with(text, lead, 1);
}

bool is_left_open(std::u32string_view text) {
  if (text.empty()) return false;
  if (is_leading_vowel(text.back())) return true;
  const bool has_tone = utf8::is_thai_tone(text.back());
  if (has_tone) text.remove_suffix(1);
  if (text.size() < 2) return has_tone;
  const char32_t last = text.back();
  if (last == mai_han_akat || last == sara_uee) return true;
  if (last == mai_taikhu) return text[text.size() - 2] != U'ก';
  const std::size_t initial = last == sara_i ? 2 : 1;  // of the syllable, counted from the end
  const auto before = [&](std::size_t count) { return text.size() > count ? text[text.size() - 1 - count] : U' '; };
  const bool has_cluster = is_leading_vowel(before(initial + 1)) && is_cluster(before(initial), before(initial - 1));
  const char32_t lead = is_leading_vowel(before(initial)) ? before(initial) : has_cluster ? before(initial + 1) : U' ';
  if (last == sara_i) return lead == U'เ';
  return has_tone && is_consonant(last) && lead == U' ';
}

bool may_stand_before_syllable(char32_t consonant, char32_t next) {
  return is_in(consonant, is_leading_vowel(next) ? U"กขคฉชตถผพส" : U"กขคจฉชซดตถทธนบปผพภมยรลวศษสหอ");
}

}  // namespace krut::text
