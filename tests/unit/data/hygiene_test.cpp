#include "data/hygiene/hygiene.h"

#include <cstdlib>
#include <set>

#include "data_kit.h"

namespace krut::data {

namespace {

const std::string folder = "tests/data/hygiene";

/// What a user would see, in English and then in Thai; the data must fit its schema.
Diagnostics warnings(const std::string& path) {
  Diagnostics diagnostics;
  const auto json = Json::parse(kit::read(path), kit::file_name(path), diagnostics);
  EXPECT_TRUE(json && CheckedData::check(*json, kit::measures_schema(), diagnostics))
      << kit::all_messages(diagnostics, Language::english);
  if (json) review(*json, diagnostics);
  diagnostics.sort_by_place();
  return diagnostics;
}

class SlipsInData : public testing::TestWithParam<std::string> {};

TEST_P(SlipsInData, are_told_where_and_how_to_mend_them) {
  const std::string expected_path = std::filesystem::path(GetParam()).replace_extension(".expect").string();
  const Diagnostics diagnostics = warnings(GetParam());
  const std::string found =
      kit::all_messages(diagnostics, Language::english) + '\n' + kit::all_messages(diagnostics, Language::thai);
  if (std::getenv("KRUT_UPDATE_GOLDENS") != nullptr) files::write_whole({{expected_path, found}});
  EXPECT_EQ(found, kit::read(expected_path));
}

INSTANTIATE_TEST_SUITE_P(Cases, SlipsInData, testing::ValuesIn(kit::json_files(folder)), [](const auto& test) {
  std::string name = std::filesystem::path(test.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(SlipsInDataSet, are_warnings_in_both_languages_with_a_place_and_a_remedy) {
  for (const std::string& path : kit::json_files(folder)) {
    const Diagnostics diagnostics = warnings(path);
    for (const Diagnostic& item : diagnostics.items()) {
      EXPECT_EQ(item.severity, Severity::warning) << path;
      EXPECT_EQ(item.code.substr(0, 5), "data.") << path;
      EXPECT_NE(item.message.thai, item.message.english) << path;
      EXPECT_FALSE(item.hint.thai.empty() || item.hint.english.empty()) << path << ' ' << item.code;
      EXPECT_GT(item.where.line, 0) << path << ' ' << item.code;
    }
  }
}

class CleanExamples : public testing::TestWithParam<std::string> {};

TEST_P(CleanExamples, raise_no_warning) {
  Diagnostics diagnostics;
  const auto json = Json::parse(kit::read(GetParam()), kit::file_name(GetParam()), diagnostics);
  ASSERT_TRUE(json);
  review(*json, diagnostics);
  EXPECT_EQ(kit::all_messages(diagnostics, Language::english), "");
}

std::vector<std::string> clean_files() {
  std::vector<std::string> paths = kit::json_files("examples");
  for (const std::string& path : kit::json_files("tests/data/valid")) paths.push_back(path);
  return paths;
}

INSTANTIATE_TEST_SUITE_P(Files, CleanExamples, testing::ValuesIn(clean_files()), [](const auto& test) {
  const std::filesystem::path path(test.param);
  std::string name = path.parent_path().filename().string() + '_' + path.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace

}  // namespace krut::data
