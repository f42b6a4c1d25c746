#include "verdict_kit.h"

namespace krut::data {

namespace {

TEST(Verdicts, agree_on_every_faulty_and_every_good_file) {
  const kit::BothVerdicts verdicts(kit::read(kit::source_folder + "/layouts/ita/measures.schema.json"));
  std::size_t compared = 0;
  for (const char* folder : {"tests/data/faulty", "tests/data/valid"}) {
    for (const std::string& path : kit::json_files(folder)) {
      Diagnostics diagnostics;
      const auto json = Json::parse(kit::read(path), path, diagnostics);
      if (!json) continue;
      verdicts.expect_agreement(*json, kit::file_name(path));
      ++compared;
    }
  }
  EXPECT_GE(compared, 40U);
}

struct Trial {
  const char* schema;
  std::vector<const char*> data;
};

const std::vector<Trial> trials = {
    {R"({"type": "integer", "minimum": 1, "maximum": 5})", {"0", "1", "5", "6", "2.5", "\"3\"", "-1"}},
    {R"({"type": "number", "minimum": 0.5})", {"0", "0.5", "1e3", "null", "99999999999999999999"}},
    {R"({"type": ["string", "null"]})", {"\"\"", "null", "0", "[]", "{}"}},
    {R"({"type": "boolean"})", {"true", "false", "0", "\"true\""}},
    {R"({"enum": ["a", 1, true, null]})", {"\"a\"", "\"b\"", "1", "2", "true", "false", "null", "[]", "{}"}},
    {R"({"const": "a"})", {"\"a\"", "\"A\"", "1"}},
    {R"({"minLength": 2, "maxLength": 3})", {"\"ก\"", "\"กข\"", "\"กขค\"", "\"กขคง\"", "1"}},
    {R"({"pattern": "^[0-9]+$"})", {"\"12\"", "\"1a\"", "\"\"", "12"}},
    {R"({"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string"}})",
     {"[]", "[\"a\"]", "[\"a\", \"b\", \"c\"]", "[1]", "{}"}},
    {R"({"required": ["a"], "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "number"}})",
     {"{}", R"({"a": ""})", R"({"a": 1})", R"({"a": "", "b": 1})", R"({"a": "", "b": ""})", "[]"}},
    {R"({"properties": {"a": {}}, "additionalProperties": false})", {"{}", R"({"a": 1})", R"({"b": 1})"}},
    {R"({"anyOf": [{"type": "string"}, {"type": "object", "required": ["a"]}, {"required": ["b"], "minLength": 3}]})",
     {"\"x\"", "{}", R"({"a": 1})", R"({"b": 1})", "1", "null"}},
    {R"({"oneOf": [{"type": "number", "minimum": 2}, {"type": "number", "maximum": 4}]})", {"1", "3", "5", "\"3\""}},
    {R"({"allOf": [{"type": "string"}, {"minLength": 2}]})", {"\"a\"", "\"ab\"", "1"}},
    {R"({"if": {"properties": {"k": {"const": 1}}, "required": ["k"]}, "then": {"required": ["a"]}, "else": {"required": ["b"]}})",
     {R"({"k": 1})", R"({"k": 1, "a": 0})", R"({"k": 2})", R"({"b": 0})", "{}"}},
    {R"({"properties": {"a": false, "b": true}})", {R"({"a": 1})", R"({"b": 1})", "{}"}},
    {R"({"$ref": "#/definitions/tree", "definitions": {"tree": {"type": "array", "items": {"$ref": "#/definitions/tree"}}}})",
     {"[]", "[[], [[]]]", "[[1]]", "1"}},
    {R"({"anyOf": [{"anyOf": [{"type": "string"}, {"type": "number"}]}, {"type": "null"}]})",
     {"1", "null", "true", "\"\""}},
};

TEST(Verdicts, agree_on_every_keyword) {
  for (const Trial& trial : trials) {
    const kit::BothVerdicts verdicts(trial.schema);
    for (const char* data : trial.data)
      verdicts.expect_agreement(kit::parsed(data), std::string(trial.schema) + ' ' + data);
  }
}

TEST(Verdicts, agree_where_a_part_says_more_than_what_is_required) {
  const kit::BothVerdicts verdicts(
      R"({"if": {"required": ["k"]}, "then": {"required": ["a"], "additionalProperties": false,
                                      "properties": {"a": {}, "k": {}}}, "else": {"anyOf": [{"required": ["b"]}]}})");
  for (const char* data : {"{}", R"({"b": 1})", R"({"k": 1})", R"({"k": 1, "a": 1})", R"({"k": 1, "a": 1, "c": 1})"})
    verdicts.expect_agreement(kit::parsed(data), data);
}

TEST(Verdicts, tell_neighbours_apart_that_a_double_does_not) {
  const Schema one = kit::loaded(R"({"const": 9007199254740993})");
  EXPECT_TRUE(kit::faults("9007199254740993", one).empty());
  EXPECT_FALSE(kit::faults("9007199254740992", one).empty());
}

TEST(Verdicts, refuse_dates_that_the_validator_would_let_pass) {
  const Schema schema = kit::loaded(R"({"type": "string", "format": "date"})");
  for (const char* day : {"2023-04-10", "2024-02-29", "1999-12-31"}) {
    EXPECT_TRUE(kit::faults('"' + std::string(day) + '"', schema).empty()) << day;
  }
  for (const char* day :
       {"2023-02-29", "2100-02-29", "2023-04-31", "2023-00-10", "2023-01-00", "2566-04-10", "12023-04-10", ""}) {
    EXPECT_EQ(kit::faults('"' + std::string(day) + '"', schema), std::vector<std::string>{"1:1 data.bad-date"}) << day;
  }
}

}  // namespace

}  // namespace krut::data
