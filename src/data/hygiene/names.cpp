#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/edit_distance.h"
#include "base/utf8.h"
#include "data/hygiene/rules.h"

namespace krut::data::hygiene {

namespace {

constexpr std::size_t shortest_name = 3;
constexpr std::size_t long_name = 8;
constexpr std::size_t most_length_difference = 2;
constexpr std::size_t fewest_consonants = 3;
constexpr std::size_t most_name_characters = 20;
constexpr std::size_t longest_name = 100;  // a longer one is a text, not compared with others

/// Words that the name of an agency's place stands behind, the longer before the shorter that ends it.
constexpr std::array<std::u32string_view, 8> agency_words = {U"องค์การบริหารส่วนตำบล", U"เทศบาลตำบล",  U"เทศบาลเมือง",
                                                             U"เทศบาลนคร",          U"เทศมนตรีตำบล", U"เทศมนตรีเมือง",
                                                             U"เทศมนตรีนคร",         U"อบต."};

/// What names of places begin with; anything else behind an agency's word may be ordinary text.
constexpr std::array<std::u32string_view, 44> place_beginnings = {
    U"บ้าน", U"บาง", U"หนอง", U"โนน", U"ดอน",  U"ห้วย",  U"คลอง", U"ท่า",  U"วัง",  U"เขา", U"ดง",
    U"นา",  U"ทุ่ง",  U"ป่า",   U"โคก", U"แม่",   U"เวียง", U"เมือง", U"ลำ",  U"โพธิ์", U"โพน", U"ศรี",
    U"หัว",  U"ปาก", U"เกาะ", U"หาด", U"บึง",   U"สระ",  U"กุด",   U"ไผ่",  U"ม่วง", U"ลาด", U"ดอย",
    U"ควน", U"นิคม", U"แก่ง",  U"ผา",  U"เชียง", U"ร่อง",  U"หลัก",  U"ไทร", U"สวน", U"น้ำ",  U"ชุม"};

/// Ordinary words that begin like places.
constexpr std::array<std::u32string_view, 16> no_places = {
    U"นาย", U"นาง",     U"นาที",       U"นาน",    U"ลำดับ",    U"หัวหน้า",  U"หัวข้อ",       U"ท่าน",
    U"ท่าที", U"เมืองไทย", U"ลาดตระเวน", U"หลักสูตร", U"หลักเกณฑ์", U"หลักฐาน", U"สวนสาธารณะ", U"ชุมชน"};

/// Said just before another agency's name, they tell that it is meant.
constexpr std::array<std::u32string_view, 9> before_others = {U"กับ",  U"จาก", U"ณ",   U"ถึง",    U"ดูงาน",
                                                              U"และ", U"หรือ", U"โดย", U"ประสาน"};

template <std::size_t Size>
bool begins_with_one_of(std::u32string_view text, const std::array<std::u32string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

std::u32string consonants_of(std::u32string_view text) {
  std::u32string found;
  std::copy_if(text.begin(), text.end(), std::back_inserter(found), is_consonant);
  return found;
}

/// The size of the piece at the start of `text` whose consonants are those of `name`, or 0.
std::size_t size_with_same_consonants(std::u32string_view text, std::u32string_view name) {
  const std::u32string wanted = consonants_of(name);
  if (wanted.size() < fewest_consonants) return 0;
  std::size_t met = 0;
  std::size_t end = 0;
  for (; end < text.size() && is_thai_letter(text[end]); ++end) {
    if (met == wanted.size() && !leans_on_what_stands_before(text[end])) break;
    if (!is_consonant(text[end])) continue;
    if (met == wanted.size() || text[end] != wanted[met]) return 0;
    ++met;
  }
  return met == wanted.size() ? end : 0;
}

bool ends_there(std::u32string_view text, std::size_t size) {
  return size == text.size() || !is_thai_letter(text[size]);
}

/// The size of the piece at the start of `text` that looks like a slip in writing `name`, or 0: as long give or take
/// two, two characters in five at most different, and the same first consonant; or the same consonants. A short name
/// that differs in more than one character must end there, as กำกับ in กำกับติดตาม does not.
std::size_t size_of_misspelling(std::u32string_view text, std::u32string_view name) {
  if (name.size() < shortest_name || text.starts_with(name)) return 0;
  const std::u32string first = consonants_of(text.substr(0, 2)).substr(0, 1);
  if (first.empty() || first != consonants_of(name.substr(0, 2)).substr(0, 1)) return 0;
  std::size_t best = std::max<std::size_t>(1, name.size() * 2 / 5) + 1;
  std::size_t best_size = 0;
  const std::size_t shortest = name.size() - std::min(most_length_difference, name.size() - 1);
  for (std::size_t size = shortest; size <= name.size() + most_length_difference && size <= text.size(); ++size) {
    if (!is_thai_letter(text[size - 1])) break;
    const std::size_t distance = edit_distance(text.substr(0, size), name);
    if (distance > best || (distance == best && size != name.size())) continue;
    best = distance;
    best_size = size;
  }
  const bool is_near = best_size > 0 && (best == 1 || name.size() >= long_name || ends_there(text, best_size));
  return is_near ? best_size : size_with_same_consonants(text, name);
}

/// What the data says of its agency, in characters; empty where it says nothing.
struct Names {
  std::u32string place;  ///< of the agency: its name without the words for its kind
  std::u32string subdistrict;
  std::u32string district;
  std::u32string province;
};

std::u32string text_of(const Value& owner, std::string_view key) {
  const auto value = owner.member(key);
  if (!value || value->kind() != Kind::text) return {};
  std::u32string text = utf8::to_utf32(value->text());
  return text.size() <= longest_name ? text : std::u32string();
}

Names names_of(const Value& root) {
  Names names;
  const auto agency = root.member("agency");
  if (!agency || agency->kind() != Kind::object) return names;
  names.subdistrict = text_of(*agency, "subdistrict");
  names.district = text_of(*agency, "district");
  names.province = text_of(*agency, "province");
  const std::u32string name = text_of(*agency, "name");
  for (const std::u32string_view word : agency_words) {
    if (!name.starts_with(word)) continue;
    names.place = name.substr(word.size());
    names.place.erase(0, names.place.find_first_not_of(U' '));
    break;
  }
  return names;
}

class NameChecker {
 public:
  NameChecker(const Names& names, Diagnostics& diagnostics) : names_(names), diagnostics_(diagnostics) {}

  /// One walk over the text, whatever the number of words looked for.
  void check(const Passage& passage) {
    const std::u32string_view text = passage.characters;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!may_begin_word(text, at)) continue;
      const std::u32string_view rest = text.substr(at);
      if (rest.starts_with(district_word)) {
        check_spelling(passage, behind(text, at, district_word), names_.district);
        check_address(passage, behind(text, at, district_word));
      } else if (rest.starts_with(province_word)) {
        check_spelling(passage, behind(text, at, province_word), names_.province);
      } else if (rest.starts_with(subdistrict_word) && at > 0 && is_space(text[at - 1])) {
        check_spelling(passage, behind(text, at, subdistrict_word), names_.subdistrict);
      } else {
        check_agency(passage, at);
      }
    }
  }

