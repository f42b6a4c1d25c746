#include "data/checker.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/limits.h"
#include "base/utf8.h"
#include "data/dates.h"
#include "data/sentences.h"
#include "data/tree.h"

namespace krut::data {

namespace {

Types type_of(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return null_type;
    case Kind::boolean:
      return boolean_type;
    case Kind::number: {
      const bool is_whole = Access::text(value).find_first_of(".eE") == std::string_view::npos;
      return is_whole ? number_type | integer_type : number_type;
    }
    case Kind::text:
      return text_type;
    case Kind::array:
      return array_type;
    case Kind::object:
      return object_type;
  }
  return 0;
}

/// The number next to the one written. One too large for a double has been refused by the reader.
double number_of(const Value& value) {
  const std::string_view text = Access::text(value);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The number, when it is a whole one that 64 bits hold.
std::optional<std::int64_t> integer_of(const Value& value) {
  const std::string_view text = Access::text(value);
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_same_number(const Value& a, const Value& b) {
  const auto left = integer_of(a);
  const auto right = integer_of(b);
  return left && right ? *left == *right : number_of(a) == number_of(b);
}

bool is_same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.kind() == Kind::boolean) return a.boolean() == b.boolean();
  if (a.kind() == Kind::number) return is_same_number(a, b);
  return Access::text(a) == Access::text(b) && a.size() == 0 && b.size() == 0;
}

/// The types that a rule takes, seen through references and alternatives.
Types types_taken(const Rule& unresolved) {
  const Rule& rule = unresolved.resolved();
  Types types = rule.types;
  const auto narrow = [&](const std::vector<const Rule*>& branches) {
    if (branches.empty()) return;
    Types together = 0;
    for (const Rule* branch : branches) together |= branch->resolved().types;
    types &= together;
  };
  narrow(rule.any_of);
  narrow(rule.one_of);
  return types;
}

std::vector<std::string> keys_of(const Rule& rule) {
  std::vector<std::string> keys;
  for (const Property& property : rule.properties) keys.push_back(property.key);
  return keys;
}

bool has_required(const Value& value, const Rule& rule) {
  if (value.kind() != Kind::object) return true;
  return std::all_of(rule.required.begin(), rule.required.end(),
                     [&](const std::string& key) { return value.member(key).has_value(); });
}

constexpr std::size_t longest_character = 4;  ///< bytes in UTF-8 (RFC 3629, 3)

/// Values that even the smallest data counts as having, where `limits::value_checks` is held against it.
constexpr std::size_t min_values_counted = 256;

/// How often values may still be held against rules: alternatives inside alternatives multiply.
class Checks {
 public:
  explicit Checks(std::size_t values) : left_(limits::value_checks * std::max(values, min_values_counted)) {}

  /// False when nothing is left.
  bool take() { return left_ > 0 && --left_ > 0; }
  [[nodiscard]] bool is_spent() const { return left_ == 0; }

 private:
  std::size_t left_;
};

class Checker {
 public:
  Checker(Faults& faults, Checks& checks) : faults_(faults), checks_(checks) {}

  void check(const Value& value, const Rule& unresolved) {
    if (!checks_.take()) return;
    const Rule& rule = unresolved.resolved();
    if (value.size() != 0) Access::tree(value).budget.check();
    if (rule.allows_nothing) return add([&] { return sentences::not_allowed(value); });
    const Types taken = types_taken(rule);
    if ((taken & type_of(value)) == 0) return add([&] { return sentences::wrong_type(value, taken); });
    if (rule.choices) check_choice(value, rule);
    if (value.kind() == Kind::object) check_object(value, rule);
    if (value.kind() == Kind::array) check_array(value, rule);
    if (value.kind() == Kind::text) check_text(value, rule);
    if (value.kind() == Kind::number) check_number(value, rule);
    if (!rule.any_of.empty()) check_alternatives(value, rule.any_of, false, rule);
    if (!rule.one_of.empty()) check_alternatives(value, rule.one_of, true, rule);
    for (const Rule* part : rule.all_of) check(value, *part);
    check_condition(value, rule);
  }

 private:
  [[nodiscard]] bool is_full() const { return faults_.told.size() >= limits::diagnostics; }

