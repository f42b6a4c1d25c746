#include <cstdlib>
#include <set>

#include "data_kit.h"

namespace krut::data {

namespace {

const std::string folder = "tests/data/faulty";
constexpr std::size_t fewest_cases = 30;

const Schema& measures() {
  static const Schema schema = kit::measures_schema();
  return schema;
}

/// What a user would see, in English and then in Thai.
std::string complaints(const std::string& path) {
  Diagnostics diagnostics;
  if (const auto json = Json::parse(kit::read(path), kit::file_name(path), diagnostics)) {
    EXPECT_FALSE(CheckedData::check(*json, measures(), diagnostics)) << path << " is not faulty";
  }
  EXPECT_TRUE(diagnostics.has_errors());
  return kit::all_messages(diagnostics, Language::english) + '\n' + kit::all_messages(diagnostics, Language::thai);
}

class FaultyData : public testing::TestWithParam<std::string> {};

TEST_P(FaultyData, is_told_where_and_how_to_mend_it) {
  const std::string expected_path = std::filesystem::path(GetParam()).replace_extension(".expect").string();
  const std::string found = complaints(GetParam());
  if (std::getenv("KRUT_UPDATE_GOLDENS") != nullptr) files::write_whole({{expected_path, found}});
  EXPECT_EQ(found, kit::read(expected_path));
}

INSTANTIATE_TEST_SUITE_P(Cases, FaultyData, testing::ValuesIn(kit::json_files(folder)), [](const auto& test) {
  std::string name = std::filesystem::path(test.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(FaultyDataSet, has_a_case_for_every_code_an_officer_can_meet) {
  const std::vector<std::string> paths = kit::json_files(folder);
  EXPECT_GE(paths.size(), fewest_cases);
  std::set<std::string> met;
  for (const std::string& path : paths) {
    Diagnostics diagnostics;
    const auto json = Json::parse(kit::read(path), path, diagnostics);
    if (json) CheckedData::check(*json, measures(), diagnostics);
    for (const Diagnostic& item : diagnostics.items()) met.insert(item.code);
  }
  const std::set<std::string> wanted = {
      "data.bad-date",          "data.bad-number-text", "data.bad-utf8",    "data.conflicting-keys",
      "data.control-character", "data.duplicate-key",   "data.empty-text",  "data.missing-key",
      "data.number-too-large",  "data.out-of-range",    "data.syntax",      "data.too-deep",
      "data.too-few",           "data.too-many",        "data.unknown-key", "data.wrong-type",
      "data.wrong-value"};
  EXPECT_EQ(met, wanted);
}

TEST(FaultyDataSet, says_of_every_fault_how_to_mend_it_in_both_languages) {
  for (const std::string& path : kit::json_files(folder)) {
    Diagnostics diagnostics;
    const auto json = Json::parse(kit::read(path), path, diagnostics);
    if (json) CheckedData::check(*json, measures(), diagnostics);
    for (const Diagnostic& item : diagnostics.items()) {
      EXPECT_NE(item.message.thai, item.message.english) << path;
      EXPECT_FALSE(item.hint.thai.empty() || item.hint.english.empty()) << path << ' ' << item.message.english;
    }
  }
}

}  // namespace

}  // namespace krut::data
