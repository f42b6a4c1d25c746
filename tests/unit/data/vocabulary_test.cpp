#include <nlohmann/json.hpp>

#include "data_kit.h"

namespace krut::data {

namespace {

using nlohmann::json;

json schema_of(const std::string& name) { return json::parse(kit::read(kit::source_folder + "/layouts/" + name)); }

bool has_thai(const std::string& text) { return text.find("\xE0\xB8") != std::string::npos; }

/// Pointers of properties that do not say in Thai and in English what they are.
void find_undescribed(const json& schema, const std::string& pointer, std::vector<std::string>& found) {
  if (!schema.is_structured()) return;
  for (const auto& [key, part] : schema.items()) {
    const std::string here = pointer + '/' + key;
    if (key == "if") continue;  // a condition names no key of its own
    const bool is_property = pointer.ends_with("/properties") || pointer.ends_with("/definitions");
    const std::string text = is_property ? part.value("description", "") : "";
    if (is_property && (text.find(" · ") == std::string::npos || !has_thai(text))) found.push_back(here);
    find_undescribed(part, here, found);
  }
}

/// Pointers of objects that would let a misspelt key pass.
void find_lenient(const json& schema, const std::string& pointer, std::vector<std::string>& found) {
  if (!schema.is_structured()) return;
  const bool is_object =
      schema.is_object() && schema.value("type", json()) == "object" && schema.contains("properties");
  if (is_object && schema.value("additionalProperties", json(true)) != json(false)) found.push_back(pointer);
  for (const auto& [key, part] : schema.items()) find_lenient(part, pointer + '/' + key, found);
}

TEST(Vocabulary, fits_what_each_of_the_five_papers_says) {
  const Schema schema = kit::measures_schema();
  const std::vector<std::string> paths = kit::json_files("tests/data/valid");
  EXPECT_EQ(paths.size(), 5U);
  for (const std::string& path : paths) {
    Diagnostics diagnostics;
    const auto data = Json::parse(kit::read(path), kit::file_name(path), diagnostics);
    ASSERT_TRUE(data) << kit::all_messages(diagnostics, Language::english);
    EXPECT_TRUE(CheckedData::check(*data, schema, diagnostics)) << kit::all_messages(diagnostics, Language::english);
  }
}

TEST(Vocabulary, lets_a_report_be_printed_as_a_memo_too) {
  EXPECT_TRUE(
      kit::faults(kit::read(kit::source_folder + "/tests/data/valid/memo-report.json"), kit::memo_schema()).empty());
}

TEST(Vocabulary, says_in_thai_and_english_what_every_key_is) {
  for (const char* name : {"ita/measures.schema.json", "memo.schema.json"}) {
    std::vector<std::string> undescribed;
    find_undescribed(schema_of(name), "", undescribed);
    EXPECT_EQ(undescribed, std::vector<std::string>()) << name;
  }
}

TEST(Vocabulary, catches_a_misspelt_key_anywhere) {
  for (const char* name : {"ita/measures.schema.json", "memo.schema.json"}) {
    std::vector<std::string> lenient;
    find_lenient(schema_of(name), "", lenient);
    EXPECT_EQ(lenient, std::vector<std::string>()) << name;
  }
}

TEST(Vocabulary, means_the_same_in_the_memo_as_in_the_family) {
  const json family = schema_of("ita/measures.schema.json");
  const json memo = schema_of("memo.schema.json");
  for (const auto& [name, definition] : memo["definitions"].items()) {
    EXPECT_EQ(definition, family["definitions"][name]) << name;
  }
  std::vector<std::string> family_keys;
  std::vector<std::string> memo_keys;
  for (const auto& [key, part] : family["properties"].items()) family_keys.push_back(key);
  for (const auto& [key, part] : memo["properties"].items()) memo_keys.push_back(key);
  EXPECT_EQ(family_keys, memo_keys);
}

}  // namespace

}  // namespace krut::data
