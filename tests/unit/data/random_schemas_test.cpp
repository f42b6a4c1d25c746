#include <nlohmann/json.hpp>
#include <random>

#include "verdict_kit.h"

namespace krut::data {

namespace {

using Written = nlohmann::ordered_json;

constexpr int schemas = 1'000;
constexpr int values_of_a_schema = 16;
constexpr int deepest_schema = 3;
constexpr int deepest_value = 3;

/// Schemas and values of few keys, texts and numbers, so that they meet.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Written schema(int depth) {
    if (one_in(20)) return one_in(2);
    Written made = Written::object();
    if (depth == 0 && one_in(4)) made["definitions"] = {{"d", schema(1)}, {"e", schema(2)}};
    if (depth > 0 && has_definitions_ && one_in(8))
      return {{"$ref", one_in(2) ? "#/definitions/d" : "#/definitions/e"}};
    if (depth == 0) has_definitions_ = made.contains("definitions");
    for (int left = 1 + number(3); left > 0; --left) add_keyword(made, depth);
    return made;
  }

  Written value(int depth) {
    switch (number(depth < deepest_value ? 8 : 6)) {
      case 0:
        return nullptr;
      case 1:
        return one_in(2);
      case 2:
        return number(7) - 1;
      case 3:
        return number(14) / 2.0 - 0.5;
      case 4:
      case 5:
        return text();
      case 6:
        return array(depth);
      default:
        return object(depth);
    }
  }

 private:
  void add_keyword(Written& made, int depth) {
    const bool is_deep = depth >= deepest_schema;
    switch (number(is_deep ? 9 : 17)) {
      case 0:
        made["type"] = type();
        break;
      case 1:
        made["type"] = {type(), type()};
        break;
      case 2:
        if (!made.contains("const")) made["enum"] = {plain(), plain(), plain()};
        break;
      case 3:
        if (!made.contains("enum")) made["const"] = plain();
        break;
      case 4:
        made[one_in(2) ? "minLength" : "maxLength"] = number(4);
        break;
      case 5:
        made[one_in(2) ? "minItems" : "maxItems"] = number(3);
        break;
      case 6:
        made[one_in(2) ? "minimum" : "maximum"] = number(10) / 2.0;
        break;
      case 7:
        made["pattern"] = one_in(2) ? "^[a-bก-ฮ]+$" : "b";
        break;
      case 8:
        made["required"] = {key()};
        break;
      case 9:
      case 10:
        made["properties"] = {{"a", schema(depth + 1)}, {"b", schema(depth + 1)}};
        break;
      case 11:
        add_rest(made, depth);
        break;
      case 12:
        made["items"] = schema(depth + 1);
        break;
      case 13:
        made["anyOf"] = list(depth);
        break;
      case 14:
        made["oneOf"] = list(depth);
        break;
      case 15:
        made["allOf"] = list(depth);
        break;
      default:
        made["if"] = schema(depth + 1);
        if (!one_in(4)) made["then"] = schema(depth + 1);
        if (!one_in(3)) made["else"] = schema(depth + 1);
        break;
    }
  }

  /// A closed object must name what it requires: that is a rule of ours.
  void add_rest(Written& made, int depth) {
    if (one_in(2)) {
      made["additionalProperties"] = schema(depth + 1);
      if (made["additionalProperties"] != false) return;
    }
    made["properties"] = {{"a", schema(depth + 1)}, {"b", schema(depth + 1)}, {"c", true}};
    made["additionalProperties"] = false;
  }

  Written list(int depth) {
    Written made = Written::array();
    for (int left = 1 + number(3); left > 0; --left) made.push_back(schema(depth + 1));
    return made;
  }

  Written array(int depth) {
    Written made = Written::array();
    for (int left = number(4); left > 0; --left) made.push_back(value(depth + 1));
    return made;
  }

  Written object(int depth) {
    Written made = Written::object();
    for (int left = number(4); left > 0; --left) made[key()] = value(depth + 1);
    return made;
  }

  Written plain() {
    const Written made = value(deepest_value);
    return made;
  }

  std::string text() { return std::vector<std::string>{"", "a", "b", "ab", "กข", "aกb", "ฯ"}[index(7)]; }
  std::string key() { return std::vector<std::string>{"a", "b", "c"}[index(3)]; }
  std::string type() {
    return std::vector<std::string>{"null", "boolean", "integer", "number", "string", "array", "object"}[index(7)];
  }
  std::size_t index(int below) { return static_cast<std::size_t>(number(below)); }
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool one_in(int chances) { return number(chances) == 0; }

  std::mt19937 random_;
  bool has_definitions_ = false;
};

/// The keys that a closed object requires and does not know are told as faults of the schema, and so are references
/// that lead round: such a schema is drawn again.
bool is_sound(const std::string& schema) {
  Diagnostics faults;
  return Schema::load(schema, "random.schema.json", faults).has_value();
}

TEST(RandomSchemas, are_understood_as_another_validator_does) {
  Maker make(20261130);
  int accepted = 0;
  int refused = 0;
  int unsound = 0;
  for (int i = 0; i < schemas; ++i) {
    const std::string schema = make.schema(0).dump();
    if (!is_sound(schema)) {
      ++unsound;
      continue;
    }
    const kit::BothVerdicts verdicts(schema);
    for (int j = 0; j < values_of_a_schema; ++j) {
      const std::string data = make.value(0).dump();
      ++(verdicts.expect_agreement(kit::parsed(data), schema + ' ' + data) ? accepted : refused);
    }
    if (HasFailure()) FAIL() << "first schema with a difference: number " << i;
  }
  EXPECT_GT(accepted, schemas);
  EXPECT_GT(refused, schemas);
  EXPECT_LT(unsound, schemas / 4);
}

}  // namespace

}  // namespace krut::data
