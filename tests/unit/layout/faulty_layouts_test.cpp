#include <cstdlib>
#include <set>

#include "layout_kit.h"

namespace krut::layout {

namespace {

const std::string folder = "tests/data/faulty-layouts";
constexpr std::size_t fewest_cases = 20;

Diagnostics faults_in(const std::string& path) {
  Diagnostics diagnostics;
  const ReadFile read = [](const std::string& name) { return kit::read("layouts/ita/" + name); };
  const std::string name = std::filesystem::path(path).filename().string();
  const auto layout =
      Layout::load(name, files::read_whole(path, limits::layout_bytes), name, read, diagnostics, {}, kit::find_shipped);
  EXPECT_FALSE(layout) << path << " is not faulty";
  EXPECT_TRUE(diagnostics.has_errors());
  return diagnostics;
}

/// What a user would see, in English and then in Thai. Paths of this machine are left out.
std::string complaints(const std::string& path) {
  const Diagnostics diagnostics = faults_in(path);
  std::string text =
      kit::all_messages(diagnostics, Language::english) + '\n' + kit::all_messages(diagnostics, Language::thai);
  const std::string here = kit::source_path("");
  for (std::size_t at = text.find(here); at != std::string::npos; at = text.find(here)) text.erase(at, here.size());
  return text;
}

class FaultyLayouts : public testing::TestWithParam<std::string> {};

TEST_P(FaultyLayouts, are_told_where_and_how_to_mend_them) {
  const std::string expected_path = std::filesystem::path(GetParam()).replace_extension(".expect").string();
  const std::string found = complaints(GetParam());
  if (std::getenv("KRUT_UPDATE_GOLDENS") != nullptr) files::write_whole({{expected_path, found}});
  EXPECT_EQ(found, files::read_whole(expected_path, limits::data_bytes));
}

INSTANTIATE_TEST_SUITE_P(Cases, FaultyLayouts, testing::ValuesIn(kit::files_in(folder, ".xml")), [](const auto& test) {
  std::string name = std::filesystem::path(test.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(FaultyLayoutSet, has_a_case_for_every_code_an_author_can_meet) {
  const std::vector<std::string> paths = kit::files_in(folder, ".xml");
  EXPECT_GE(paths.size(), fewest_cases);
  std::set<std::string> met;
  for (const std::string& path : paths) {
    const Diagnostics diagnostics = faults_in(path);
    for (const Diagnostic& each : diagnostics.items()) met.insert(each.code);
  }
  const std::set<std::string> wanted = {
      "layout.bad-length",        "layout.bad-value",       "layout.cell-count",
      "layout.document-type",     "layout.doubled-element", "layout.doubled-style",
      "layout.doubled-widths",    "layout.element-order",   "layout.empty",
      "layout.expression",        "layout.filter-argument", "layout.lines-too-close",
      "layout.misplaced-element", "layout.misplaced-text",  "layout.missing-attribute",
      "layout.missing-element",   "layout.missing-option",  "layout.no-body",
      "layout.no-schema",         "layout.not-a-choice",    "layout.not-a-list",
      "layout.not-a-report",      "layout.not-an-emblem",   "layout.not-comparable",
      "layout.not-content",       "layout.not-printable",   "layout.not-sortable",
      "layout.not-utf8",          "layout.not-well-formed", "layout.too-deep",
      "layout.unknown-attribute", "layout.unknown-choice",  "layout.unknown-element",
      "layout.unknown-filter",    "layout.unknown-path",    "layout.unknown-style",
      "layout.wrong-filter"};
  EXPECT_EQ(met, wanted);
}

TEST(FaultyLayoutSet, tells_every_fault_with_its_place_and_remedy_in_both_languages) {
  for (const std::string& path : kit::files_in(folder, ".xml")) {
    const Diagnostics diagnostics = faults_in(path);
    for (const Diagnostic& each : diagnostics.items()) {
      EXPECT_GT(each.where.line, 0) << path;
      EXPECT_GT(each.where.column, 0) << path;
      EXPECT_NE(each.message.thai, each.message.english) << path;
      EXPECT_FALSE(each.message.thai.empty());
      EXPECT_FALSE(each.hint.thai.empty() || each.hint.english.empty()) << path << ' ' << each.message.english;
    }
  }
}

}  // namespace

}  // namespace krut::layout
