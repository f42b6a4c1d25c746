#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t code_size = 3;  // a zero or one in place of the letter, and two digits
constexpr int highest_question = 30;

/// Words that a code of the assessment stands behind.
constexpr std::array<std::u32string_view, 6> before_codes = {U"ตัวชี้วัดที่", U"ตัวชี้วัด", U"ข้อ", U"OIT", U"รหัส", U"ข้อคำถาม"};

bool is_behind_code_word(std::u32string_view before) {
  while (!before.empty() && (is_space(before.back()) || before.back() == U'(')) before.remove_suffix(1);
  return std::any_of(before_codes.begin(), before_codes.end(),
                     [&](std::u32string_view word) { return before.ends_with(word); });
}

bool is_zero(char32_t c) { return is_digit(c) && digit_value(c) == 0; }

void report_zero(const Passage& passage, std::size_t first, Diagnostics& diagnostics) {
  const std::u32string_view code = passage.characters.substr(first, code_size);
  const std::string meant = 'O' + utf8::from_utf32(code.substr(1));
  warn(diagnostics, "data.code-zero", place_in(passage, first),
       {quoted(code) + " ขึ้นต้นด้วยเลขศูนย์ น่าจะเป็นรหัส " + meant,
        quoted(code) + " begins with a zero; the code " + meant + " is probably meant"},
       {"เปลี่ยนเลขศูนย์เป็นอักษร O", "put the letter O in place of the zero"});
}

/// ๐๔๒ and 042 where O42 is meant: three digits from zero, alone, behind a word that codes follow or in a code's field.
void check_zeros(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const bool is_field = passage.key == "disclosure_code" || passage.key == "question_code";
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    const bool is_code = i - first == code_size && is_zero(text[first]) && !is_zero(text[first + 1]);
    const bool is_alone = first == 0 || (!is_latin_letter(text[first - 1]) && text[first - 1] != U'-');
    const bool is_phone = i < text.size() && text[i] == U'-';
    if (!is_code || !is_alone || is_phone) continue;
    if (is_field || is_behind_code_word(text.substr(0, first))) report_zero(passage, first, diagnostics);
  }
}

/// The letter i and a digit, as questions of IIT are numbered.
bool begins_with_question_code(std::u32string_view text) {
  return text.size() > 1 && (text[0] == U'i' || text[0] == U'I') && is_digit(text[1]);
}

bool is_issue(const Passage& passage) { return passage.key == "issue" || passage.key == "question_code"; }

/// 120 where i20 is meant: at the start of an issue, in a paper whose other issues begin with such codes.
void check_ones(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const bool has_digits = text.size() >= code_size && std::all_of(text.begin(), text.begin() + code_size, is_digit);
  const bool is_alone = text.size() == code_size || (text.size() > code_size && is_space(text[code_size]));
  if (!has_digits || !is_alone || digit_value(text[0]) != 1) return;
  const int question = digit_value(text[1]) * 10 + digit_value(text[2]);
  if (question < 1 || question > highest_question) return;
  const std::u32string_view code = text.substr(0, code_size);
  const std::string meant = 'i' + utf8::from_utf32(code.substr(1));
  warn(diagnostics, "data.code-one", place_in(passage, 0),
       {quoted(code) + " ขึ้นต้นด้วยเลขหนึ่ง น่าจะเป็นรหัส " + meant,
        quoted(code) + " begins with a one; the code " + meant + " is probably meant"},
       {"เปลี่ยนเลขหนึ่งเป็นอักษร i", "put the letter i in place of the one"});
}

// One file writes its codes in one manner: i7 and E12, or i๗ and E๑๒; and a letter is small or capital throughout.

struct Code {
  const Passage* passage = nullptr;
  std::size_t index = 0;
  std::size_t size = 0;
  char32_t letter = 0;  ///< small
  int number = 0;
  bool is_thai = false;
  bool is_capital = false;
};

/// The highest number that a code with this letter can have, or 0 when no code begins with it.
int highest_number(char32_t letter) {
  constexpr int highest_external_question = 15;
  constexpr int highest_item = 43;
  switch (letter) {
    case U'i':
      return highest_question;
    case U'e':
      return highest_external_question;
    case U'o':
      return highest_item;
    default:
      return 0;
  }
}

