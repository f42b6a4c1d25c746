#include "data/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "data/dates.h"
#include "data/tree.h"

namespace krut::data::sentences {

namespace {

constexpr std::size_t most_keys_listed = 16;
constexpr std::size_t most_characters_quoted = 40;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

/// The value as a short quotation for a sentence.
std::string cited(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < most_characters_quoted && end < text.size(); ++i) end += utf8::decode(text, end).size;
  return end == text.size() ? quoted(text) : quoted(std::string(text.substr(0, end)) + "…");
}

std::string cited(const Value& value) { return value.kind() == Kind::text ? cited(Access::text(value)) : value.text(); }

/// "a, b or c", each in quotation marks; of very many only the first.
Bilingual listed(const std::vector<std::string>& all) {
  constexpr std::size_t most_listed = 60;
  std::vector<std::string> words(all.begin(),
                                 all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_listed)));
  if (words.size() < all.size()) words.back() = "…";
  Bilingual list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    if (i > 0) list.thai += is_last ? " หรือ " : ", ";
    if (i > 0) list.english += is_last ? " or " : ", ";
    list.thai += quoted(words[i]);
    list.english += quoted(words[i]);
  }
  return list;
}

Bilingual name_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return {"ค่าว่าง (null)", "null"};
    case Kind::boolean:
      return {"true หรือ false", "true or false"};
    case Kind::number:
      return {"ตัวเลข", "a number"};
    case Kind::text:
      return {"ข้อความ", "text"};
    case Kind::array:
      return {"รายการ [ ]", "a list [ ]"};
    case Kind::object:
      return {"กลุ่มคีย์ { }", "a group of keys { }"};
  }
  return {};
}

Bilingual name_of(Types types) {
  Bilingual names;
  const auto add = [&](Types type, const Bilingual& name) {
    if ((types & type) == 0) return;
    names.thai += (names.thai.empty() ? "" : " หรือ ") + name.thai;
    names.english += (names.english.empty() ? "" : " or ") + name.english;
  };
  add(text_type, name_of(Kind::text));
  if ((types & number_type) != 0) {
    add(number_type, name_of(Kind::number));
  } else {
    add(integer_type, {"จำนวนเต็ม", "a whole number"});
  }
  add(boolean_type, name_of(Kind::boolean));
  add(array_type, name_of(Kind::array));
  add(object_type, name_of(Kind::object));
  add(null_type, name_of(Kind::null));
  return names;
}

/// A description of a schema: Thai, a middle dot, English. Either alone serves for both.
Bilingual split_description(const std::string& description) {
  constexpr std::string_view divider = " · ";
  const std::size_t at = description.find(divider);
  if (at == std::string::npos) return {description, description};
  return {description.substr(0, at), description.substr(at + divider.size())};
}

std::string number_text(double number) {
  const bool is_whole = std::floor(number) == number && std::abs(number) < 1e15;
  return is_whole ? std::to_string(static_cast<long long>(number)) : std::to_string(number);
}

