#include "data_kit.h"

namespace krut::data {

namespace {

std::vector<std::string> complaints(const std::string& schema) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Schema::load(schema, "test.schema.json", diagnostics));
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) {
    EXPECT_FALSE(item.hint.thai.empty() || item.hint.english.empty()) << item.message.english;
    codes.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
  }
  return codes;
}

TEST(Schema, leads_from_the_root_to_every_place_of_the_data) {
  const Schema schema = kit::measures_schema();
  const auto measure =
      schema.root().member("parts")->element()->member("indicators")->element()->member("measures")->element();
  ASSERT_TRUE(measure);
  EXPECT_EQ(measure->kind(), ShapeKind::object);
  EXPECT_EQ(measure->member("method")->kind(), ShapeKind::blocks);
  EXPECT_EQ(measure->member("responsible")->kind(), ShapeKind::blocks);
  EXPECT_EQ(measure->member("completed_on")->kind(), ShapeKind::date);
  EXPECT_EQ(measure->member("dates")->kind(), ShapeKind::array);
  EXPECT_EQ(measure->member("dates")->element()->kind(), ShapeKind::date);
  EXPECT_EQ(measure->member("status")->kind(), ShapeKind::text);
  EXPECT_EQ(measure->member("status")->choices(), (std::vector<std::string>{"done", "in_progress", "not_started"}));
  EXPECT_FALSE(measure->member("methode"));
  EXPECT_TRUE(measure->is_required("responsible"));
  EXPECT_FALSE(measure->is_required("method"));
}

TEST(Schema, tells_the_kind_of_each_sort_of_value) {
  const Schema schema = kit::loaded(R"({"properties": {
    "any": {}, "text": {"type": "string"}, "date": {"type": "string", "format": "date"}, "number": {"type": "number"},
    "whole": {"type": "integer"}, "truth": {"type": "boolean"}, "list": {"items": {"type": "string"}},
    "open": {"type": ["string", "number"]}, "choice": {"enum": ["a", "b"]}, "mixed": {"enum": ["a", 1]},
    "content": {"oneOf": [{"type": "array"}, {"$ref": "#/definitions/text"}]},
    "either": {"anyOf": [{"type": "string"}, {"type": "number"}]}},
    "definitions": {"text": {"type": "string"}}})");
  const auto kind = [&](const char* key) { return schema.root().member(key)->kind(); };
  EXPECT_EQ(schema.root().kind(), ShapeKind::object);
  EXPECT_EQ(kind("any"), ShapeKind::any);
  EXPECT_EQ(kind("text"), ShapeKind::text);
  EXPECT_EQ(kind("date"), ShapeKind::date);
  EXPECT_EQ(kind("number"), ShapeKind::number);
  EXPECT_EQ(kind("whole"), ShapeKind::number);
  EXPECT_EQ(kind("truth"), ShapeKind::boolean);
  EXPECT_EQ(kind("list"), ShapeKind::array);
  EXPECT_EQ(kind("open"), ShapeKind::any);
  EXPECT_EQ(kind("choice"), ShapeKind::text);
  EXPECT_EQ(kind("mixed"), ShapeKind::any);
  EXPECT_EQ(kind("content"), ShapeKind::blocks);
  EXPECT_EQ(kind("either"), ShapeKind::any);
  EXPECT_EQ(schema.root().keys().front(), "any");
  EXPECT_EQ(schema.root().keys().back(), "either");
}

TEST(Schema, prefers_the_description_that_stands_nearest) {
  const Schema schema = kit::loaded(R"({"properties": {
    "near": {"description": "near", "$ref": "#/definitions/far"}, "none": {"$ref": "#/definitions/far"}},
    "definitions": {"far": {"description": "far"}}})");
  EXPECT_EQ(schema.root().member("near")->description(), "near");
  EXPECT_EQ(schema.root().member("none")->description(), "far");
}

TEST(Schema, goes_round_in_a_list_within_a_list) {
  const Schema schema = kit::loaded(R"({"$ref": "#/definitions/list",
    "definitions": {"list": {"type": "array", "items": {"$ref": "#/definitions/list"}}}})");
  Schema::Node node = schema.root();
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(node.kind(), ShapeKind::array);
    node = *node.element();
  }
}