/// Whether the Latin letter at `index` begins a piece of its own, and no English words stand before it (Core i7).
bool begins_code(std::u32string_view text, std::size_t index) {
  constexpr std::u32string_view glue = U"-_./@";
  if (index == 0) return true;
  const char32_t before = text[index - 1];
  if (is_latin_letter(before) || is_digit(before) || glue.find(before) != std::u32string_view::npos) return false;
  return index < 2 || !is_space(before) || !is_latin_letter(text[index - 2]);
}

std::optional<Code> code_at(const Passage& passage, std::size_t index) {
  const std::u32string_view text = passage.characters;
  const bool is_capital = text[index] <= U'Z';
  Code code{&passage, index, 1, is_capital ? text[index] - U'A' + U'a' : text[index], 0, false, is_capital};
  const int highest = highest_number(code.letter);
  if (highest == 0 || !begins_code(text, index)) return std::nullopt;
  for (; index + code.size < text.size() && is_digit(text[index + code.size]); ++code.size) {
    const char32_t digit = text[index + code.size];
    const bool is_thai = utf8::is_thai_digit(digit);
    if (code.size > 2 || (code.size > 1 && is_thai != code.is_thai)) return std::nullopt;
    code.is_thai = is_thai;
    code.number = code.number * 10 + digit_value(digit);
  }
  const char32_t next = index + code.size < text.size() ? text[index + code.size] : U' ';
  if (code.number < 1 || code.number > highest || is_latin_letter(next)) return std::nullopt;
  return code;
}

void collect_codes(const Passage& passage, std::vector<Code>& codes) {
  for (std::size_t i = 0; i + 1 < passage.characters.size(); ++i) {
    if (!is_latin_letter(passage.characters[i]) || !is_digit(passage.characters[i + 1])) continue;
    if (const auto code = code_at(passage, i)) codes.push_back(*code);
  }
}

std::string with_place(const Code& code, std::string_view line_word) {
  const Place place = place_in(*code.passage, code.index);
  return quoted(code.passage->characters.substr(code.index, code.size)) + " (" + std::string(line_word) + ' ' +
         std::to_string(place.line) + ':' + std::to_string(place.column) + ')';
}

/// Told where the rarer manner stands first, beside the same code in the other manner, or the first in it.
template <typename HasManner>
void check_manner(const std::vector<Code>& codes, HasManner has_manner, Diagnostics& diagnostics) {
  const auto with = static_cast<std::size_t>(std::count_if(codes.begin(), codes.end(), has_manner));
  if (with == 0 || with == codes.size()) return;
  const bool is_rare = 2 * with < codes.size();
  const Code& rare =
      *std::find_if(codes.begin(), codes.end(), [&](const Code& each) { return has_manner(each) == is_rare; });
  const Code* usual = nullptr;
  for (const Code& each : codes) {
    if (has_manner(each) == is_rare) continue;
    const bool is_same = each.letter == rare.letter && each.number == rare.number;
    if (usual == nullptr || is_same) usual = &each;
    if (is_same) break;
  }
  warn(diagnostics, "data.mixed-code-style", place_in(*rare.passage, rare.index),
       {"รหัสข้อเขียนปนกันสองแบบ: " + with_place(rare, "บรรทัด") + " กับ " + with_place(*usual, "บรรทัด"),
        "codes are written in two manners: " + with_place(rare, "line") + " and " + with_place(*usual, "line")},
       {"เขียนรหัสแบบเดียวทั้งเอกสาร", "write the codes in one manner in the whole paper"});
}

void check_manners(const std::vector<Code>& codes, Diagnostics& diagnostics) {
  check_manner(
      codes, [](const Code& each) { return each.is_thai; }, diagnostics);
  for (const char32_t letter : U"ieo"sv) {
    std::vector<Code> same;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(same),
                 [&](const Code& each) { return each.letter == letter; });
    check_manner(
        same, [](const Code& each) { return each.is_capital; }, diagnostics);
  }
}

}  // namespace

void check_codes(const Paper& paper, Diagnostics& diagnostics) {
  const bool has_question_codes = std::any_of(paper.passages.begin(), paper.passages.end(), [](const Passage& each) {
    return is_issue(each) && begins_with_question_code(each.characters);
  });
  std::vector<Code> codes;
  for (const Passage& passage : paper.passages) {
    if (!passage.has_digits) continue;
    if (passage.has_latin) collect_codes(passage, codes);
    check_zeros(passage, diagnostics);
    const bool may_be_question = passage.key == "question_code" || (has_question_codes && is_issue(passage));
    if (may_be_question) check_ones(passage, diagnostics);
  }
  check_manners(codes, diagnostics);
}

}  // namespace krut::data::hygiene