Diagnostic fault(std::string code, Bilingual message, Place where, Bilingual hint) {
  return {std::move(code), Severity::error, std::move(message), std::move(where), {}, std::move(hint)};
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_thai_digit(std::string_view text) {
  const std::u32string characters = utf8::to_utf32(text);
  return std::any_of(characters.begin(), characters.end(), [](char32_t c) { return utf8::is_thai_digit(c); });
}

std::string with_arabic_digits(std::string_view text) {
  std::u32string characters = utf8::to_utf32(text);
  for (char32_t& c : characters) {
    if (utf8::is_thai_digit(c)) c = U'0' + (c - 0x0E50);
  }
  return utf8::from_utf32(characters);
}

Bilingual type_hint(const Value& value, Types wanted) {
  const Kind kind = value.kind();
  if (kind == Kind::null) {
    return {"ถ้าไม่มีข้อมูล ให้ลบคีย์นี้ออก", "when there is nothing to say, leave the key out"};
  }
  const bool is_single = kind == Kind::number || kind == Kind::boolean;
  if (is_single && (wanted & text_type) != 0) {
    const std::string better = quoted(value.text());
    return {"ใส่เครื่องหมายคำพูด: " + better, "put it in quotation marks: " + better};
  }
  if (kind == Kind::text && (wanted & integer_type) != 0) {
    const std::string digits = with_arabic_digits(Access::text(value));
    if (is_digits(digits)) {
      return {"เขียนด้วยเลขอารบิกไม่มีเครื่องหมายคำพูด: " + digits,
              "write it in Arabic digits without quotation marks: " + digits};
    }
    return {"เขียนด้วยเลขอารบิกไม่มีเครื่องหมายคำพูด", "write Arabic digits without quotation marks"};
  }
  if (kind == Kind::number && (wanted & integer_type) != 0) {
    return {"เขียนเป็นจำนวนเต็ม ไม่มีจุดทศนิยม", "write a whole number, without a decimal point"};
  }
  if ((wanted & array_type) != 0 && (wanted & text_type) == 0) {
    return {"ใส่ในวงเล็บเหลี่ยม [ ] แม้มีเพียงรายการเดียว", "put it in square brackets [ ], even when there is only one"};
  }
  if ((wanted & object_type) != 0) return {"เขียนแบบ { \"คีย์\": ค่า }", "write { \"key\": value }"};
  if ((wanted & text_type) != 0) {
    return {"เขียนเป็นข้อความเดียวในเครื่องหมายคำพูด", "write one text, in quotation marks"};
  }
  if ((wanted & integer_type) != 0) return {"เขียนเป็นตัวเลขเพียงค่าเดียว", "write a single number"};
  if ((wanted & boolean_type) != 0) {
    return {"เขียน true หรือ false ไม่มีเครื่องหมายคำพูด", "write true or false, without quotation marks"};
  }
  return {"ลบค่านี้ออก", "leave it out"};
}

}  // namespace

Bilingual subject(const Value& value) {
  const Tree& tree = Access::tree(value);
  const Node& node = Access::node(value);
  if (&node == tree.nodes.data()) return {"ข้อมูล", "the data"};
  const Node& parent = tree.nodes[node.parent];
  if (parent.kind == Kind::object) {
    const std::string key = cited(tree.view(tree.children[node.slot].key));
    return {key, key};
  }
  const std::string number = std::to_string(node.slot - parent.first_child + 1);
  const Bilingual list = subject(Access::value(tree, parent));
  return {"รายการที่ " + number + " ใน " + list.thai, "item " + number + " of " + list.english};
}

Diagnostic missing_key(const Value& object, const std::string& key, const Rule* rule) {
  const Bilingual where = subject(object);
  Bilingual what;
  if (rule != nullptr) what = split_description(rule->description);
  if (!what.thai.empty()) what = {" (" + what.thai + ")", " (" + what.english + ")"};
  const bool is_date = rule != nullptr && rule->resolved().is_date();
  const std::string sample = quoted(key) + (is_date ? ": \"2023-04-10\"" : ": …");
  return fault("data.missing-key",
               {where.thai + " ขาดคีย์ " + quoted(key) + what.thai,
                where.english + " lacks the key " + quoted(key) + what.english},
               object.place(), {"เพิ่ม " + sample, "add " + sample});
}

Diagnostic missing_one_of(const Value& object, const std::vector<std::string>& keys) {
  const Bilingual where = subject(object);
  const Bilingual list = listed(keys);
  const std::string sample = keys.empty() ? "…" : quoted(keys.front()) + ": …";
  return fault(
      "data.missing-key",
      {where.thai + " ต้องมีคีย์ " + list.thai + " อย่างน้อยหนึ่งคีย์", where.english + " needs the key " + list.english},
      object.place(), {"เพิ่มคีย์ใดคีย์หนึ่ง เช่น " + sample, "add one of them, such as " + sample});
}

