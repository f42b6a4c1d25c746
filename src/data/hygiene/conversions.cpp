#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "data/hygiene/code_pages.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

// What programs leave behind that read a file or a web page the wrong way: letters of another code page, question marks
// for letters, tags, entities and escapes written out. Each is told once a value, with what it was.

constexpr std::size_t shortest_lost_word = 3;
constexpr std::size_t longest_entity = 9;
constexpr std::size_t longest_tag_name = 10;

/// The first place of something in a value, and what it says there.
struct Find {
  std::size_t first = 0;
  std::size_t size = 0;
  std::size_t count = 1;
  Bilingual was = {};
};

struct Named {
  std::u32string_view written;
  std::string_view thai;
  std::string_view english;
};

constexpr std::array<Named, 22> entities = {{{U"nbsp", "ช่องว่างไม่ตัดบรรทัด", "a no-break space"},
                                             {U"amp", "&", "&"},
                                             {U"lt", "<", "<"},
                                             {U"gt", ">", ">"},
                                             {U"quot", "\"", "\""},
                                             {U"apos", "'", "'"},
                                             {U"ndash", "–", "–"},
                                             {U"mdash", "—", "—"},
                                             {U"hellip", "…", "…"},
                                             {U"lsquo", "‘", "‘"},
                                             {U"rsquo", "’", "’"},
                                             {U"ldquo", "“", "“"},
                                             {U"rdquo", "”", "”"},
                                             {U"bull", "•", "•"},
                                             {U"middot", "·", "·"},
                                             {U"times", "×", "×"},
                                             {U"deg", "°", "°"},
                                             {U"copy", "©", "©"},
                                             {U"reg", "®", "®"},
                                             {U"shy", "ยัติภังค์อ่อน", "a soft hyphen"},
                                             {U"ensp", "ช่องว่าง", "a space"},
                                             {U"emsp", "ช่องว่าง", "a space"}}};

constexpr std::array<Named, 30> tags = {{{U"br", "การขึ้นบรรทัดใหม่", "a line break"},
                                         {U"p", "ย่อหน้า", "a paragraph"},
                                         {U"div", "ย่อหน้า", "a paragraph"},
                                         {U"b", "ตัวหนา", "bold type"},
                                         {U"strong", "ตัวหนา", "bold type"},
                                         {U"i", "ตัวเอน", "italic type"},
                                         {U"em", "ตัวเอน", "italic type"},
                                         {U"u", "ขีดเส้นใต้", "underlining"},
                                         {U"s", "ขีดฆ่า", "struck-out type"},
                                         {U"span", "รูปแบบตัวอักษร", "a format"},
                                         {U"font", "รูปแบบตัวอักษร", "a format"},
                                         {U"sup", "ตัวยก", "raised type"},
                                         {U"sub", "ตัวห้อย", "lowered type"},
                                         {U"a", "ลิงก์", "a link"},
                                         {U"img", "รูปภาพ", "a picture"},
                                         {U"ul", "รายการ", "a list"},
                                         {U"ol", "รายการ", "a list"},
                                         {U"li", "ข้อในรายการ", "an item of a list"},
                                         {U"table", "ตาราง", "a table"},
                                         {U"tr", "แถวของตาราง", "a row of a table"},
                                         {U"td", "ช่องของตาราง", "a cell of a table"},
                                         {U"th", "ช่องของตาราง", "a cell of a table"},
                                         {U"hr", "เส้นคั่น", "a rule"},
                                         {U"h1", "หัวเรื่อง", "a heading"},
                                         {U"h2", "หัวเรื่อง", "a heading"},
                                         {U"h3", "หัวเรื่อง", "a heading"},
                                         {U"h4", "หัวเรื่อง", "a heading"},
                                         {U"center", "การจัดกึ่งกลาง", "centred text"},
                                         {U"blockquote", "ข้อความยกมา", "a quotation"},
                                         {U"wbr", "ที่ตัดบรรทัดได้", "a place to break a line"}}};

char32_t at_or_end(std::u32string_view text, std::size_t index) { return index < text.size() ? text[index] : U'\0'; }

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_hexadecimal(char32_t c) { return is_ascii_digit(c) || ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'f'); }