  /// `make` gives the diagnostic; it is not called for a fault that is only counted.
  template <typename Make>
  void add(Make make, const Node* object = nullptr, std::size_t member = 0) {
    if (is_full()) {
      ++faults_.untold;
    } else {
      faults_.told.push_back({make(), object, member});
    }
  }

  void check_choice(const Value& value, const Rule& rule) {
    const std::vector<Value>& choices = *rule.choices;
    const bool is_one =
        value.kind() == Kind::text
            ? rule.choice_texts.find(Access::text(value)) != rule.choice_texts.end()
            : std::any_of(choices.begin(), choices.end(), [&](const Value& choice) { return is_same(value, choice); });
    if (!is_one) add([&] { return sentences::wrong_value(value, choices); });
  }

  void check_object(const Value& value, const Rule& rule) {
    std::vector<std::string> allowed;   // gathered for the first unknown key
    std::vector<std::string> mistyped;  // keys whose place a near miss has taken
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string_view key = Access::key(value, i);
      if (const Rule* const known = rule.property(key)) {
        check(value.element(i), *known);
      } else if (!rule.allows_more) {
        if (allowed.empty()) allowed = keys_of(rule);
        if (!is_full()) mistyped.push_back(did_you_mean(key, allowed));
        add([&] { return sentences::unknown_key(value, i, allowed); }, &Access::node(value), i);
      } else if (rule.more != nullptr) {
        check(value.element(i), *rule.more);
      }
    }
    for (const std::string& key : rule.required) {
      if (value.member(key) || std::find(mistyped.begin(), mistyped.end(), key) != mistyped.end()) continue;
      add([&] { return sentences::missing_key(value, key, rule.property(key)); });
    }
  }

  void check_array(const Value& value, const Rule& rule) {
    if (rule.fewest_items && value.size() < *rule.fewest_items) {
      add([&] { return sentences::too_few_items(value, *rule.fewest_items); });
    }
    if (rule.most_items && value.size() > *rule.most_items) {
      add([&] { return sentences::too_many_items(value, *rule.most_items); });
    }
    for (std::size_t i = 0; rule.items != nullptr && i < value.size(); ++i) check(value.element(i), *rule.items);
  }

  void check_text(const Value& value, const Rule& rule) {
    const std::string_view text = Access::text(value);
    if (rule.fewest_characters && text.size() / longest_character < *rule.fewest_characters &&
        utf8::count(text) < *rule.fewest_characters) {
      return add([&] { return sentences::too_short(value, *rule.fewest_characters); });
    }
    if (rule.most_characters && text.size() > *rule.most_characters && utf8::count(text) > *rule.most_characters) {
      return add([&] { return sentences::too_long(value, *rule.most_characters); });
    }
    if (rule.format == "date" && !is_date(text)) return add([&] { return sentences::bad_date(value); });
    if (rule.pattern == nullptr || rule.pattern->is_in(text)) return;
    add([&] {
      const bool is_number = rule.format == "decimal";
      return is_number ? sentences::bad_number_text(value) : sentences::bad_text(value, rule.written_pattern);
    });
  }

  static bool is_date(std::string_view text) {
    const auto day = read_iso_day(text);
    return day && is_in_calendar(*day) && !is_buddhist_year(day->year);
  }

  void check_number(const Value& value, const Rule& rule) {
    const double number = number_of(value);
    const bool is_out = (rule.least && number < *rule.least) || (rule.most && number > *rule.most);
    const bool wants_whole = (rule.types & number_type) == 0;
    if (is_out || (wants_whole && !integer_of(value))) {
      add([&] { return sentences::out_of_range(value, rule.least, rule.most); });
    }
  }

  void check_condition(const Value& value, const Rule& rule) {
    if (rule.condition == nullptr) return;
    const Rule* const then = faults_of(value, *rule.condition).empty() ? rule.consequence : rule.alternative;
    if (then != nullptr) check_branch_in(value, *then, rule);
  }

  /// Checks a part of a rule; where all that it says is `required`, missing keys are told with `whole`'s words.
  void check_branch_in(const Value& value, const Rule& part, const Rule& whole) {
    const Rule& rule = part.resolved();
    if (!rule.only_requires || value.kind() != Kind::object) return check(value, rule);
    for (const std::string& key : rule.required) {
      if (value.member(key) || stands_misspelt(value, {key}, whole)) continue;
      add([&] { return sentences::missing_key(value, key, whole.property(key)); });
    }
  }