TEST(Schema, outlives_the_variable_it_was_loaded_into) {
  std::optional<Schema> copy;
  {
    const Schema schema = kit::loaded(R"({"properties": {"a": {"type": "string"}}})");
    copy = schema;
  }
  EXPECT_EQ(copy->root().member("a")->kind(), ShapeKind::text);
}

TEST(Schema, is_refused_with_the_place_of_each_fault) {
  using Codes = std::vector<std::string>;
  EXPECT_EQ(complaints(R"({"propertys": {}})"), Codes{"1:2 schema.unknown-keyword"});
  EXPECT_EQ(complaints(R"({"type": "text"})"), Codes{"1:10 schema.wrong-type"});
  EXPECT_EQ(complaints(R"({"properties": []})"), Codes{"1:16 schema.wrong-type"});
  EXPECT_EQ(complaints(R"({"items": 3})"), Codes{"1:11 schema.wrong-type"});
  EXPECT_EQ(complaints(R"({"minItems": -1})"), Codes{"1:14 schema.wrong-type"});
  EXPECT_EQ(complaints(R"({"enum": [[1]]})"), Codes{"1:11 schema.wrong-type"});
  EXPECT_EQ(complaints(R"({"pattern": "("})"), Codes{"1:13 schema.bad-pattern"});
  EXPECT_EQ(complaints(R"({"$ref": "#/definitions/nowhere"})"), Codes{"1:10 schema.bad-ref"});
  EXPECT_EQ(complaints(R"({"$ref": "other.json"})"), Codes{"1:10 schema.bad-ref"});
  EXPECT_EQ(complaints(R"({"definitions": {"a": {"$ref": "#/definitions/a"}}})"), Codes{"1:32 schema.ref-loop"});
  EXPECT_EQ(complaints(R"({"required": ["b"], "properties": {"a": {}}, "additionalProperties": false})"),
            Codes{"1:15 schema.unknown-key"});
  EXPECT_EQ(complaints(R"({"type": "object",})"), Codes{"1:18 data.syntax"});
  EXPECT_EQ(complaints(R"({"type": "text", "items": 3, "foo": 1})").size(), 3U);
}

TEST(Schema, is_refused_when_larger_than_the_limit) {
  EXPECT_EQ(complaints(std::string(limits::layout_bytes + 1, ' ')), std::vector<std::string>{"0:0 schema.too-large"});
}

TEST(CheckedData, lists_as_many_faults_as_are_shown_and_counts_the_rest) {
  std::string data = "[0";
  for (std::size_t i = 0; i < limits::diagnostics + 4; ++i) data += ",0";
  Diagnostics diagnostics;
  const Schema schema = kit::loaded(R"({"items": {"type": "string"}})");
  EXPECT_FALSE(CheckedData::check(kit::parsed(data + "]"), schema, diagnostics));
  EXPECT_EQ(diagnostics.items().size(), limits::diagnostics);
  EXPECT_EQ(diagnostics.untold(), 5U);
  EXPECT_EQ(diagnostics.found(), limits::diagnostics + 5);
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(CheckedData, lists_faults_in_the_order_of_the_text) {
  const Schema schema = kit::loaded(R"({"required": ["z"], "additionalProperties": false,
    "properties": {"b": {"type": "string"}, "a": {"type": "string"}, "z": {}}})");
  const std::vector<std::string> expected = {"1:1 data.missing-key", "1:7 data.wrong-type", "2:1 data.unknown-key",
                                             "3:6 data.wrong-type"};
  EXPECT_EQ(kit::faults("{\"a\": 1,\n\"cccc\": 2,\n\"b\": 3}", schema), expected);
}

TEST(Schema, whose_lists_are_empty_or_of_the_wrong_kind_is_a_fault) {
  for (const char* text : {R"({"anyOf": []})", R"({"oneOf": []})", R"({"allOf": []})", R"({"enum": []})",
                           R"({"type": []})", R"({"type": ["string", "strng"]})", R"({"type": ["string", 1]})",
                           R"({"required": [1]})", R"({"const": {"a": 1}})", R"({"const": 1, "enum": [1, 2]})"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(Schema::load(text, "test.schema.json", diagnostics)) << text;
    EXPECT_EQ(diagnostics.items().front().code, "schema.wrong-type") << text;
  }
}

}  // namespace

}  // namespace krut::data
