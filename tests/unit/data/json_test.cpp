#include <random>

#include "base/utf8.h"
#include "data/places.h"
#include "data_kit.h"

namespace krut::data {

namespace {

std::string place_of(const Value& value) {
  const Place place = value.place();
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + place.pointer;
}

std::vector<std::string> codes_of(const std::string& text) {
  Diagnostics diagnostics;
  EXPECT_FALSE(Json::parse(text, "test.json", diagnostics));
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) {
    codes.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
  }
  return codes;
}

TEST(Json, gives_values_back_as_they_were_written) {
  const Json json = kit::parsed(R"({"a": "น้ำ", "b": 1.50, "c": true, "d": null, "e": [1, 2], "f": {}})");
  const Value root = json.root();
  EXPECT_EQ(root.kind(), Kind::object);
  EXPECT_EQ(root.size(), 6U);
  EXPECT_EQ(root.member("a")->text(), "น้ำ");
  EXPECT_EQ(root.member("b")->kind(), Kind::number);
  EXPECT_EQ(root.member("b")->text(), "1.50");
  EXPECT_TRUE(root.member("c")->boolean());
  EXPECT_EQ(root.member("c")->text(), "true");
  EXPECT_EQ(root.member("d")->kind(), Kind::null);
  EXPECT_EQ(root.member("e")->size(), 2U);
  EXPECT_EQ(root.member("e")->element(1).text(), "2");
  EXPECT_EQ(root.member("f")->size(), 0U);
  EXPECT_FALSE(root.member("g"));
  EXPECT_FALSE(root.member("e")->member("a"));
}

TEST(Json, keeps_keys_in_the_order_of_the_text) {
  const std::vector<std::string> expected = {"ข", "ก", "b", "a"};
  EXPECT_EQ(kit::parsed(R"({"ข": 1, "ก": 2, "b": 3, "a": 4})").root().keys(), expected);
}

TEST(Json, keeps_numbers_too_large_for_an_integer_as_written) {
  EXPECT_EQ(kit::parsed("[123456789012345678901234567890]").root().element(0).text(), "123456789012345678901234567890");
  EXPECT_EQ(kit::parsed("[-0.1E+05]").root().element(0).text(), "-0.1E+05");
}

TEST(Json, reads_escapes_and_characters_beyond_the_basic_plane) {
  const Json json = kit::parsed(R"(["\u0e01\u0e33", "a\"b\\c\/d\ne\tf", "\ud83d\ude00", "\\", "\\\\"])");
  const Value root = json.root();
  EXPECT_EQ(root.element(0).text(), "กำ");
  EXPECT_EQ(root.element(1).text(), "a\"b\\c/d\ne\tf");
  EXPECT_EQ(root.element(2).text(), "😀");
  EXPECT_EQ(root.element(3).text(), "\\");
  EXPECT_EQ(root.element(4).text(), "\\\\");
}

TEST(Json, names_the_place_of_every_value_in_characters) {
  const Json json = kit::parsed("{\n  \"น้ำใจ\": [10, \"ก็\", {\"ข\": true}],\n\t\"b\": -2.5e3\n}");
  const Value list = *json.root().member("น้ำใจ");
  EXPECT_EQ(place_of(json.root()), "test.json:1:1 ");
  EXPECT_EQ(place_of(list), "test.json:2:12 /น้ำใจ");
  EXPECT_EQ(place_of(list.element(0)), "test.json:2:13 /น้ำใจ/0");
  EXPECT_EQ(place_of(list.element(1)), "test.json:2:17 /น้ำใจ/1");
  EXPECT_EQ(place_of(*list.element(2).member("ข")), "test.json:2:29 /น้ำใจ/2/ข");
  EXPECT_EQ(place_of(*json.root().member("b")), "test.json:3:7 /b");
}

TEST(Json, escapes_slashes_and_tildes_in_pointers) {
  EXPECT_EQ(kit::parsed(R"({"a/b~c": [0]})").root().member("a/b~c")->element(0).pointer(), "/a~1b~0c/0");
}