template <std::size_t Size>
const Named* named(const std::array<Named, Size>& names, std::u32string_view written) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const Named& each) { return each.written == written; });
  return found == names.end() ? nullptr : found;
}

std::optional<Find> found_as(std::size_t first, std::size_t size, const Named& what) {
  return Find{first, size, 1, {std::string(what.thai), std::string(what.english)}};
}

/// The character that a run of digits stands for, of at most seven of them.
std::string character_of(std::u32string_view digits, unsigned base) {
  char32_t value = 0;
  for (const char32_t c : digits) {
    const char32_t lower = c | 0x20U;
    value = value * base + (is_ascii_digit(c) ? c - U'0' : lower - U'a' + 10);
  }
  const bool may_be_shown = value >= U' ' && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return may_be_shown ? utf8::encode(value) : std::string(" ");
}

/// &nbsp; &#3585; &#xE01; at `first`.
std::optional<Find> entity_at(std::u32string_view text, std::size_t first) {
  if (text[first] != U'&') return std::nullopt;
  const std::size_t end = text.substr(first, longest_entity + 1).find(U';');
  if (end == std::u32string_view::npos) return std::nullopt;
  const std::u32string_view inside = text.substr(first + 1, end - 1);
  if (inside.size() < 2) return std::nullopt;
  if (inside.front() != U'#') {
    const Named* entity = named(entities, inside);
    return entity == nullptr ? std::nullopt : found_as(first, end + 1, *entity);
  }
  const bool is_hex = (inside[1] | 0x20U) == U'x';
  const std::u32string_view digits = inside.substr(is_hex ? 2 : 1);
  const bool is_number =
      !digits.empty() && std::all_of(digits.begin(), digits.end(), is_hex ? is_hexadecimal : is_ascii_digit);
  if (!is_number) return std::nullopt;
  const std::string character = character_of(digits, is_hex ? 16 : 10);
  return Find{first, end + 1, 1, {character, character}};
}

/// <br/> </p> <span style="…"> at `first`.
std::optional<Find> tag_at(std::u32string_view text, std::size_t first) {
  if (text[first] != U'<') return std::nullopt;
  const std::size_t name = first + (at_or_end(text, first + 1) == U'/' ? 2 : 1);
  std::size_t end = name;
  std::u32string lower;
  const auto is_in_name = [&](char32_t c) { return is_latin_letter(c) || is_ascii_digit(c); };
  for (; end < name + longest_tag_name && is_in_name(at_or_end(text, end)); ++end) {
    lower += is_latin_letter(text[end]) ? text[end] | 0x20U : text[end];
  }
  const Named* tag = named(tags, lower);
  constexpr std::u32string_view behind_name = U" />";
  if (tag == nullptr || behind_name.find(at_or_end(text, end)) == std::u32string_view::npos) return std::nullopt;
  constexpr std::size_t longest_tag = 500;
  const std::size_t close = text.substr(end, longest_tag).find(U'>');
  return close == std::u32string_view::npos ? std::nullopt : found_as(first, end + close + 1 - first, *tag);
}

/// A backslash with n, r, t, or u and four digits, written out; in C:\new it is none.
std::optional<Find> escape_at(std::u32string_view text, std::size_t first) {
  if (text[first] != U'\\') return std::nullopt;
  const char32_t letter = at_or_end(text, first + 1);
  const std::u32string_view digits = text.substr(std::min(first + 2, text.size()), 4);
  if (letter == U'u' && digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_hexadecimal)) {
    const std::string character = character_of(digits, 16);
    return Find{first, 6, 1, {character, character}};
  }
  const char32_t next = at_or_end(text, first + 2);
  if (is_latin_letter(next) || next == U'_' || (first > 0 && text[first - 1] == U':')) return std::nullopt;
  if (letter == U'n' || letter == U'r') return Find{first, 2, 1, {"การขึ้นบรรทัดใหม่", "a line break"}};
  return letter == U't' ? std::optional(Find{first, 2, 1, {"แท็บ", "a tab"}}) : std::nullopt;
}

