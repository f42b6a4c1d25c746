#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/office_signs.h"
#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

/// Characters of one script, or of a kind that has no business in a Thai paper.
struct Range {
  char32_t first;
  char32_t last;
  std::string_view thai;
  std::string_view english;
};

constexpr std::array<Range, 18> foreign_scripts = {{
    {0x0370, 0x03FF, "กรีก", "Greek"},
    {0x0400, 0x052F, "ซีริลลิก", "Cyrillic"},
    {0x0530, 0x058F, "อาร์มีเนีย", "Armenian"},
    {0x0590, 0x05FF, "ฮีบรู", "Hebrew"},
    {0x0600, 0x06FF, "อาหรับ", "Arabic"},
    {0x0900, 0x097F, "เทวนาครี", "Devanagari"},
    {0x0980, 0x0DFF, "อินเดีย", "Indic"},
    {0x0E80, 0x0EFF, "ลาว", "Lao"},
    {0x0F00, 0x0FFF, "ทิเบต", "Tibetan"},
    {0x1000, 0x109F, "พม่า", "Myanmar"},
    {0x1780, 0x17FF, "เขมร", "Khmer"},
    {0x1980, 0x1AAF, "ไทลื้อหรือไทธรรม", "Tai Lue or Tai Tham"},
    {0x3040, 0x30FF, "ญี่ปุ่น", "Japanese"},
    {0x3400, 0x9FFF, "จีน", "Chinese"},
    {0xA8E0, 0xA8FF, "เทวนาครี", "Devanagari"},
    {0xAA80, 0xAADF, "ไทเวียด", "Tai Viet"},
    {0xAC00, 0xD7AF, "เกาหลี", "Korean"},
    {0xFF21, 0xFF5A, "ละตินเต็มความกว้าง", "full-width Latin"},
}};

constexpr std::array<Range, 11> invisible = {{
    {0x00AD, 0x00AD, "ยัติภังค์อ่อน", "soft hyphen"},
    {0x034F, 0x034F, "ตัวเชื่อมที่มองไม่เห็น", "grapheme joiner"},
    {0x061C, 0x061C, "ตัวบอกทิศที่มองไม่เห็น", "direction mark"},
    {0x180E, 0x180E, "ตัวคั่นสระมองโกล", "Mongolian vowel separator"},
    {0x200B, 0x200B, "ช่องว่างไร้ความกว้าง", "zero-width space"},
    {0x200C, 0x200F, "ตัวเชื่อมหรือตัวบอกทิศที่มองไม่เห็น", "joiner or direction mark"},
    {0x202A, 0x202E, "ตัวบอกทิศที่มองไม่เห็น", "direction mark"},
    {0x2060, 0x206F, "ตัวควบคุมที่มองไม่เห็น", "invisible control"},
    {0xFEFF, 0xFEFF, "เครื่องหมายลำดับไบต์", "byte order mark"},
    {0xFFF9, 0xFFFB, "ตัวคั่นคำอ่านที่มองไม่เห็น", "annotation mark"},
    {0xE0000, 0xE007F, "ป้ายที่มองไม่เห็น", "invisible tag"},
}};

constexpr std::array<Range, 3> broken = {{
    {0xE000, 0xF8FF, "อักขระของแบบอักษรเฉพาะ", "private character of some font"},
    {0xFFFC, 0xFFFC, "ที่ว่างของรูปหรือวัตถุที่ไม่ได้คัดลอกมาด้วย", "place of a picture or object that was not copied"},
    {0xFFFD, 0xFFFD, "อักขระที่เสียไปตอนแปลงไฟล์", "character lost in a conversion"},
}};

constexpr char32_t first_suspect = 0x00AD;

template <std::size_t Size>
const Range* range_of(const std::array<Range, Size>& ranges, char32_t c) {
  const auto found =
      std::find_if(ranges.begin(), ranges.end(), [&](const Range& each) { return c >= each.first && c <= each.last; });
  return found == ranges.end() ? nullptr : found;
}

