#include <set>

#include "base/error.h"
#include "data_kit.h"

namespace krut::data {

namespace {

using Codes = std::vector<std::string>;

Codes complaints(const std::string& schema) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Schema::load(schema, "test.schema.json", diagnostics)) << schema;
  Codes codes;
  for (const Diagnostic& item : diagnostics.items()) {
    EXPECT_FALSE(item.hint.thai.empty() || item.hint.english.empty());
    codes.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
  }
  return codes;
}

/// A schema whose definitions d0, d1, … each hold `link` with the next one's name for @, the last one `end`.
std::string chain(std::size_t size, const std::string& link, const std::string& end) {
  std::string text = R"({"$ref": "#/definitions/d0", "definitions": {)";
  for (std::size_t i = 0; i < size; ++i) {
    std::string each = link;
    const std::string next = "{\"$ref\": \"#/definitions/d" + std::to_string(i + 1) + "\"}";
    for (std::size_t at = each.find('@'); at != std::string::npos; at = each.find('@', at + next.size()))
      each.replace(at, 1, next);
    text += "\"d" + std::to_string(i) + "\": " + each + ", ";
  }
  return text + "\"d" + std::to_string(size) + "\": " + end + "}}";
}

TEST(SchemaRecursion, that_goes_on_at_the_same_value_is_a_fault_with_its_place) {
  for (const char* keyword : {"allOf", "anyOf", "oneOf"}) {
    EXPECT_EQ(complaints("{\"" + std::string(keyword) + R"(": [{"type": "object"}, {"$ref": "#"}]})"),
              Codes{"1:41 schema.ref-loop"});
  }
  for (const char* keyword : {"if", "then", "else"}) {
    const auto codes = complaints("{\"if\": {}, \"" + std::string(keyword) + "\": {\"$ref\": \"#\"}}");
    ASSERT_EQ(codes.size(), 1U) << keyword;
    EXPECT_TRUE(codes.front().find("schema.ref-loop") != std::string::npos ||
                codes.front().find("duplicate-key") != std::string::npos);
  }
  EXPECT_EQ(complaints(R"({"definitions": {"a": {"anyOf": [{"allOf": [{"$ref": "#/definitions/b"}]}]},
                                           "b": {"oneOf": [{"$ref": "#/definitions/a"}]}}})"),
            (Codes{"1:54 schema.ref-loop", "2:69 schema.ref-loop"}));
}

TEST(SchemaRecursion, that_only_leads_to_a_circle_is_not_told_as_one) {
  EXPECT_EQ(complaints(R"({"allOf": [{"$ref": "#/definitions/a"}],
                           "definitions": {"a": {"allOf": [{"$ref": "#/definitions/a"}]}}})"),
            Codes{"2:69 schema.ref-loop"});
}

TEST(SchemaRecursion, of_a_list_in_a_list_goes_on_working) {
  const Schema schema = kit::loaded(R"({"$ref": "#/definitions/blocks", "definitions": {
    "blocks": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/definitions/block"}}]},
    "block": {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"ul": {"$ref": "#/definitions/blocks"}}}]}}})");
  EXPECT_TRUE(kit::faults(R"(["a", {"ul": ["b", {"ul": ["c"]}]}])", schema).empty());
  EXPECT_FALSE(kit::faults(R"(["a", {"ul": ["b", {"ul": [1]}]}])", schema).empty());
}

TEST(SchemaRecursion, of_any_depth_is_bounded) {
  EXPECT_EQ(complaints(chain(50'000, R"({"allOf": [@]})", "{}")).size(), 1U);
  EXPECT_EQ(complaints(chain(50'000, "@", "{}")).size(), 1U);
  EXPECT_EQ(complaints(chain(30'000, R"({"properties": {"a": @}})", "{}")).size(), 1U);
  EXPECT_EQ(complaints(chain(30'000, R"({"items": @})", "{}")).size(), 1U);
  EXPECT_EQ(complaints(chain(30'000, R"({"additionalProperties": @})", "{}")).size(), 1U);
}

TEST(SchemaRecursion, as_deep_as_it_may_be_is_walked) {
  const Schema schema = kit::loaded(chain(limits::schema_depth / 2 - 2, R"({"properties": {"a": @}})", "{}"));
  EXPECT_TRUE(kit::faults(R"({"a": {"a": {"a": 1}}})", schema).empty());
  const Schema beside =
      kit::loaded(chain((limits::schema_depth_of_value - 3) / 2, R"({"allOf": [@]})", R"({"type": "string"})"));
  EXPECT_TRUE(kit::faults(R"("a")", beside).empty());
  EXPECT_FALSE(kit::faults("1", beside).empty());
}

TEST(SchemaRecursion, that_doubles_at_each_step_is_a_fault) {
  EXPECT_EQ(complaints(chain(14, R"({"anyOf": [@, @]})", "{}")).size(), 1U);
}

TEST(SchemaRecursion, that_doubles_with_the_depth_of_the_data_ends) {
  const Schema schema = kit::loaded(R"({"allOf": [{"items": {"$ref": "#"}}, {"items": {"$ref": "#"}}]})");
  EXPECT_TRUE(kit::faults("[[[[]]]]", schema).empty());
  const std::string deep = std::string(60, '[') + std::string(60, ']');
  EXPECT_EQ(kit::faults(deep, schema), Codes{"1:1 data.too-many-checks"});
  // What a type excludes is not gone into.
  const Schema hidden = kit::loaded(R"({"anyOf": [{"type": "string", "items": {"$ref": "#"}},
                                                  {"type": "string", "items": {"$ref": "#"}}, {}]})");
  EXPECT_TRUE(kit::faults(deep, hidden).empty());
}

TEST(SchemaRecursion, makes_no_endless_skeleton) {
  const std::set<std::string> used;
  const Schema deep = kit::loaded(R"({"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}})");
  EXPECT_LT(skeleton(deep, used, "x").size(), 1'000U);
  const Schema wide = kit::loaded(
      R"({"type": "object", "required": ["a", "b"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}})");
  EXPECT_THROW(static_cast<void>(skeleton(wide, used, "x")), Error);
  const Schema many = kit::loaded(R"({"type": "array", "minItems": 4000000000, "items": {"type": "string"}})");
  EXPECT_THROW(static_cast<void>(skeleton(many, used, "x")), Error);
}

}  // namespace

}  // namespace krut::data
