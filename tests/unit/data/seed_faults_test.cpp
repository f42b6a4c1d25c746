#include <nlohmann/json.hpp>

#include <set>

#include "data/hygiene/hygiene.h"
#include "data_kit.h"

/// tests/data/seed_faults.json: each fault known of five real papers, planted in words of our own, with the codes that
/// tell it; or why no program can know.
namespace krut::data {

namespace {

using nlohmann::json;

std::vector<json> faults() {
  const json all = json::parse(kit::read(kit::source_folder + "/tests/data/seed_faults.json"));
  return {all.begin(), all.end()};
}

/// A report whose measures hold the fault.
std::string planted(const json& fault) {
  json measures = json::array();
  for (const json& text : fault["texts"]) measures.push_back({{fault.value("key", "result"), text}});
  const json report = {{"agency", {{"name", "เทศบาลตำบลดอยสนธยา"}, {"district", "ภูเมฆา"}, {"province", "รัตนธานี"}}},
                       {"fiscal_year_be", 2566},
                       {"parts", {{{"measures", measures}}}}};
  return report.dump(1);
}

std::set<std::string> codes_found(const json& fault) {
  Diagnostics diagnostics;
  const auto data = Json::parse(planted(fault), "report.json", diagnostics);
  EXPECT_TRUE(data);
  if (data) review(*data, diagnostics);
  std::set<std::string> codes;
  for (const Diagnostic& each : diagnostics.items()) codes.insert(each.code);
  return codes;
}

class KnownFaults : public testing::TestWithParam<json> {};

TEST_P(KnownFaults, are_told_by_their_code_or_cannot_be_known) {
  const json& fault = GetParam();
  const std::string what =
      "seed " + std::to_string(fault["seed"].get<int>()) + ": " + fault["fault"].get<std::string>();
  ASSERT_NE(fault.contains("codes"), fault.contains("cannot_be_known")) << what;
  const std::set<std::string> expected =
      fault.contains("codes") ? fault["codes"].get<std::set<std::string>>() : std::set<std::string>();
  EXPECT_EQ(codes_found(fault), expected) << what;
  EXPECT_NE(fault.value("cannot_be_known", "not asked"), "") << what;
}

INSTANTIATE_TEST_SUITE_P(Seeds, KnownFaults, testing::ValuesIn(faults()), [](const auto& test) {
  return "seed_" + std::to_string(test.param["seed"].template get<int>()) + "_fault_" + std::to_string(test.index);
});

TEST(KnownFaultsSet, covers_all_five_papers_and_finds_most) {
  std::set<int> seeds;
  std::size_t told = 0;
  const std::vector<json> all = faults();
  for (const json& fault : all) {
    seeds.insert(fault["seed"].get<int>());
    told += fault.contains("codes") ? 1U : 0U;
  }
  EXPECT_EQ(seeds.size(), 5U);
  EXPECT_GE(told * 3, all.size() * 2) << told << " of " << all.size();
}

}  // namespace

}  // namespace krut::data
