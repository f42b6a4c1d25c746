#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/hygiene/rules.h"
#include "data/tree.h"

namespace krut::data::hygiene {

namespace {

constexpr std::size_t most_digits = 4;
constexpr int none = -1;  // no number stands before

std::optional<int> whole_number(const Value& value) {
  const std::string text = value.text();
  int number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  return status == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// A number at the start of a text with the sign that ends it: `๑.` or `2)`; nothing before a further digit, as in 1.5.
struct Typed {
  int number = 0;
  std::u32string sign;       ///< "." or ")" or nothing
  std::size_t end = 0;       ///< behind the sign
  bool is_followed = false;  ///< by more text
};

std::optional<Typed> typed_number(std::u32string_view text) {
  Typed typed;
  while (typed.end < text.size() && is_digit(text[typed.end])) {
    typed.number = typed.number * 10 + digit_value(text[typed.end]);
    if (++typed.end > most_digits) return std::nullopt;
  }
  if (typed.end == 0) return std::nullopt;
  if (typed.end < text.size() && (text[typed.end] == U'.' || text[typed.end] == U')')) typed.sign = text[typed.end++];
  while (typed.end < text.size() && is_space(text[typed.end])) ++typed.end;
  if (typed.end < text.size() && is_digit(text[typed.end])) return std::nullopt;
  typed.is_followed = typed.end < text.size();
  return typed;
}

std::optional<Typed> typed_number(const Value& value) {
  if (value.kind() != Kind::text) return std::nullopt;
  const std::string_view text = Access::text(value);
  if (text.empty() || !is_digit(utf8::decode(text, 0).character)) return std::nullopt;
  return typed_number(utf8::to_utf32(text));
}

/// Tells a number that does not follow from the one before; a list may begin with any, and begin again with 1.
void check_step(int before, int number, const Value& value, Diagnostics& diagnostics) {
  if (number == before + 1 || (number == 1 && before != 1)) return;
  const std::string now = std::to_string(number);
  const std::string last = std::to_string(before);
  const Place where = value.place();
  if (number == before) {
    return warn(diagnostics, "data.number-repeated", where,
                {"เลขข้อ " + now + " ซ้ำกับข้อก่อนหน้า", "the number " + now + " stands twice in a row"},
                {"แก้เป็น " + std::to_string(before + 1), "make it " + std::to_string(before + 1)});
  }
  if (number > before) {
    return warn(diagnostics, "data.number-gap", where,
                {"เลขข้อ " + now + " อยู่ถัดจากข้อ " + last + " เลขระหว่างนั้นขาดไป",
                 "the number " + now + " follows " + last + "; what is between is missing"},
                {"เติมข้อที่ขาด หรือแก้เป็น " + std::to_string(before + 1),
                 "add what is missing, or make it " + std::to_string(before + 1)});
  }
  warn(diagnostics, "data.number-order", where,
       {"เลขข้อ " + now + " อยู่หลังข้อ " + last, "the number " + now + " stands behind " + last},
       {"เรียงข้อใหม่ หรือแก้เป็น " + std::to_string(before + 1),
        "put them in order, or make it " + std::to_string(before + 1)});
}

class NumberingChecker {
 public:
  explicit NumberingChecker(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void walk(const Value& value) {
    if (value.kind() == Kind::object) {
      if (const auto items = value.member("ol")) check_ordered(value, *items);
      if (const auto items = value.member("ul")) check_dashes(*items);
    }
    if (value.kind() == Kind::array) {
      check_sequence_numbers(value);
      check_paragraphs(value);
    }
    for (std::size_t i = 0; i < value.size(); ++i) walk(value.element(i));
  }

 private:
  static Value text_of(const Value& item) { return item.member("text").value_or(item); }

  void check_ordered(const Value& list, const Value& items) {
    if (items.kind() != Kind::array) return;
    const auto start = list.member("start");
    int expected = start ? whole_number(*start).value_or(1) : 1;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Value item = items.element(i);
      const auto given = item.member("number");
      const auto number = given ? whole_number(*given) : std::nullopt;
      if (number && i > 0) check_step(expected - 1, *number, *given, diagnostics_);
      const int own = number.value_or(expected);
      check_typed_again(text_of(item), own);
      expected = own + 1;
    }
  }

  /// A number typed into the text of an item that gets the same number from its list.
  void check_typed_again(const Value& text, int own) {
    const auto typed = typed_number(text);
    if (!typed || typed->number != own || typed->sign.empty() || !typed->is_followed) return;
    const std::string number = std::to_string(own);
    warn(diagnostics_, "data.number-in-item", text.place(),
         {"ข้อความพิมพ์เลขข้อ " + number + " ไว้เอง จะซ้ำกับเลขที่รายการใส่ให้",
          "the text begins with the number " + number + ", which the list adds by itself"},
         {"ลบเลขออกจากข้อความ", "delete the number from the text"});
  }

  void check_dashes(const Value& items) {
    if (items.kind() != Kind::array) return;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Value text = text_of(items.element(i));
      const std::string_view words = text.kind() == Kind::text ? Access::text(text) : std::string_view();
      const bool has_dash = words.starts_with("- ") || words.starts_with("– ") || words.starts_with("• ");
      if (!has_dash) continue;
      warn(diagnostics_, "data.dash-in-item", text.place(),
           {"ข้อความพิมพ์ขีดไว้เอง จะซ้ำกับขีดที่รายการใส่ให้", "the text begins with a dash, which the list adds by itself"},
           {"ลบขีดออกจากข้อความ", "delete the dash from the text"});
    }
  }

  /// `seq_no` of neighbours: their steps, and whether all end in the same sign.
  void check_sequence_numbers(const Value& list) {
    std::optional<Typed> first;
    int before = none;
    bool is_form_told = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto value = list.element(i).member("seq_no");
      const auto typed = value ? typed_number(*value) : std::nullopt;
      if (!typed || typed->is_followed) {
        before = none;
        continue;
      }
      if (before != none) check_step(before, typed->number, *value, diagnostics_);
      before = typed->number;
      if (!first) first = typed;
      if (typed->sign == first->sign || is_form_told) continue;
      is_form_told = true;
      tell_form(*value, *first);
    }
  }

