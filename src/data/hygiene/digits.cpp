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

bool is_address(std::u32string_view word) {
  return word.find(U"://") != std::u32string_view::npos || word.find(U"www.") != std::u32string_view::npos ||
         word.find(U'@') != std::u32string_view::npos;
}

/// What stands around the numbers of a text, judged once for each piece, however many numbers are in it. Asked from the
/// front to the back.
class Surroundings {
 public:
  explicit Surroundings(std::u32string_view text) : text_(text) {}

  /// Whether Latin letters stand in the piece around `index` that no space and no Thai letter parts: a code.
  bool is_in_code(std::size_t index) {
    const auto parts = [](char32_t c) { return is_space(c) || is_thai_letter(c); };
    if (index >= piece_.end) {
      piece_ = around(index, parts);
      const std::u32string_view piece = text_.substr(piece_.first, piece_.end - piece_.first);
      piece_.is_found = std::any_of(piece.begin(), piece.end(), is_latin_letter);
    }
    return piece_.is_found;
  }

  /// Whether the word around it, from one space to the next, is an address.
  bool is_in_address(std::size_t index) {
    if (index >= word_.end) {
      word_ = around(index, is_space);
      word_.is_found = is_address(text_.substr(word_.first, word_.end - word_.first));
    }
    return word_.is_found;
  }

 private:
  struct Piece {
    std::size_t first = 0;
    std::size_t end = 0;
    bool is_found = false;
  };

  template <typename Parts>
  [[nodiscard]] Piece around(std::size_t index, Parts parts) const {
    Piece piece{index, index};
    while (piece.first > 0 && !parts(text_[piece.first - 1])) --piece.first;
    while (piece.end < text_.size() && !parts(text_[piece.end])) ++piece.end;
    return piece;
  }

  std::u32string_view text_;
  Piece piece_;
  Piece word_;
};

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
  Surroundings surroundings(text);
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    bool is_mixed = false;
    for (; i < text.size() && is_digit(text[i]); ++i) is_mixed = is_mixed || is_thai(text[i]) != is_thai(text[first]);
    if (surroundings.is_in_code(first) || surroundings.is_in_address(first)) continue;
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