Diagnostic unknown_key(const Value& object, std::size_t index, const std::vector<std::string>& wanted) {
  const Bilingual where = subject(object);
  const std::string key(Access::key(object, index));
  const std::string nearest = did_you_mean(key, wanted);
  Bilingual hint;
  if (!nearest.empty()) {
    hint = {"หมายถึง " + quoted(nearest) + " หรือไม่", "did you mean " + quoted(nearest) + "?"};
  } else if (!wanted.empty() && wanted.size() <= most_keys_listed) {
    const Bilingual list = listed(wanted);
    hint = {"คีย์ที่ใช้ได้คือ " + list.thai, "the keys allowed here are " + list.english};
  } else {
    hint = {"ลบคีย์นี้ หรือดูคีย์ที่ใช้ได้ด้วย krut schema", "leave it out, or see the keys allowed with krut schema"};
  }
  return fault("data.unknown-key",
               {where.thai + " ไม่มีคีย์ชื่อ " + cited(key), where.english + " knows no key " + cited(key)},
               Access::key_place(object, index), std::move(hint));
}

Diagnostic conflicting_keys(const Value& object, std::size_t index, const std::string& other) {
  const std::string key = cited(Access::key(object, index));
  return fault(
      "data.conflicting-keys",
      {"คีย์ " + key + " อยู่ร่วมกับ " + quoted(other) + " ไม่ได้", "the key " + key + " cannot stand beside " + quoted(other)},
      Access::key_place(object, index), {"แยกเป็นสองกลุ่ม { }", "put them into two groups { }"});
}

Diagnostic wrong_type(const Value& value, Types wanted) {
  const Bilingual what = subject(value);
  const Bilingual names = name_of(wanted);
  const Bilingual found = value.kind() == Kind::number
                              ? Bilingual{"ตัวเลข " + value.text(), "the number " + value.text()}
                              : name_of(value.kind());
  return fault("data.wrong-type",
               {what.thai + " ต้องเป็น" + names.thai + " แต่พบ" + found.thai,
                what.english + " must be " + names.english + ", not " + found.english},
               value.place(), type_hint(value, wanted));
}

Diagnostic wrong_value(const Value& value, const std::vector<Value>& choices) {
  const Bilingual what = subject(value);
  std::vector<std::string> words;
  words.reserve(choices.size());
  for (const Value& choice : choices) words.push_back(choice.text());
  const Bilingual list = listed(words);
  const std::string nearest = value.kind() == Kind::text ? did_you_mean(Access::text(value), words) : std::string();
  Bilingual hint = {"ลบออก", "leave it out"};
  if (!nearest.empty()) {
    hint = {"หมายถึง " + quoted(nearest) + " หรือไม่", "did you mean " + quoted(nearest) + "?"};
  } else if (words.size() == 1) {
    hint = {"เขียน " + list.thai, "write " + list.english};
  } else if (!words.empty()) {
    hint = {"เขียนค่าใดค่าหนึ่งในนี้ เช่น " + quoted(words.front()), "write one of these, such as " + quoted(words.front())};
  }
  const bool is_plain = value.kind() != Kind::array && value.kind() != Kind::object;
  const Bilingual found = is_plain ? Bilingual{cited(value), cited(value)} : name_of(value.kind());
  return fault("data.wrong-value",
               {what.thai + " ต้องเป็น " + list.thai + " ไม่ใช่ " + found.thai,
                what.english + " must be " + list.english + ", not " + found.english},
               value.place(), std::move(hint));
}