std::string code_point(char32_t c) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<unsigned>(c), 16).ptr;
  std::string text(digits.data(), end);
  text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char each) { return each >= 'a' && each <= 'f' ? static_cast<char>(each - 'a' + 'A') : each; });
  return "U+" + text;
}

std::string named(const std::string& code, std::string_view name) { return code + " (" + std::string(name) + ")"; }

bool is_writing(char32_t c) { return is_thai_letter(c) || is_latin_letter(c) || is_digit(c); }

/// Letters of another script stand alone as a quotation; glued to Thai or Latin ones they are a slip.
void report_foreign(const Passage& passage, std::size_t first, std::size_t end, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const bool is_glued = (first > 0 && is_writing(text[first - 1])) || (end < text.size() && is_writing(text[end]));
  if (!is_glued) return;
  const Range& script = *range_of(foreign_scripts, text[first]);
  const std::string word = quoted_around(passage, first);
  const std::string letters = quoted(text.substr(first, end - first));
  warn(diagnostics, "data.foreign-letter", place_in(passage, first),
       {word + " มีอักษร" + std::string(script.thai) + " " + letters + " ปนอยู่",
        word + " has " + std::string(script.english) + " letters in it: " + letters},
       {"พิมพ์คำนี้ใหม่ด้วยแป้นไทยหรืออังกฤษ", "type the word again with the Thai or the English keyboard"});
}

/// How often each sort of invisible characters stands in a text; one message tells of all.
class InvisibleCharacters {
 public:
  void note(std::size_t index, const Range& kind) {
    const auto known = std::find_if(sorts_.begin(), sorts_.end(), [&](const Sort& each) { return each.kind == &kind; });
    if (known == sorts_.end()) {
      sorts_.push_back({&kind, index, 1});
    } else {
      ++known->count;
    }
  }

  void report(const Passage& passage, Diagnostics& diagnostics) const {
    if (sorts_.empty()) return;
    const std::size_t first = sorts_.front().first;
    const std::string word = quoted_around(passage, first);
    const bool is_one = sorts_.size() == 1 && sorts_.front().count == 1;
    Bilingual sorts;
    for (const Sort& sort : sorts_) {
      const std::string code = code_point(passage.characters[sort.first]);
      const std::string between = sorts.thai.empty() ? "" : ", ";
      const std::string count = std::to_string(sort.count);
      sorts.thai += between + named(code, sort.kind->thai) + (is_one ? "" : " " + count + " ตัว");
      sorts.english += between + named(code, sort.kind->english) + (is_one ? "" : ", " + count + " of them");
    }
    const Bilingual message =
        is_one ? Bilingual{word + " มีอักขระที่มองไม่เห็น " + sorts.thai,
                           word + " holds an invisible character, " + sorts.english}
               : Bilingual{"ค่านี้มีอักขระที่มองไม่เห็น ตัวแรกอยู่ใน " + word + ": " + sorts.thai,
                           "this value holds invisible characters, the first in " + word + ": " + sorts.english};
    warn(diagnostics, "data.invisible-character", place_in(passage, first), message,
         is_one ? Bilingual{"ลบแล้วพิมพ์คำนี้ใหม่", "delete it, or type the word again"}
                : Bilingual{"ลบทั้งหมดในค่านี้ มักติดมาจากหน้าเว็บ",
                            "delete all of them in this value; they often come from web pages"});
  }

 private:
  struct Sort {
    const Range* kind;
    std::size_t first;
    std::size_t count;
  };
  std::vector<Sort> sorts_;
};

