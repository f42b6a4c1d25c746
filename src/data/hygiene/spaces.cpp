#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

// Spaces inside words: where no Thai word can begin or end, and rows of single letters.

constexpr std::size_t fewest_single_letters = 4;

struct Token {
  std::size_t first = 0;
  std::size_t size = 0;
};

std::optional<Token> next_token(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  if (at == text.size()) return std::nullopt;
  Token token{at, 0};
  while (at < text.size() && !is_space(text[at])) ++at;
  token.size = at - token.first;
  return token;
}

/// One consonant with its marks, or a vowel torn off one.
bool is_single_letter(std::u32string_view word) {
  if (!is_consonant(word.front()) && !is_following_vowel(word.front())) return false;
  return std::all_of(word.begin() + 1, word.end(), [](char32_t c) { return utf8::is_thai_mark(c); });
}

/// ก ข ค ง: letters of the alphabet in their order name choices, and are no torn word.
bool is_list_of_letters(std::u32string_view letters) {
  char32_t before = 0;
  for (const char32_t c : letters) {
    if (is_space(c)) continue;
    if (!is_consonant(c) || c <= before) return false;
    before = c;
  }
  return true;
}

bool is_torn(std::u32string_view text, const Token& token) {
  const std::size_t end = token.first + token.size;
  const bool begins_torn =
      token.first > 1 && is_following_vowel(text[token.first]) && is_thai_letter(text[token.first - 2]);
  const bool ends_torn = is_leading_vowel(text[end - 1]) && end + 1 < text.size() && is_thai_letter(text[end + 1]);
  return begins_torn || ends_torn;
}

/// What makes another word into a noun and never stands without it: การ มอบอำนาจ. Many words end like it (โครงการ,
/// ข้อความ), so that what stands before it counts as well.
constexpr std::array<std::u32string_view, 3> noun_makers = {U"การ", U"ความ", U"ผู้"};
constexpr std::array<std::u32string_view, 22> noun_beginnings = {
    U"การการ",  U"ในการ",  U"และการ",  U"หรือการ",   U"ของการ",    U"จากการ",    U"ต่อการ",  U"โดยการ",
    U"เพื่อการ",  U"ถึงการ",  U"มีการ",    U"ขั้นตอนการ", U"แนวทางการ", U"เกี่ยวกับการ", U"ด้านการ", U"มีความ",
    U"และความ", U"ให้ความ", U"ของความ", U"และผู้",     U"ของผู้",      U"ให้ผู้"};

bool is_noun_maker(std::u32string_view word) {
  const auto ends_word = [&](std::u32string_view beginning) { return word.ends_with(beginning); };
  return std::find(noun_makers.begin(), noun_makers.end(), word) != noun_makers.end() ||
         std::any_of(noun_beginnings.begin(), noun_beginnings.end(), ends_word);
}

/// Whether a noun's first part stands alone at `token`, with one space and a Thai letter behind it.
bool is_torn_noun(std::u32string_view text, const Token& token) {
  const std::size_t end = token.first + token.size;
  return end + 1 < text.size() && text[end] == U' ' && is_thai_letter(text[end + 1]) &&
         is_noun_maker(text.substr(token.first, token.size));
}

void tell_first_space(const Passage& passage, std::size_t first, std::size_t end, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  tell_space(passage, std::min(text.find(U' ', first), text.size()), text.substr(first, end - first), diagnostics);
}

/// A row of single letters.
struct Row {
  std::size_t end = 0;
  bool is_torn = false;  ///< long enough to be a word, and no list of letters
};

Row row_from(std::u32string_view text, const Token& token) {
  std::size_t count = 0;
  std::size_t end = token.first;
  for (auto each = std::optional(token); each; each = next_token(text, end)) {
    if (each->first > end + 1 || !is_single_letter(text.substr(each->first, each->size))) break;
    end = each->first + each->size;
    ++count;
  }
  return {end, count >= fewest_single_letters && !is_list_of_letters(text.substr(token.first, end - token.first))};
}

void check_passage(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::size_t before = 0;  // where the token before begins
  Row row;                 // the last one met; what is in it begins no other
  for (auto token = next_token(text, 0); token;) {
    std::size_t end = token->first + token->size;
    const bool begins_row = token->first >= row.end && is_single_letter(text.substr(token->first, token->size));
    if (begins_row) row = row_from(text, *token);
    if (begins_row && row.is_torn) {
      end = row.end;
      tell_first_space(passage, token->first, end, diagnostics);
    } else if (is_torn(text, *token)) {
      const bool begins_torn = is_following_vowel(text[token->first]);
      const auto next = next_token(text, end);
      const std::size_t last = begins_torn || !next ? end : next->first + next->size;
      tell_first_space(passage, begins_torn ? before : token->first, last, diagnostics);
      end = last;
    } else if (is_torn_noun(text, *token)) {
      const auto next = next_token(text, end);
      tell_first_space(passage, token->first, next->first + next->size, diagnostics);
    }
    before = token->first;
    token = next_token(text, end);
  }
}

}  // namespace

void tell_space(const Passage& passage, std::size_t space, std::u32string_view piece, Diagnostics& diagnostics) {
  warn(diagnostics, "data.space-in-word", place_in(passage, space),
       {quoted(piece) + " มีช่องว่างอยู่กลางคำ", quoted(piece) + " has a space inside a word"},
       {"ลบช่องว่างนั้น", "delete the space"});
}

void check_spaces(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) { check_passage(passage, diagnostics); });
}

}  // namespace krut::data::hygiene