Diagnostic bad_date(const Value& value) {
  const std::string_view text = Access::text(value);
  const std::string cite = cited(text);
  const auto day = read_iso_day(text);
  const auto guess = guess_iso_date(text);
  if (day && is_buddhist_year(day->year)) {
    Bilingual hint{"ลบ 543 ออกจากปี", "subtract 543 from the year"};
    if (guess) hint = {hint.thai + ": " + quoted(*guess), hint.english + ": " + quoted(*guess)};
    return fault("data.bad-date",
                 {cite + " เป็นปี พ.ศ. วันที่ในข้อมูลต้องเป็น ค.ศ.",
                  cite + " has a year of the Buddhist Era; dates in the data are of the Common Era"},
                 value.place(), std::move(hint));
  }
  if (day) {
    Bilingual hint{"เดือนมีตั้งแต่ 01 ถึง 12", "months go from 01 to 12"};
    if (day->month >= 1 && day->month <= 12) {
      const std::string most = std::to_string(days_in_month(day->year, day->month));
      hint = {"เดือนนั้นมี " + most + " วัน", "that month has " + most + " days"};
    }
    return fault("data.bad-date", {"ไม่มีวันที่ " + cite + " ในปฏิทิน", "the calendar has no day " + cite}, value.place(),
                 std::move(hint));
  }
  const std::string sample = quoted(guess ? *guess : "2023-04-10");
  return fault("data.bad-date", {cite + " ไม่ใช่วันที่แบบ ปี-เดือน-วัน", cite + " is not a date written year-month-day"},
               value.place(),
               {guess ? "เขียน " + sample : "เขียนแบบ " + sample + " ปีเป็น ค.ศ. พิมพ์ออกมาเป็นวันที่ไทยเอง",
                guess ? "write " + sample : "write it like " + sample + "; it is printed as a Thai date"});
}

Diagnostic bad_number_text(const Value& value) {
  const std::string_view text = Access::text(value);
  const Bilingual what = subject(value);
  Bilingual hint{"เขียนแบบ \"97.44\" ทศนิยมไม่เกินสองตำแหน่ง", "write it like \"97.44\", with at most two decimals"};
  if (has_thai_digit(text)) {
    const std::string better = quoted(with_arabic_digits(text));
    hint = {"ใช้เลขอารบิก " + better + " เลขไทยพิมพ์ให้เองตาม \"digits\"",
            "use Arabic digits: " + better + "; Thai digits are printed as \"digits\" says"};
  }
  return fault("data.bad-number-text",
               {what.thai + " ต้องเป็นคะแนน 0 ถึง 100 ไม่ใช่ " + cited(text),
                what.english + " must be a score from 0 to 100, not " + cited(text)},
               value.place(), std::move(hint));
}

Diagnostic bad_text(const Value& value, const std::string& pattern) {
  const Bilingual what = subject(value);
  const std::string cite = cited(Access::text(value));
  return fault("data.bad-text",
               {what.thai + " ไม่ตรงตามรูปแบบที่กำหนด: " + cite, what.english + " does not have the form wanted: " + cite},
               value.place(), {"รูปแบบคือ " + pattern, "the form is " + pattern});
}

Diagnostic too_few_items(const Value& value, std::size_t fewest) {
  const Bilingual what = subject(value);
  const std::string least = std::to_string(fewest);
  const std::string found = std::to_string(value.size());
  const std::string missing = std::to_string(fewest - value.size());
  return fault("data.too-few",
               {what.thai + " ต้องมีอย่างน้อย " + least + " รายการ แต่มี " + found,
                what.english + " needs at least " + least + (fewest == 1 ? " item" : " items") + " but has " + found},
               value.place(), {"เพิ่มอีก " + missing + " รายการ", "add " + missing + " more"});
}

Diagnostic too_many_items(const Value& value, std::size_t most) {
  const Bilingual what = subject(value);
  const std::string limit = std::to_string(most);
  const std::string found = std::to_string(value.size());
  return fault("data.too-many",
               {what.thai + " มีได้ไม่เกิน " + limit + " รายการ แต่มี " + found,
                what.english + " takes at most " + limit + (most == 1 ? " item" : " items") + " but has " + found},
               value.place(), {"ลบหรือรวมให้เหลือไม่เกิน " + limit + " รายการ", "take out or join some: keep " + limit});
}

