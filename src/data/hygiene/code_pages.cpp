#include "data/hygiene/code_pages.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "data/hygiene/paper.h"

namespace krut::data::hygiene {

namespace {

/// The characters of the bytes 0x80 to 0xFF, U+FFFD for those without one.
struct CodePage {
  std::string_view name;
  std::u32string_view characters;
  std::size_t fewest_letters;  ///< of Thai in UTF-8 that run on, before they are told
};

constexpr char32_t first_byte = 0x80;
constexpr char32_t lost = 0xFFFD;
constexpr std::size_t shortest_tis_620 = 4;

constexpr std::array<CodePage, 4> code_pages = {{
    {"Windows-1252",
     U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
     U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
     2},
    {"Windows-874",
     U"€\uFFFD\uFFFD\uFFFD\uFFFD…\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD‘’“”•–—\uFFFD\uFFFD"
     U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\u00A0กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะ\u0E31าำ\u0E34\u0E35"
     U"\u0E36\u0E37\u0E38\u0E39\u0E3A\uFFFD\uFFFD\uFFFD\uFFFD฿เแโใไๅๆ\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E๏๐"
     U"๑๒๓"
     U"๔๕๖๗๘๙๚๛\uFFFD\uFFFD\uFFFD\uFFFD",
     3},
    {"Mac Roman",
     U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰"
     U"ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
     2},
    {"CP437",
     U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞"
     U"φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0",
     2},
}};

/// The control characters that programs read from the bytes 0x80 to 0x9F: Latin-1 has no others, and of Windows-1252
/// and Windows-874 they are those of the bytes without one.
bool is_byte_itself(char32_t c) { return c >= first_byte && c < 0xA0; }

/// The byte that `c` was read from, or 0 for none. A character lost on the way may have been any.
char32_t byte_of(const CodePage& page, char32_t c) {
  if (is_byte_itself(c)) return c;
  const std::size_t index = c < first_byte || c == lost ? std::u32string_view::npos : page.characters.find(c);
  return index == std::u32string_view::npos ? 0 : first_byte + static_cast<char32_t>(index);
}

/// A character of UTF-8 in the bytes that a text was read from.
struct Unit {
  char32_t character = 0;
  std::size_t size = 0;  ///< in characters of the garbled text; 0 for none
};

/// What a text in UTF-8 is looked through for: Thai with quotation marks, dashes and points of U+2000 to U+203F; signs
/// and letters of Latin-1, which in Windows-1252 begin with Â or Ã.
enum class Sought { thai, latin_1 };

Unit unit_at(const CodePage& page, Sought sought, std::u32string_view text, std::size_t at) {
  constexpr char32_t thai_lead = 0xE0;
  constexpr char32_t punctuation_lead = 0xE2;
  const auto byte = [&](std::size_t index) { return index < text.size() ? byte_of(page, text[index]) : 0; };
  const auto is_tail = [](char32_t each) { return each >= 0x80 && each < 0xC0; };
  const char32_t lead = byte(at);
  if (sought == Sought::latin_1) {
    const bool is_one = (lead == 0xC2 || lead == 0xC3) && is_tail(byte(at + 1));
    return is_one ? Unit{(lead - 0xC0) * 0x40 + byte(at + 1) - 0x80, 2} : Unit{};
  }
  if (lead != thai_lead && lead != punctuation_lead) return {};
  const char32_t second = byte(at + 1);
  if (lead == thai_lead && (second == 0xB8 || second == 0xB9) && at + 2 < text.size()) {
    if (text[at + 2] == lost) return {lost, 3};
    const char32_t third = byte(at + 2);
    const char32_t character = 0x0E00 + (second - 0xB8) * 0x40 + (third - 0x80);
    return is_tail(third) && utf8::is_thai(character) ? Unit{character, 3} : Unit{};
  }
  const bool is_punctuation = lead == punctuation_lead && second == 0x80 && is_tail(byte(at + 2));
  return is_punctuation ? Unit{0x2000 + (byte(at + 2) - 0x80), 3} : Unit{};
}

/// Collects what a text said while it is read a second time.
class Restored {
 public:
  void add_unit(std::size_t at, std::size_t size, char32_t character) {
    if (last_ == 0) first_ = at;
    if (last_ > 0) was_ += pending_;
    pending_.clear();
    was_ += character;
    last_ = at + size;
  }
  void add_plain(char32_t c) {
    if (last_ > 0) pending_ += c;
  }
  [[nodiscard]] Garbled take(std::string_view encoding, const CodePage& page) {
    return {first_, last_ - first_, std::move(was_), encoding, page.name};
  }

