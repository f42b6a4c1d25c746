#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

/// With more numbers of the other sort than this, telling them all is noise: the first is told, with their count.
constexpr std::size_t most_places_told = 6;

enum class System { thai, arabic };

struct Number {
  const Passage* passage = nullptr;
  std::size_t index = 0;
  System system = System::thai;
};

bool is_thai(char32_t digit) { return utf8::is_thai_digit(digit); }

/// From one space to the next.
std::u32string_view word_around(std::u32string_view text, std::size_t index) {
  std::size_t first = index;
  while (first > 0 && !is_space(text[first - 1])) --first;
  std::size_t end = index;
  while (end < text.size() && !is_space(text[end])) ++end;
  return text.substr(first, end - first);
}

bool is_address(std::u32string_view word) {
  return word.find(U"://") != std::u32string_view::npos || word.find(U"www.") != std::u32string_view::npos ||
         word.find(U'@') != std::u32string_view::npos;
}

/// Whether Latin letters stand in the piece around [first, end) that no space and no Thai letter parts: a code.
bool is_in_code(std::u32string_view text, std::size_t first, std::size_t end) {
  const auto parts = [](char32_t c) { return is_space(c) || is_thai_letter(c); };
  for (std::size_t i = first; i > 0 && !parts(text[i - 1]); --i) {
    if (is_latin_letter(text[i - 1])) return true;
  }
  for (std::size_t i = end; i < text.size() && !parts(text[i]); ++i) {
    if (is_latin_letter(text[i])) return true;
  }
  return false;
}

/// "ISO 9001": a number that belongs to the English word before it.
bool follows_latin(std::u32string_view text, std::size_t first) {
  return first > 1 && is_space(text[first - 1]) && is_latin_letter(text[first - 2]);
}

void report_mixed_number(const Passage& passage, std::size_t first, std::size_t end, Diagnostics& diagnostics) {
  const std::string number = quoted(passage.characters.substr(first, end - first));
  warn(diagnostics, "data.mixed-number", place_in(passage, first),
       {number + " มีทั้งเลขไทยและเลขอารบิกในจำนวนเดียว", number + " has Thai and Arabic digits in one number"},
       {"พิมพ์ด้วยเลขแบบเดียว ถ้าเป็นรหัสข้อ OIT ให้ขึ้นต้นด้วยอักษร O",
        "write it in one sort of digits; a code of OIT begins with the letter O"});
}

void collect(const Passage& passage, std::vector<Number>& numbers, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const bool is_prose = passage.key == "seq_no" || std::any_of(text.begin(), text.end(), is_thai_letter);
  if (!is_prose) return;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    bool is_mixed = false;
    for (; i < text.size() && is_digit(text[i]); ++i) is_mixed = is_mixed || is_thai(text[i]) != is_thai(text[first]);
    if (is_in_code(text, first, i) || is_address(word_around(text, first))) continue;
    if (is_mixed) {
      report_mixed_number(passage, first, i, diagnostics);
    } else if (!follows_latin(text, first)) {
      numbers.push_back({&passage, first, is_thai(text[first]) ? System::thai : System::arabic});
    }
  }
}

/// What the data asks for, else what most numbers are.
System wanted_system(const Paper& paper, std::size_t thai, std::size_t arabic) {
  const auto asked = paper.root.member("digits");
  const std::string word = asked ? asked->text() : std::string();
  if (word == "thai") return System::thai;
  if (word == "arabic") return System::arabic;
  return thai >= arabic ? System::thai : System::arabic;
}

void report(const Number& number, System wanted, Diagnostics& diagnostics) {
  const std::string word = quoted_around(*number.passage, number.index);
  const bool is_thai_wanted = wanted == System::thai;
  warn(diagnostics, "data.mixed-digits", place_in(*number.passage, number.index),
       {word + " ใช้เลข" + (is_thai_wanted ? "อารบิก แต่เอกสารนี้ใช้เลขไทย" : "ไทย แต่เอกสารนี้ใช้เลขอารบิก"),
        word + (is_thai_wanted ? " has Arabic digits in a paper in Thai digits"
                               : " has Thai digits in a paper in Arabic digits")},
       {"ใช้เลขแบบเดียวทั้งเอกสาร", "use one sort of digits in the whole paper"});
}

void report_many(const Number& first, System wanted, std::size_t others, std::size_t all, Diagnostics& diagnostics) {
  const std::string counts = std::to_string(others) + "/" + std::to_string(all);
  const bool is_thai_wanted = wanted == System::thai;
  warn(diagnostics, "data.mixed-digits", place_in(*first.passage, first.index),
       {std::string("เลขในข้อความปนกันสองแบบ: เลข") + (is_thai_wanted ? "อารบิก " : "ไทย ") + counts + " จำนวน เริ่มที่นี่",
        std::string("the text mixes two sorts of digits: ") + counts + " numbers are in " +
            (is_thai_wanted ? "Arabic" : "Thai") + " digits, the first is here"},
       {"ใช้เลขแบบเดียวทั้งเอกสาร", "use one sort of digits in the whole paper"});
}

}  // namespace

void check_digits(const Paper& paper, Diagnostics& diagnostics) {
  std::vector<Number> numbers;
  for (const Passage& passage : paper.passages) {
    if (passage.has_digits) collect(passage, numbers, diagnostics);
  }
  const auto thai = static_cast<std::size_t>(
      std::count_if(numbers.begin(), numbers.end(), [](const Number& each) { return each.system == System::thai; }));
  const std::size_t arabic = numbers.size() - thai;
  if (thai == 0 || arabic == 0) return;
  const System wanted = wanted_system(paper, thai, arabic);
  const std::size_t others = wanted == System::thai ? arabic : thai;
  for (const Number& each : numbers) {
    if (each.system == wanted) continue;
    if (others > most_places_told) return report_many(each, wanted, others, numbers.size(), diagnostics);
    report(each, wanted, diagnostics);
  }
}

}  // namespace krut::data::hygiene