Diagnostic too_short(const Value& value, std::size_t fewest) {
  const Bilingual what = subject(value);
  if (fewest == 1) {
    return fault("data.empty-text", {what.thai + " ว่างเปล่า", what.english + " is empty"}, value.place(),
                 {"พิมพ์ข้อความ หรือลบคีย์นี้ถ้าไม่บังคับ", "give the text, or leave the key out if it may be"});
  }
  const std::string least = std::to_string(fewest);
  return fault(
      "data.too-short",
      {what.thai + " ต้องยาวอย่างน้อย " + least + " ตัวอักษร", what.english + " needs at least " + least + " characters"},
      value.place(), {"เขียนให้ยาวขึ้น", "write a longer text"});
}

Diagnostic too_long(const Value& value, std::size_t most) {
  const Bilingual what = subject(value);
  const std::string limit = std::to_string(most);
  const std::string found = std::to_string(utf8::count(Access::text(value)));
  return fault(
      "data.too-long",
      {what.thai + " ยาวได้ไม่เกิน " + limit + " ตัวอักษร", what.english + " takes at most " + limit + " characters"},
      value.place(), {"เขียนให้สั้นลง ตอนนี้ยาว " + found + " ตัวอักษร", "shorten it: it has " + found + " characters"});
}

Diagnostic out_of_range(const Value& value, std::optional<double> least, std::optional<double> most) {
  constexpr double century = 100;
  const Bilingual what = subject(value);
  Bilingual range;
  if (least && most) {
    range = {"ต้องอยู่ระหว่าง " + number_text(*least) + " ถึง " + number_text(*most),
             "must be from " + number_text(*least) + " to " + number_text(*most)};
  } else if (least) {
    range = {"ต้องไม่น้อยกว่า " + number_text(*least), "must be at least " + number_text(*least)};
  } else if (most) {
    range = {"ต้องไม่เกิน " + number_text(*most), "must be at most " + number_text(*most)};
  } else {
    range = {"มีหลักมากเกินไป", "has too many digits"};
  }
  const std::string written = value.text();
  Bilingual hint = {"ตรวจว่าพิมพ์ตัวเลขขาดหรือเกินหรือไม่", "see whether a digit is missing or one is too many"};
  const bool looks_like_year = is_digits(written) && written.size() == 4 && written[0] <= '2';
  const bool wants_era_year = least && most && *least > 24 * century && *most < 28 * century;
  if (looks_like_year && wants_era_year) {
    const std::string better = std::to_string(std::stoi(written) + 543);
    hint = {"ปีตรงนี้เป็น พ.ศ. เขียน " + better, "this year is of the Buddhist Era: write " + better};
  }
  return fault(
      "data.out-of-range",
      {what.thai + " " + range.thai + " ไม่ใช่ " + written, what.english + " " + range.english + ", not " + written},
      value.place(), std::move(hint));
}

Diagnostic not_allowed(const Value& value) {
  const Bilingual what = subject(value);
  return fault("data.not-allowed", {what.thai + " มีไม่ได้ตรงนี้", what.english + " must not stand here"}, value.place(),
               {"ลบออก", "take it out"});
}

Diagnostic fits_none(const Value& value) {
  const Bilingual what = subject(value);
  return fault("data.wrong-shape",
               {what.thai + " ไม่ตรงกับรูปแบบใดที่ใช้ได้", what.english + " has none of the shapes allowed"}, value.place(),
               {"ดูรูปแบบที่ใช้ได้ด้วย krut schema", "see the shapes allowed with krut schema"});
}

Diagnostic fits_several(const Value& value) {
  const Bilingual what = subject(value);
  return fault("data.wrong-shape", {what.thai + " ตรงกับหลายรูปแบบพร้อมกัน", what.english + " has several shapes at once"},
               value.place(), {"เหลือเฉพาะคีย์ของรูปแบบเดียว", "keep the keys of one shape only"});
}

Diagnostic too_many_checks(const Value& root) {
  return fault("data.too-many-checks",
               {"สคีมามีทางเลือกซ้อนกันมากจนตรวจข้อมูลนี้ไม่จบ",
                "the schema's alternatives, one inside another, are too many to check this data"},
               root.place(), {"ลด anyOf oneOf allOf ในสคีมา", "let the schema have fewer anyOf, oneOf and allOf"});
}

}  // namespace krut::data::sentences