  void tell_form(const Value& value, const Typed& first) {
    const std::string here = value.text();
    const std::string wanted = std::to_string(first.number) + utf8::from_utf32(first.sign);
    warn(diagnostics_, "data.number-form", value.place(),
         {"เลขข้อ \"" + here + "\" ลงท้ายไม่เหมือนข้อแรก (" + wanted + ")",
          "the number \"" + here + "\" does not end as the first one does (" + wanted + ")"},
         {"ใส่จุดทุกข้อ หรือไม่ใส่เลย", "write the sign behind all numbers, or behind none"});
  }

  /// Paragraphs that people numbered by hand.
  void check_paragraphs(const Value& list) {
    int before = none;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Value each = list.element(i);
      const Value text = each.member("p").value_or(each);
      const auto typed = typed_number(text);
      if (!typed || typed->sign.empty() || !typed->is_followed) {
        before = none;
        continue;
      }
      if (before != none) check_step(before, typed->number, text, diagnostics_);
      before = typed->number;
    }
  }

  Diagnostics& diagnostics_;
};

// The ten indicators.

/// In the order of their numbers.
constexpr std::array<std::string_view, 10> indicator_keys = {
    "duty_performance", "budget_use",    "use_of_power",     "state_property_use", "corruption_solving",
    "service_quality",  "communication", "work_improvement", "disclosure",         "corruption_prevention"};
constexpr std::size_t nearly_all = 8;

struct Indicator {
  int number = 0;
  std::string name;
  Value value;  // of the number
};

std::vector<Indicator> numbered_indicators(const Value& root, Diagnostics& diagnostics) {
  std::vector<Indicator> all;
  const auto parts = root.member("parts");
  for (std::size_t p = 0; parts && parts->kind() == Kind::array && p < parts->size(); ++p) {
    const auto list = parts->element(p).member("indicators");
    for (std::size_t i = 0; list && list->kind() == Kind::array && i < list->size(); ++i) {
      const Value each = list->element(i);
      const auto value = each.member("number");
      const auto number = value ? whole_number(*value) : std::nullopt;
      if (!number) continue;
      const auto name = each.member("name");
      all.push_back({*number, name ? utf8::shortened(name->text(), limits::shown_characters) : std::string(), *value});
      const auto key = each.member("key");
      const auto known =
          key ? std::find(indicator_keys.begin(), indicator_keys.end(), key->text()) : indicator_keys.end();
      const auto by_key = known - indicator_keys.begin() + 1;
      if (known == indicator_keys.end() || by_key == *number) continue;
      warn(diagnostics, "data.indicator-number", value->place(),
           {"ตัวชี้วัด " + std::string(*known) + " คือตัวชี้วัดที่ " + std::to_string(by_key) + " ไม่ใช่ " + std::to_string(*number),
            std::string(*known) + " is indicator " + std::to_string(by_key) + ", not " + std::to_string(*number)},
           {"แก้ number หรือ key ให้ตรงกัน", "make number and key agree"});
    }
  }
  return all;
}

void check_indicators(const Value& root, Diagnostics& diagnostics) {
  const auto all = numbered_indicators(root, diagnostics);
  std::array<const Indicator*, indicator_keys.size() + 1> seen{};
  std::size_t count = 0;
  for (const Indicator& each : all) {
    if (each.number < 1 || each.number >= static_cast<int>(seen.size())) continue;
    const Indicator*& slot = seen[static_cast<std::size_t>(each.number)];
    if (slot == nullptr) {
      slot = &each;
      ++count;
    } else if (slot->name != each.name) {
      const std::string number = std::to_string(each.number);
      warn(diagnostics, "data.indicator-number", each.value.place(),
           {"ตัวชี้วัดที่ " + number + " มีสองชื่อ: \"" + slot->name + "\" และ \"" + each.name + "\"",
            "indicator " + number + " has two names: \"" + slot->name + "\" and \"" + each.name + "\""},
           {"แก้เลขหรือชื่อตัวชี้วัด", "correct the number or the name"});
    }
  }
  if (count < nearly_all || count == indicator_keys.size() || seen[1] == nullptr || seen.back() == nullptr) return;
  for (std::size_t number = 1; number < seen.size(); ++number) {
    if (seen[number] != nullptr) continue;
    warn(diagnostics, "data.indicator-number", all.front().value.place(),
         {"มีตัวชี้วัดเกือบครบสิบตัว แต่ขาดตัวชี้วัดที่ " + std::to_string(number),
          "nearly all ten indicators are here, but indicator " + std::to_string(number) + " is missing"},
         {"เติมตัวชี้วัดที่ขาด", "add the missing indicator"});
  }
}

}  // namespace

void check_numbering(const Paper& paper, Diagnostics& diagnostics) {
  NumberingChecker(diagnostics).walk(paper.root);
  check_indicators(paper.root, diagnostics);
}

}  // namespace krut::data::hygiene