/// The signs of Symbol and Wingdings that a value brings as private characters: printed, and told once.
void check_private_signs(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::u32string met;  // in the order of the text
  std::size_t first = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (signs::meant_by_private(text[i]) == 0 || met.find(text[i]) != std::u32string::npos) continue;
    if (met.empty()) first = i;
    met += text[i];
  }
  if (met.empty()) return;
  Bilingual told;
  for (const char32_t c : met) {
    const std::string between = told.thai.empty() ? "" : ", ";
    const std::string sign = utf8::encode(signs::meant_by_private(c));
    told.thai += between + code_point(c) + " เป็น " + sign;
    told.english += between + code_point(c) + " as " + sign;
  }
  warn(diagnostics, "data.private-sign", place_in(passage, first),
       {"ค่านี้มีสัญลักษณ์ของแบบอักษร Symbol หรือ Wingdings ซึ่งจะพิมพ์ " + told.thai,
        "this value holds signs of the fonts Symbol or Wingdings, printed " + told.english},
       {"ตรวจว่าเป็นสัญลักษณ์ที่ต้องการ แล้วพิมพ์สัญลักษณ์นั้นแทน", "see that the sign is right, and type it in their place"});
}

/// A run of characters that a conversion lost or misread.
void report_broken(const Passage& passage, std::size_t first, std::size_t end, Diagnostics& diagnostics) {
  const Range& kind = *range_of(broken, passage.characters[first]);
  const std::string code = code_point(passage.characters[first]);
  const std::string count = std::to_string(end - first);
  const bool is_one = end - first == 1;
  warn(diagnostics, "data.broken-character", place_in(passage, first),
       {quoted_around(passage, first) + " มี" + named(std::string(kind.thai) + " ", code) +
            (is_one ? "" : " " + count + " ตัว"),
        quoted_around(passage, first) + " holds a " + named(std::string(kind.english), code) +
            (is_one ? "" : ", " + count + " in a row")},
       {"ข้อความนี้คัดลอกมาจากไฟล์ที่เข้ารหัสแบบอื่น: พิมพ์คำนี้ใหม่",
        "the text was copied from a file in another encoding: type the word again"});
}

/// Printed as a space; it cannot line anything up.
void check_tabs(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  const std::size_t first = text.find(U'\t');
  if (first == std::u32string_view::npos) return;
  const auto count = std::count(text.begin(), text.end(), U'\t');
  const std::string tabs = std::to_string(count);
  warn(diagnostics, "data.tab", place_in(passage, first),
       {"มีแท็บในข้อความ " + tabs + " ตัว จะพิมพ์เป็นช่องว่าง",
        count == 1 ? "a tab in the text is printed as a space" : tabs + " tabs in the text are printed as spaces"},
       {"พิมพ์ช่องว่าง หรือใช้ตารางถ้าต้องการให้ตรงกัน", "type a space, or use a table to line things up"});
}

template <std::size_t Size>
std::size_t end_of_run(const std::array<Range, Size>& ranges, std::u32string_view text, std::size_t first) {
  const Range* range = range_of(ranges, text[first]);
  std::size_t end = first + 1;
  while (end < text.size() && range_of(ranges, text[end]) == range) ++end;
  return end;
}

void check(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  InvisibleCharacters unseen;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < first_suspect || utf8::is_thai(text[i])) continue;
    if (const Range* kind = range_of(invisible, text[i])) {
      unseen.note(i, *kind);
    } else if (range_of(foreign_scripts, text[i]) != nullptr) {
      const std::size_t end = end_of_run(foreign_scripts, text, i);
      report_foreign(passage, i, end, diagnostics);
      i = end - 1;
    } else if (signs::meant_by_private(text[i]) != 0) {
      continue;
    } else if (range_of(broken, text[i]) != nullptr) {
      const std::size_t end = end_of_run(broken, text, i);
      report_broken(passage, i, end, diagnostics);
      i = end - 1;
    }
  }
  unseen.report(passage, diagnostics);
}

}  // namespace

void check_letters(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    if (passage.has_others) {
      check(passage, diagnostics);
      check_private_signs(passage, diagnostics);
    }
    check_tabs(passage, diagnostics);
  });
}

}  // namespace krut::data::hygiene
