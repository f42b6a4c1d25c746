#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

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

}  // namespace

void check_codes(const Paper& paper, Diagnostics& diagnostics) {
  const bool has_question_codes = std::any_of(paper.passages.begin(), paper.passages.end(), [](const Passage& each) {
    return is_issue(each) && begins_with_question_code(each.characters);
  });
  for (const Passage& passage : paper.passages) {
    if (!passage.has_digits) continue;
    check_zeros(passage, diagnostics);
    const bool may_be_question = passage.key == "question_code" || (has_question_codes && is_issue(passage));
    if (may_be_question) check_ones(passage, diagnostics);
  }
}

}  // namespace krut::data::hygiene
