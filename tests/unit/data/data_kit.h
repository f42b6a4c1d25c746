#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/limits.h"
#include "data/checked_data.h"

/// What the tests of the data room share.
namespace krut::data::kit {

inline const std::string source_folder = KRUT_SOURCE_FOLDER;

inline std::string read(const std::string& path) { return files::read_whole(path, limits::data_bytes); }

/// The JSON files of a folder below the source, by name.
inline std::vector<std::string> json_files(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder + '/' + folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::string all_messages(const Diagnostics& diagnostics, Language language) {
  std::string text;
  for (const Diagnostic& item : diagnostics.items()) text += format_for_people(item, language);
  return text;
}

inline std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

inline Json parsed(const std::string& text) {
  Diagnostics diagnostics;
  auto json = Json::parse(text, "test.json", diagnostics);
  EXPECT_TRUE(json) << all_messages(diagnostics, Language::english);
  return json ? *json : *Json::parse("null", "test.json", diagnostics);
}

inline Schema loaded(const std::string& text, const std::string& name = "test.schema.json") {
  Diagnostics diagnostics;
  auto schema = Schema::load(text, name, diagnostics);
  EXPECT_TRUE(schema) << all_messages(diagnostics, Language::english);
  return schema ? *schema : *Schema::load("{}", name, diagnostics);
}

inline Schema measures_schema() {
  return loaded(read(source_folder + "/layouts/ita/measures.schema.json"), "measures.schema.json");
}

inline Schema memo_schema() { return loaded(read(source_folder + "/layouts/memo.schema.json"), "memo.schema.json"); }

/// The codes of the faults that checking `data` against `schema` finds, with their places: "3:14 data.bad-date".
inline std::vector<std::string> faults(const std::string& data, const Schema& schema) {
  Diagnostics diagnostics;
  if (const auto json = Json::parse(data, "test.json", diagnostics)) {
    const bool is_checked = CheckedData::check(*json, schema, diagnostics).has_value();
    EXPECT_EQ(is_checked, diagnostics.empty());
  }
  std::vector<std::string> codes;
  for (const Diagnostic& item : diagnostics.items()) {
    codes.push_back(std::to_string(item.where.line) + ':' + std::to_string(item.where.column) + ' ' + item.code);
  }
  return codes;
}

}  // namespace krut::data::kit