TEST(Json, does_not_count_a_byte_order_mark) {
  const std::string text = "\xEF\xBB\xBF[\"ก\",\n 1]";
  const Json json = kit::parsed(text);
  EXPECT_EQ(place_of(json.root().element(0)), "test.json:1:2 /0");
  EXPECT_EQ(place_of(json.root().element(1)), "test.json:2:2 /1");
  EXPECT_EQ(json.text(), text);
}

TEST(Json, takes_windows_line_ends) {
  EXPECT_EQ(place_of(kit::parsed("[\r\n  1,\r\n  2\r\n]").root().element(1)), "test.json:3:3 /1");
}

TEST(Json, outlives_the_variable_it_was_parsed_into) {
  std::optional<Json> copy;
  {
    const Json json = kit::parsed(R"(["ยังอยู่"])");
    copy = json;
  }
  EXPECT_EQ(copy->root().element(0).text(), "ยังอยู่");
}

TEST(Json, names_every_doubled_key_in_a_large_object_too) {
  std::string text = "{\n";
  for (int i = 0; i < 40; ++i) text += "\"k" + std::to_string(i) + "\": 0,\n";
  text += "\"k7\": 1,\n\"k39\": 2,\n\"k7\": 3}";
  const std::vector<std::string> expected = {"42:1 data.duplicate-key", "43:1 data.duplicate-key",
                                             "44:1 data.duplicate-key"};
  EXPECT_EQ(codes_of(text), expected);
}

TEST(Json, names_several_faults_that_do_not_hinder_reading) {
  const std::vector<std::string> expected = {"1:9 data.control-character", "1:18 data.duplicate-key"};
  EXPECT_EQ(codes_of(R"({"a": "x\u0001", "a": 2})"), expected);
}

TEST(Json, refuses_every_sort_of_ill_formed_utf_8) {
  const std::vector<std::string> sorts = {"\x80",
                                          "\xC0\xAF",
                                          "\xC3",
                                          "\xE0\x80\xAF",
                                          "\xED\xA0\x80",
                                          "\xE0\xB8",
                                          "\xF0\x80\x80\xAF",
                                          "\xF4\x90\x80\x80",
                                          "\xF5\x80\x80\x80",
                                          "\xFF"};
  for (const std::string& sort : sorts) {
    EXPECT_EQ(codes_of("[\"ก" + sort + "\"]"), std::vector<std::string>{"1:4 data.bad-utf8"});
    EXPECT_EQ(codes_of("[1, " + sort + "]"), std::vector<std::string>{"1:5 data.bad-utf8"});
  }
}

TEST(Json, refuses_what_is_larger_or_fuller_than_the_limits) {
  EXPECT_EQ(codes_of(std::string(limits::data_bytes + 1, ' ')), std::vector<std::string>{"0:0 data.too-large"});
  std::string many = "[0";
  for (std::size_t i = 0; i < limits::data_values; ++i) many += ",0";
  const std::vector<std::string> codes = codes_of(many + "]");
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_NE(codes.front().find("data.too-many-values"), std::string::npos);
}

TEST(Json, nests_as_deep_as_the_limit_and_no_deeper) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(kit::parsed(nested(limits::data_depth)).root().size(), 1U);
  EXPECT_EQ(codes_of(nested(limits::data_depth + 1)), std::vector<std::string>{"1:65 data.too-deep"});
}

TEST(Places, count_like_a_reader_who_goes_from_the_start) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "ก", "ำ", "😀", "\n", "é"};
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += pieces[random() % (i < 10'000 ? 4 : pieces.size())];
  const Places places(text, 0);
  Position expected;
  for (std::size_t offset = 0; offset < text.size();) {
    const Position found = places.at(text, offset);
    ASSERT_EQ(found.line, expected.line) << offset;
    ASSERT_EQ(found.column, expected.column) << offset;
    expected = text[offset] == '\n' ? Position{expected.line + 1, 1} : Position{expected.line, expected.column + 1};
    offset += utf8::decode(text, offset).size;
  }
}

}  // namespace

}  // namespace krut::data