/// What Excel writes for a line break into some files.
std::optional<Find> excel_escape_at(std::u32string_view text, std::size_t first) {
  constexpr std::u32string_view line_break = U"_x000D_";
  if (text[first] != U'_' || !text.substr(first).starts_with(line_break)) return std::nullopt;
  return Find{first, line_break.size(), 1, {"การขึ้นบรรทัดใหม่", "a line break"}};
}

std::optional<Find> markup_at(std::u32string_view text, std::size_t first) {
  switch (text[first]) {
    case U'&':
      return entity_at(text, first);
    case U'<':
      return tag_at(text, first);
    case U'\\':
      return escape_at(text, first);
    case U'_':
      return excel_escape_at(text, first);
    default:
      return std::nullopt;
  }
}

std::string times(std::size_t count, const char* before, const char* after) {
  return count == 1 ? std::string() : before + std::to_string(count) + after;
}

void check_markup(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::optional<Find> told;
  for (std::size_t i = text.find_first_of(U"&<\\_"); i != std::u32string_view::npos;
       i = text.find_first_of(U"&<\\_", i)) {
    const auto found = markup_at(text, i);
    i += found ? found->size : 1;
    if (found && told) ++told->count;
    if (found && !told) told = found;
  }
  if (!told) return;
  const std::string written = quoted(text.substr(told->first, told->size));
  warn(diagnostics, "data.written-out-markup", place_in(passage, told->first),
       {written + " จะพิมพ์ออกมาตามตัวอักษร เดิมคือ " + told->was.thai + times(told->count, " (รวมรหัสเช่นนี้ ", " แห่ง)"),
        written + " will be printed as it stands; it was " + told->was.english +
            times(told->count, " (", " such codes in this value)")},
       {"ลบรหัสนี้ แล้วพิมพ์ตัวอักษรที่หมายถึง ขึ้นบรรทัดใหม่ในไฟล์ JSON เขียน \\n ด้วยเครื่องหมาย \\ ตัวเดียว",
        "take it out and type the character that is meant; a line break in JSON is \\n with one backslash"});
}

/// Words of nothing but question marks: a conversion had no letters for them.
void check_question_marks(const Passage& passage, Diagnostics& diagnostics) {
  const std::u32string_view text = passage.characters;
  std::optional<Find> told;
  for (std::size_t i = text.find(U'?'); i != std::u32string_view::npos; i = text.find(U'?', i)) {
    const std::size_t end = std::min(text.find_first_not_of(U'?', i), text.size());
    const bool is_word = (i == 0 || is_space(text[i - 1])) && end - i >= shortest_lost_word;
    const bool is_long = end - i > 2 * shortest_lost_word;
    if (is_word || is_long) {
      if (told) ++told->count;
      if (!told) told = Find{i, end - i, 1, {}};
    }
    i = end;
  }
  if (!told) return;
  const std::string marks = quoted(text.substr(told->first, told->size));
  warn(diagnostics, "data.lost-letters", place_in(passage, told->first),
       {marks + " น่าจะเป็นตัวอักษรที่หายไปตอนแปลงไฟล์" + times(told->count, " (รวม ", " คำ)"),
        marks + " is probably letters that were lost in a conversion" + times(told->count, " (", " words)")},
       {"พิมพ์ใหม่จากต้นฉบับ หรือบันทึกต้นฉบับเป็น UTF-8 แล้วคัดลอกอีกครั้ง",
        "type it again from the original, or save the original as UTF-8 and copy it again"});
}

void check_code_pages(const Passage& passage, Diagnostics& diagnostics) {
  const auto garbled = find_garbled(passage.characters);
  if (!garbled) return;
  warn(diagnostics, "data.mojibake", place_in(passage, garbled->first), told(*garbled, passage.characters),
       remedy(*garbled));
}

}  // namespace

void check_conversions(const Paper& paper, Diagnostics& diagnostics) {
  for_each_text(paper, diagnostics, [&](const Passage& passage) {
    check_code_pages(passage, diagnostics);
    check_markup(passage, diagnostics);
    check_question_marks(passage, diagnostics);
  });
}

}  // namespace krut::data::hygiene