 private:
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::u32string was_;
  std::u32string pending_;  ///< what stands between two units
};

std::optional<Garbled> find_utf_8(const CodePage& page, Sought sought, std::u32string_view text) {
  Restored restored;
  std::size_t letters = 0;  // of Thai without a gap
  bool is_sure = false;
  for (std::size_t at = 0; at < text.size();) {
    const Unit unit = unit_at(page, sought, text, at);
    if (unit.size == 0) {
      restored.add_plain(text[at++]);
      letters = 0;
      continue;
    }
    const bool is_thai = utf8::is_thai(unit.character) || unit.character == lost;
    letters += is_thai ? 1 : 0;
    is_sure = is_sure || !is_thai || letters >= page.fewest_letters;
    restored.add_unit(at, unit.size, unit.character);
    at += unit.size;
  }
  return is_sure ? std::optional(restored.take("UTF-8", page)) : std::nullopt;
}

/// The Thai character of a byte of TIS-620, or 0.
char32_t tis_620(char32_t byte) {
  const bool is_letter = (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
  return is_letter ? byte - 0xA0 + 0x0E00 : 0;
}

/// Whether letters could be Thai: each mark and following vowel on something, and not all of one sort.
bool reads_as_thai(std::u32string_view letters) {
  bool has_vowel = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool leans = leans_on_what_stands_before(letters[i]);
    if (leans && (i == 0 || !is_thai_letter(letters[i - 1]) || is_leading_vowel(letters[i - 1]))) return false;
    has_vowel = has_vowel || leans || is_leading_vowel(letters[i]);
  }
  return has_vowel && std::set<char32_t>(letters.begin(), letters.end()).size() > 2;
}

std::optional<Garbled> find_tis_620(const CodePage& page, std::u32string_view text) {
  Restored restored;
  std::u32string run;
  bool is_sure = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char32_t letter = at < text.size() ? tis_620(byte_of(page, text[at])) : 0;
    if (letter != 0) {
      run += letter;
      restored.add_unit(at, 1, letter);
      continue;
    }
    is_sure = is_sure || (run.size() >= shortest_tis_620 && reads_as_thai(run));
    run.clear();
    if (at == text.size()) break;
    const char32_t c = text[at];  // a quotation mark or a point of Windows-874 among them
    restored.add_plain(is_byte_itself(c) ? code_pages[1].characters[c - first_byte] : c);
  }
  return is_sure ? std::optional(restored.take("TIS-620", page)) : std::nullopt;
}

/// Whether a text is worth reading as `page`: nearly none is.
bool may_be(const CodePage& page, std::u32string_view text) {
  if (&page == &code_pages[1]) {
    constexpr std::array<std::u32string_view, 3> leads = {U"เธ", U"เน", U"โ€"};
    return std::any_of(leads.begin(), leads.end(),
                       [&](std::u32string_view lead) { return text.find(lead) != std::u32string_view::npos; });
  }
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0xA0 && !utf8::is_thai(c); });
}

std::optional<Garbled> find_with_pages(std::u32string_view text) {
  for (const CodePage& page : code_pages) {
    if (!may_be(page, text)) continue;
    if (auto garbled = find_utf_8(page, Sought::thai, text)) return garbled;
  }
  for (const CodePage& page : code_pages) {
    if (&page == &code_pages[1] || !may_be(page, text)) continue;
    if (auto garbled = find_tis_620(page, text)) return garbled;
  }
  const CodePage& windows_1252 = code_pages.front();
  return may_be(windows_1252, text) ? find_utf_8(windows_1252, Sought::latin_1, text) : std::nullopt;
}

/// Whether a control character stands for a byte that Windows-1252 has a character for, and no Thai letter is in sight.
bool is_latin_1(std::u32string_view text) {
  const auto& windows_1252 = code_pages.front().characters;
  const bool has_thai = std::any_of(text.begin(), text.end(), [](char32_t c) { return utf8::is_thai(c); });
  return !has_thai && std::any_of(text.begin(), text.end(), [&](char32_t c) {
    return is_byte_itself(c) && windows_1252[c - first_byte] != lost;
  });
}

}  // namespace

std::optional<Garbled> find_garbled(std::u32string_view text) {
  auto garbled = find_with_pages(text);
  if (garbled && is_latin_1(text.substr(garbled->first, garbled->size))) garbled->read_as = "ISO-8859-1";
  return garbled;
}

Bilingual told(const Garbled& garbled, std::u32string_view text) {
  const std::string written = quoted(text.substr(garbled.first, garbled.size));
  const std::string was = quoted(garbled.was);
  const std::string from(garbled.encoding);
  const std::string as(garbled.read_as);
  return {written + " เป็นข้อความ " + from + " ที่ถูกอ่านเป็น " + as + " เดิมคือ " + was,
          written + " is " + from + " text read as " + as + "; it was " + was};
}

Bilingual remedy(const Garbled& garbled) {
  const std::string from(garbled.encoding);
  return {"เปิดต้นฉบับด้วยรหัส " + from + " แล้วคัดลอกอีกครั้ง", "open the original as " + from + " and copy it again"};
}

}  // namespace krut::data::hygiene