 private:
  static constexpr std::size_t most_address_characters = 3 * longest_name;
  static constexpr std::u32string_view district_word = U"อำเภอ";
  static constexpr std::u32string_view province_word = U"จังหวัด";
  static constexpr std::u32string_view subdistrict_word = U"ตำบล";

  /// By the first two letters of these words and of the agencies': all but a few places are left at once.
  static constexpr bool may_begin_word(std::u32string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return false;
    const char32_t next = text[at + 1];
    switch (text[at]) {
      case U'อ':
        return next == U'ำ' || next == U'ง' || next == U'บ';
      case U'เ':
        return next == U'ท';
      case U'จ':
        return next == 0x0E31;  // ั
      case U'ต':
        return next == U'ำ';
      default:
        return false;
    }
  }

  /// The place behind the word at `at`, and behind one space there.
  static std::size_t behind(std::u32string_view text, std::size_t at, std::u32string_view word) {
    const std::size_t end = at + word.size();
    return end < text.size() && text[end] == U' ' ? end + 1 : end;
  }

  void check_agency(const Passage& passage, std::size_t at) {
    const std::u32string_view text = passage.characters;
    const auto* const word = std::find_if(agency_words.begin(), agency_words.end(),
                                          [&](std::u32string_view each) { return text.substr(at).starts_with(each); });
    if (word == agency_words.end() || names_.place.empty()) return;
    const std::size_t first = behind(text, at, *word);
    const std::u32string_view rest = text.substr(first);
    if (rest.starts_with(names_.place)) return;
    if (const std::size_t size = size_of_misspelling(rest, names_.place)) {
      return tell_spelling(passage, first, size, names_.place);
    }
    if (is_other_place(text.substr(0, at), rest)) tell_other(passage, at, first);
  }

