#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

// Any piece of this many characters that stands twice running is looked at; shorter words, which may end one word and
// begin the next, as การ does in กรรมการการเลือกตั้ง, stand among the known slips where they cannot.

constexpr std::size_t shortest_word = 6;
constexpr std::size_t longest_word = 60;

/// A noun may stand before itself as its own classifier: โครงการโครงการหนึ่ง.
constexpr std::array<std::u32string_view, 8> behind_classifiers = {U"หนึ่ง",  U"นี้",   U"นั้น", U"ใด",
                                                                   U"เดียว", U"แรก", U"ที่",  U"ละ"};

/// Words that people say twice on purpose and may write so.
constexpr std::array<std::u32string_view, 5> reduplicated = {U"เรื่อย", U"เดี๋ยว", U"ประเดี๋ยว", U"เปล่า", U"เหมือน"};

template <std::size_t Size>
bool begins_with_one_of(std::u32string_view text, const std::array<std::u32string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

/// Finds where a stretch of `shortest_word` characters stood last, in steps that do not depend on how long the text is.
class RecentStretches {
 public:
  /// Goes on by one character; the stretch is now the one that ends with it.
  void add(char32_t c) {
    constexpr std::uint32_t bits_of_a_stretch = (std::uint32_t{1} << (5 * shortest_word)) - 1;
    stretch_ = ((stretch_ << 5U) ^ static_cast<std::uint32_t>(c)) & bits_of_a_stretch;
  }
  /// The latest earlier place of a stretch that looks the same, as far as the table still knows; then takes in `at`,
  /// the place of this one among all texts together.
  std::optional<std::size_t> exchange(std::size_t at) {
    constexpr std::uint32_t golden = 0x9E3779B1;  // spreads neighbours: Knuth, volume 3, 6.4
    std::uint32_t& slot = places_[(stretch_ * golden) >> table_shift];
    const std::size_t before = slot;
    slot = static_cast<std::uint32_t>(at + 1);
    return before > 0 && before <= at ? std::optional(before - 1) : std::nullopt;
  }

 private:
  static constexpr unsigned table_bits = 12;
  static constexpr unsigned table_shift = 32 - table_bits;

  std::uint32_t stretch_ = 0;
  std::array<std::uint32_t, 1U << table_bits> places_{};  // one more than the place; 0 is none
};

void check_long_words(const Paper& paper, const Passage& passage, RecentStretches& recent, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  if (text.size() < 2 * shortest_word) return;
  const auto origin = static_cast<std::size_t>(text.data() - paper.store.data());
  for (std::size_t i = 0; i + 1 < shortest_word; ++i) recent.add(text[i]);
  std::size_t told_until = 0;
  for (std::size_t at = 0; at + shortest_word <= text.size(); ++at) {
    recent.add(text[at + shortest_word - 1]);
    if (leans_on_what_stands_before(text[at])) continue;
    const auto before = recent.exchange(origin + at);
    if (!before || *before < origin + told_until) continue;
    const std::size_t size = origin + at - *before;
    if (size < shortest_word || size > longest_word || !is_doubled(text, at - size, size)) continue;
    tell_doubled(passage, at - size, size, diagnostics);
    told_until = at + size;
  }
}

/// A piece between spaces that the next one begins with: จัดให้มี จัดให้มีเจ้าหน้าที่, but not หมู่บ้าน หมู่บ้านละ.
void check_repeated_beginnings(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::size_t first = 0;
  for (std::size_t space = text.find(U' '); space != std::u32string_view::npos; space = text.find(U' ', first)) {
    const std::u32string_view word = text.substr(first, space - first);
    const std::u32string_view next = text.substr(space + 1);
    first = space + 1;
    if (word.size() < shortest_word || !next.starts_with(word)) continue;
    const std::u32string_view rest = next.substr(word.size());
    const bool is_whole = rest.empty() || !leans_on_what_stands_before(rest.front());
    const bool is_classifier = begins_with_one_of(rest, behind_classifiers);
    if (!is_whole || is_classifier || !std::all_of(word.begin(), word.end(), is_thai_letter)) continue;
    warn(diagnostics, "data.doubled-word", place_in(passage, first),
         {quoted(word) + " เขียนซ้ำสองครั้งติดกัน", quoted(word) + " stands twice in a row"},
         {"ลบออกหนึ่งคำ", "delete one of them"});
  }
}

}  // namespace

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

void tell_doubled(const Passage& passage, std::size_t first, std::size_t size, Diagnostics& diagnostics) {
  const std::string word = quoted(passage.characters.substr(first, size));
  warn(diagnostics, "data.doubled-word", place_in(passage, first + size),
       {word + " เขียนซ้ำสองครั้งติดกัน", word + " stands twice in a row"},
       {"ลบออกหนึ่งคำ หรือใช้ไม้ยมก (ๆ) ถ้าตั้งใจให้ซ้ำ", "delete one, or write ๆ when the word is meant to be doubled"});
}

void check_words(const Paper& paper, Diagnostics& diagnostics) {
  RecentStretches recent;
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    check_long_words(paper, passage, recent, diagnostics);
    check_repeated_beginnings(passage, diagnostics);
  });
}

}  // namespace krut::data::hygiene
