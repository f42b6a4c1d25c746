#include <algorithm>

#include "data_kit.h"

namespace krut::data {

namespace {

const char* const schema_text = R"({
  "type": "object", "required": ["name", "kinds"],
  "properties": {
    "layout": {"description": "แบบ · layout", "type": "string"},
    "name": {"description": "ชื่อ · name", "type": "string", "minLength": 1},
    "kinds": {"description": "ชนิด · kinds", "type": "array", "minItems": 2, "items": {"description": "ชนิดหนึ่ง · a kind", "enum": ["ก", "ข"]}},
    "day": {"description": "วัน · day", "type": "string", "format": "date", "examples": ["2023-04-10"]},
    "people": {"description": "คน · people", "type": "array", "items": {"$ref": "#/definitions/person"}},
    "year": {"description": "ปี · year", "type": "integer", "minimum": 2500},
    "unused": {"description": "ไม่ใช้ · unused", "type": "string"}
  },
  "definitions": {
    "person": {"type": "object", "required": ["surname"], "properties": {
      "surname": {"description": "นามสกุล · surname", "type": "string"},
      "is_acting": {"description": "รักษาการ · acting", "type": "boolean"},
      "words": {"description": "ถ้อยคำ · words", "anyOf": [{"type": "string"}, {"type": "array"}]}}}
  }})";

std::string joined(const std::vector<SkeletonLine>& lines) {
  std::string text;
  for (const SkeletonLine& line : lines) text += line.json + '\n';
  return text;
}

const SkeletonLine* line_with(const std::vector<SkeletonLine>& lines, const std::string& piece) {
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [&](const SkeletonLine& line) { return line.json.find(piece) != std::string::npos; });
  return found == lines.end() ? nullptr : &*found;
}

TEST(Skeleton, holds_what_is_required_and_what_the_layout_uses_and_nothing_else) {
  const Schema schema = kit::loaded(schema_text);
  EXPECT_EQ(joined(skeleton(schema, {"/day", "/people", "/people/*/words", "/year"}, "forms/x")), R"({
  "layout": "forms/x",
  "name": "< ชื่อ >",
  "kinds": [
    "ก",
    "ก"
  ],
  "day": "1900-01-01",
  "people": [
    {
      "surname": "< นามสกุล >",
      "words": "< ถ้อยคำ >"
    }
  ],
  "year": 2500
}
)");
}

TEST(Skeleton, fits_the_schema_it_was_made_from) {
  const Schema schema = kit::loaded(schema_text);
  Diagnostics diagnostics;
  const std::string text = joined(skeleton(schema, {"/people/*/is_acting", "/unused"}, "x"));
  const auto json = Json::parse(text, "new.json", diagnostics);
  ASSERT_TRUE(json);
  EXPECT_TRUE(CheckedData::check(*json, schema, diagnostics)) << text;
}

TEST(Skeleton, says_in_both_languages_what_each_value_is_and_which_are_required) {
  const auto lines = skeleton(kit::loaded(schema_text), {"/people"}, "x");
  const SkeletonLine* const name = line_with(lines, "\"name\"");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->note.thai, "ชื่อ");
  EXPECT_EQ(name->note.english, "name");
  EXPECT_TRUE(name->is_required);
  const SkeletonLine* const people = line_with(lines, "\"people\"");
  ASSERT_NE(people, nullptr);
  EXPECT_FALSE(people->is_required);
  const SkeletonLine* const kind = line_with(lines, "\"ก\"");
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(kind->note.thai, "ชนิดหนึ่ง (ก | ข)");
}

TEST(Skeleton, keeps_quotes_and_backslashes_of_a_description_readable_as_json) {
  const Schema schema = kit::loaded(R"j({"type": "object", "required": ["a"], "properties": {
    "a": {"description": "เช่น \"ก\\ข\" · such as", "type": "string"}}})j");
  Diagnostics diagnostics;
  const auto json = Json::parse(joined(skeleton(schema, {}, "x")), "new.json", diagnostics);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->root().member("a")->text(), "< เช่น \"ก\\ข\" >");
}

}  // namespace

}  // namespace krut::data