  /// Whether a key that the object's rule refuses is a slip for one of those wanted.
  static bool stands_misspelt(const Value& object, const std::vector<std::string>& wanted, const Rule& rule) {
    if (rule.allows_more) return false;
    for (std::size_t i = 0; i < object.size(); ++i) {
      const std::string_view key = Access::key(object, i);
      if (rule.property(key) == nullptr && !did_you_mean(key, wanted).empty()) return true;
    }
    return false;
  }

  /// The alternatives are those of `whole`.
  void check_alternatives(const Value& value, const std::vector<const Rule*>& branches, bool wants_just_one,
                          const Rule& whole) {
    std::vector<const Rule*> by_type;
    std::vector<const Rule*> likely;
    for (const Rule* branch : branches) {
      const Rule& rule = branch->resolved();
      if (rule.allows_nothing || (types_taken(rule) & type_of(value)) == 0) continue;
      by_type.push_back(&rule);
      if (has_required(value, rule)) likely.push_back(&rule);
    }
    if (likely.empty()) return explain_none(value, by_type, whole);
    std::vector<Faults> found;
    found.reserve(likely.size());
    for (const Rule* rule : likely) {
      found.push_back(faults_of(value, *rule));
      if (found.back().empty() && !wants_just_one) return;
    }
    const auto fitting = std::count_if(found.begin(), found.end(), [](const auto& faults) { return faults.empty(); });
    if (fitting == 1) return;
    if (fitting > 1) return add([&] { return sentences::fits_several(value); });
    const auto best =
        std::min_element(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    append_best(value, std::move(*best), *likely[static_cast<std::size_t>(best - found.begin())], by_type);
  }

  /// No alternative has its required keys: says which would do, or what is wrong with the only one of that type.
  void explain_none(const Value& value, const std::vector<const Rule*>& by_type, const Rule& whole) {
    if (by_type.empty()) return add([&] { return sentences::fits_none(value); });
    if (by_type.size() == 1) return check(value, *by_type.front());
    std::vector<std::string> wanted;
    std::vector<std::string> allowed;
    bool allows_more = false;
    for (const Rule* rule : by_type) {
      if (!rule->required.empty()) wanted.push_back(rule->required.front());
      for (const Property& property : rule->properties) allowed.push_back(property.key);
      allows_more = allows_more || rule->allows_more;
    }
    bool is_near_miss = stands_misspelt(value, wanted, whole);
    for (std::size_t i = 0; !allows_more && i < value.size(); ++i) {
      const std::string_view key = Access::key(value, i);
      if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
      is_near_miss = is_near_miss || (!is_full() && !did_you_mean(key, wanted).empty());
      add([&] { return sentences::unknown_key(value, i, allowed); });
    }
    if (!is_near_miss) add([&] { return sentences::missing_one_of(value, wanted); });
  }

  /// A key that another alternative knows is not unknown: it stands beside one that excludes it.
  void append_best(const Value& value, Faults best, const Rule& chosen, const std::vector<const Rule*>& by_type) {
    faults_.untold += best.untold;
    for (Fault& fault : best.told) {
      if (fault.object == &Access::node(value) && !chosen.required.empty()) {
        const std::string_view key = Access::key(value, fault.member);
        const bool is_known_elsewhere = std::any_of(by_type.begin(), by_type.end(),
                                                    [&](const Rule* rule) { return rule->property(key) != nullptr; });
        if (is_known_elsewhere)
          fault.diagnostic = sentences::conflicting_keys(value, fault.member, chosen.required.front());
      }
      add([&] { return std::move(fault.diagnostic); }, fault.object, fault.member);
    }
  }

  [[nodiscard]] Faults faults_of(const Value& value, const Rule& rule) {
    Faults faults;
    Checker(faults, checks_).check(value, rule);
    return faults;
  }

  Faults& faults_;
  Checks& checks_;
};

}  // namespace

Faults find_faults(const Value& value, const Rule& rule) {
  Faults faults;
  Checks checks(Access::tree(value).nodes.size());
  Checker(faults, checks).check(value, rule);
  if (checks.is_spent()) faults.told.push_back({sentences::too_many_checks(value)});
  return faults;
}

}  // namespace krut::data