  static bool is_other_place(std::u32string_view before, std::u32string_view rest) {
    while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
    const bool is_meant = std::any_of(before_others.begin(), before_others.end(),
                                      [&](std::u32string_view word) { return before.ends_with(word); });
    return !is_meant && begins_with_one_of(rest, place_beginnings) && !begins_with_one_of(rest, no_places);
  }

  void check_spelling(const Passage& passage, std::size_t at, const std::u32string& name) {
    if (name.empty()) return;
    const std::size_t size = size_of_misspelling(passage.characters.substr(at), name);
    if (size > 0) tell_spelling(passage, at, size, name);
  }

  /// "อำเภอX จังหวัดY" where one of them is this agency's and the other is not; X begins at `at`.
  void check_address(const Passage& passage, std::size_t at) {
    if (names_.district.empty() || names_.province.empty()) return;
    const std::u32string_view text = passage.characters.substr(0, at + most_address_characters);
    const std::size_t end = std::min(text.find(U' ', at), text.size());
    const std::size_t next = text.find_first_not_of(U' ', end);
    if (next == std::u32string_view::npos || !text.substr(next).starts_with(province_word)) return;
    const std::u32string_view district = text.substr(at, end - at);
    const std::size_t province_at = next + province_word.size();
    const std::u32string_view province = text.substr(province_at);
    const bool has_district = district == names_.district;
    const bool has_province = province.starts_with(names_.province);
    const bool is_thai = std::all_of(district.begin(), district.end(), is_thai_letter);
    if (has_province && !has_district && is_thai && size_of_misspelling(district, names_.district) == 0) {
      tell_place(passage, at, district, names_.district);
    }
    if (has_district && !has_province && size_of_misspelling(province, names_.province) == 0) {
      tell_place(passage, province_at, province.substr(0, province.find(U' ')), names_.province);
    }
  }

  void tell_spelling(const Passage& passage, std::size_t at, std::size_t size, const std::u32string& name) {
    const std::string found = quoted(passage.characters.substr(at, size));
    warn(diagnostics_, "data.name-spelling", place_in(passage, at),
         {found + " สะกดไม่ตรงกับ " + quoted(name), found + " is another spelling of " + quoted(name)},
         {"ใช้ชื่อเดียวกันทั้งเอกสาร ตามที่เขียนไว้ใน agency", "write the name as agency has it, in the whole paper"});
  }

  void tell_other(const Passage& passage, std::size_t at, std::size_t behind) {
    const std::u32string_view text = passage.characters;
    const std::u32string_view near = text.substr(0, behind + most_name_characters);
    std::size_t end = std::min(near.find(U' ', behind), near.size());
    const std::size_t furthest = std::min(end + most_marks, text.size());
    while (end < furthest && end > behind && leans_on_what_stands_before(text[end])) ++end;
    const std::string found = quoted(text.substr(at, end - at));
    warn(diagnostics_, "data.other-agency", place_in(passage, at),
         {found + " ไม่ใช่หน่วยงานของรายงานนี้ (" + utf8::from_utf32(names_.place) + ")",
          found + " is not the agency of this paper (" + utf8::from_utf32(names_.place) + ")"},
         {"ถ้าคัดลอกมาจากเอกสารของหน่วยงานอื่น ให้แก้ชื่อ", "if it was copied from another agency's paper, put the right name"});
  }

  void tell_place(const Passage& passage, std::size_t at, std::u32string_view found, const std::u32string& name) {
    warn(diagnostics_, "data.place-disagrees", place_in(passage, at),
         {quoted(found) + " ไม่ตรงกับ " + quoted(name) + " ของหน่วยงาน",
          quoted(found) + " does not agree with the agency's " + quoted(name)},
         {"ตรวจชื่ออำเภอและจังหวัดกับที่เขียนไว้ใน agency", "compare the district and the province with those of agency"});
  }

  const Names& names_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_names(const Paper& paper, Diagnostics& diagnostics) {
  const Names names = names_of(paper.root);
  NameChecker checker(names, diagnostics);
  for_each_text(paper, diagnostics, [&](const Passage& passage) { checker.check(passage); });
}

}  // namespace krut::data::hygiene
