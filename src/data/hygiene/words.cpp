#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

// Doubled words. From `shortest_word` characters on, any piece that stands twice running is looked at; below, only
// words that never end one word and begin the next, as การ does in กรรมการการเลือกตั้ง.

constexpr std::size_t shortest_word = 6;
constexpr std::size_t longest_word = 60;
constexpr std::size_t table_size = 4096;

constexpr std::array<std::u32string_view, 12> short_words = {U"ออก", U"และ", U"หรือ", U"โดย",  U"จาก", U"เพื่อ",
                                                             U"แต่",  U"ผล",  U"ปรุง", U"ความ", U"ต้อง", U"เป็น"};

/// A noun may stand before itself as its own classifier: โครงการโครงการหนึ่ง.
constexpr std::array<std::u32string_view, 8> behind_classifiers = {U"หนึ่ง",  U"นี้",   U"นั้น", U"ใด",
                                                                   U"เดียว", U"แรก", U"ที่",  U"ละ"};

/// Words that people say twice on purpose and may write so.
constexpr std::array<std::u32string_view, 5> reduplicated = {U"เรื่อย", U"เดี๋ยว", U"ประเดี๋ยว", U"เปล่า", U"เหมือน"};

template <std::size_t Size>
bool begins_with_one_of(std::u32string_view text, const std::array<std::u32string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

/// Whether `text` has at `first` a piece of `size` characters twice running, whole clusters, and none of the sorts that
/// may be meant.
bool is_doubled(std::u32string_view text, std::size_t first, std::size_t size) {
  if (first + 2 * size > text.size()) return false;
  const std::u32string_view word = text.substr(first, size);
  if (text.substr(first + size, size) != word || leans_on_what_stands_before(word.front())) return false;
  if (!std::all_of(word.begin(), word.end(), is_thai_letter)) return false;
  const std::u32string_view rest = text.substr(first + 2 * size);
  if (!rest.empty() && leans_on_what_stands_before(rest.front())) return false;
  if (first > 0 && is_leading_vowel(text[first - 1])) return false;
  const bool is_meant = std::find(reduplicated.begin(), reduplicated.end(), word) != reduplicated.end();
  return !is_meant && !begins_with_one_of(rest, behind_classifiers);
}

/// Finds where a stretch of characters stood last, in steps that do not depend on how long the text is.
class RecentStretches {
 public:
  /// The latest earlier place whose first characters look the same, as far as the table still knows; then takes in
  /// `at`. Places are those of all texts together.
  std::optional<std::size_t> exchange(const char32_t* beginning, std::size_t at) {
    const char32_t* c = beginning;
    const std::size_t hash = ((c[0] * 31 + c[1]) * 31 + c[2]) * 31 + (c[3] * 131 + c[4]) * 17 + c[5];
    std::size_t& slot = places_[hash % table_size];
    const std::size_t before = slot;
    slot = at + 1;
    return before > 0 && before <= at ? std::optional(before - 1) : std::nullopt;
  }

 private:
  std::array<std::size_t, table_size> places_{};  // one more than the place; 0 is none
};

void report_doubled(const Passage& passage, std::size_t first, std::size_t size, Diagnostics& diagnostics) {
  const std::string word = quoted(passage.characters.substr(first, size));
  warn(diagnostics, "data.doubled-word", place_in(passage, first + size),
       {word + " เขียนซ้ำสองครั้งติดกัน", word + " stands twice in a row"},
       {"ลบออกหนึ่งคำ หรือใช้ไม้ยมก (ๆ) ถ้าตั้งใจให้ซ้ำ", "delete one, or write ๆ when the word is meant to be doubled"});
}

void check_short_words(const Passage& passage, Diagnostics& diagnostics) {
  constexpr std::size_t shortest = 2;
  const std::u32string_view text = passage.characters;
  for (std::size_t at = 0; at + 2 * shortest <= text.size(); ++at) {
    for (std::size_t size = shortest; size < shortest_word && at + 2 * size <= text.size(); ++size) {
      if (text[at] != text[at + size] || text[at + 1] != text[at + size + 1]) continue;
      const bool is_known =
          std::find(short_words.begin(), short_words.end(), text.substr(at, size)) != short_words.end();
      if (is_known && is_doubled(text, at, size)) report_doubled(passage, at, size, diagnostics);
    }
  }
}

void check_long_words(const Paper& paper, const Passage& passage, RecentStretches& recent, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const auto origin = static_cast<std::size_t>(text.data() - paper.store.data());
  std::size_t told_until = 0;
  for (std::size_t at = 0; at + shortest_word <= text.size(); ++at) {
    const auto before = recent.exchange(text.data() + at, origin + at);
    if (!before || *before < origin + told_until) continue;
    const std::size_t size = origin + at - *before;
    if (size < shortest_word || size > longest_word || !is_doubled(text, at - size, size)) continue;
    report_doubled(passage, at - size, size, diagnostics);
    told_until = at + size;
  }
}

/// A piece between spaces that the next one begins with: จัดให้มี จัดให้มีเจ้าหน้าที่.
void check_repeated_beginnings(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::size_t first = 0;
  for (std::size_t space = text.find(U' '); space != std::u32string_view::npos; space = text.find(U' ', first)) {
    const std::u32string_view word = text.substr(first, space - first);
    const std::u32string_view next = text.substr(space + 1);
    first = space + 1;
    if (word.size() < shortest_word || !next.starts_with(word)) continue;
    const bool is_whole = next.size() == word.size() || !leans_on_what_stands_before(next[word.size()]);
    if (!is_whole || !std::all_of(word.begin(), word.end(), is_thai_letter)) continue;
    warn(diagnostics, "data.doubled-word", place_in(passage, first),
         {quoted(word) + " เขียนซ้ำสองครั้งติดกัน", quoted(word) + " stands twice in a row"},
         {"ลบออกหนึ่งคำ", "delete one of them"});
  }
}

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

void report_space(const Passage& passage, std::size_t first, std::size_t end, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const std::size_t space = std::min(text.find(U' ', first), text.size());
  warn(diagnostics, "data.space-in-word", place_in(passage, space),
       {quoted(text.substr(first, end - first)) + " มีช่องว่างอยู่กลางคำ",
        quoted(text.substr(first, end - first)) + " has a space inside a word"},
       {"ลบช่องว่างนั้น", "delete the space"});
}

/// The place behind a row of single letters that begins with `token`, or nothing when there is no such row.
std::optional<std::size_t> end_of_torn_row(std::u32string_view text, const Token& token) {
  std::size_t count = 0;
  std::size_t end = token.first;
  for (auto each = std::optional(token); each; each = next_token(text, end)) {
    if (each->first > end + 1 || !is_single_letter(text.substr(each->first, each->size))) break;
    end = each->first + each->size;
    ++count;
  }
  const bool is_row =
      count >= fewest_single_letters && !is_list_of_letters(text.substr(token.first, end - token.first));
  return is_row ? std::optional(end) : std::nullopt;
}

void check_spaces(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::size_t before = 0;  // where the token before begins
  for (auto token = next_token(text, 0); token;) {
    std::size_t end = token->first + token->size;
    if (const auto row_end =
            is_single_letter(text.substr(token->first, token->size)) ? end_of_torn_row(text, *token) : std::nullopt) {
      end = *row_end;
      report_space(passage, token->first, end, diagnostics);
    } else if (is_torn(text, *token)) {
      const bool begins_torn = is_following_vowel(text[token->first]);
      const auto next = next_token(text, end);
      const std::size_t last = begins_torn || !next ? end : next->first + next->size;
      report_space(passage, begins_torn ? before : token->first, last, diagnostics);
      end = last;
    }
    before = token->first;
    token = next_token(text, end);
  }
}

}  // namespace

void check_words(const Paper& paper, Diagnostics& diagnostics) {
  RecentStretches recent;
  for (const Passage& passage : paper.passages) {
    check_short_words(passage, diagnostics);
    check_long_words(paper, passage, recent, diagnostics);
    check_repeated_beginnings(passage, diagnostics);
    check_spaces(passage, diagnostics);
  }
}

}  // namespace krut::data::hygiene
