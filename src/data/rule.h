#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/checked_data.h"
#include "data/pattern.h"

namespace krut::data {

/// The types of JSON Schema as bits, so that several can be allowed at once.
using Types = unsigned;
inline constexpr Types null_type = 1U;
inline constexpr Types boolean_type = 2U;
inline constexpr Types number_type = 4U;
inline constexpr Types integer_type = 8U;
inline constexpr Types text_type = 16U;
inline constexpr Types array_type = 32U;
inline constexpr Types object_type = 64U;
inline constexpr Types every_type = 127U;

struct Rule;

struct Property {
  std::string key;
  const Rule* rule = nullptr;
};

/// One schema or subschema, made ready for walking. `target` is set for a `$ref`; draft 7 ignores what stands beside
/// one, and so do we, but for its description.
struct Rule {
  Value source;  ///< where it stands in the schema
  const Rule* target = nullptr;
  std::string description;
  bool allows_nothing = false;  ///< the schema `false`
  bool only_requires = false;   ///< says nothing but `required`
  Types types = every_type;
  std::optional<std::vector<Value>> choices;                     ///< of `enum` or `const`
  std::set<std::string, std::less<>> choice_texts;               ///< those of them that are texts
  std::vector<Property> properties;                              ///< in schema order
  std::map<std::string, const Rule*, std::less<>> rules_by_key;  ///< the same, to find one by its key
  bool allows_more = true;                                       ///< keys that `properties` does not name
  const Rule* more = nullptr;                                    ///< what they must fit; null: anything
  std::vector<std::string> required;
  std::set<std::string, std::less<>> required_keys;  ///< the same, to find one
  const Rule* items = nullptr;
  std::optional<std::size_t> fewest_items;
  std::optional<std::size_t> most_items;
  std::optional<std::size_t> fewest_characters;
  std::optional<std::size_t> most_characters;
  std::optional<double> least;
  std::optional<double> most;
  std::shared_ptr<const Pattern> pattern;
  std::string written_pattern;
  std::string format;
  std::vector<const Rule*> any_of;
  std::vector<const Rule*> one_of;
  std::vector<const Rule*> all_of;
  const Rule* condition = nullptr;  ///< `if`
  const Rule* consequence = nullptr;
  const Rule* alternative = nullptr;
  std::optional<Value> example;  ///< the first of `examples`

  /// The rule that counts: this one, or where its `$ref`s lead.
  [[nodiscard]] const Rule& resolved() const {
    const Rule* rule = this;
    while (rule->target != nullptr) rule = rule->target;
    return *rule;
  }
  /// A date; or a text that is a date, or what is known of one yet (a month), one alternative for each.
  [[nodiscard]] bool is_date() const;
  [[nodiscard]] const Rule* property(std::string_view key) const;
  [[nodiscard]] bool requires_key(std::string_view key) const;
};

using Rules = std::map<std::string, std::unique_ptr<Rule>>;

struct Schema::Compiled {
  Json json;
  Rules rules;  ///< by JSON pointer
  const Rule* root = nullptr;
};

/// Makes rules of a schema's text; what is wrong with the schema itself goes to `diagnostics`.
[[nodiscard]] Rules compile_rules(const Json& schema, Diagnostics& diagnostics);

/// Tells rules that lead back to themselves before the data has been gone one step into, and those that lead too far or
/// ask too much of one value, so that no walk over rules runs without end or out of stack.
void check_ways(const Rules& rules, Diagnostics& diagnostics);

}  // namespace krut::data
