#include <algorithm>
#include <cstdlib>

#include "base/md5.h"
#include "layout/grammar.h"
#include "layout/own_grammar.h"
#include "layout/shipped_layouts.h"
#include "layout_kit.h"

namespace krut::layout {

namespace {

std::shared_ptr<const Layout> load_shipped(const std::string& name, Diagnostics& diagnostics) {
  const std::filesystem::path path = "layouts/" + name + ".xml";
  const std::string folder = path.parent_path().string();
  const ReadFile read = [&](const std::string& file) { return kit::read(folder + '/' + file); };
  return Layout::load(name, kit::read(path.string()), path.string(), read, diagnostics, {}, kit::find_shipped);
}

std::string dump_of(const std::string& layout_name, const std::string& example) {
  Diagnostics diagnostics;
  const auto layout = load_shipped(layout_name, diagnostics);
  if (!layout) return kit::all_messages(diagnostics, Language::english);
  const auto json = data::Json::parse(kit::read(example), example, diagnostics);
  const auto checked = json ? data::CheckedData::check(*json, layout->schema(), diagnostics) : std::nullopt;
  const auto document = checked ? fill(*layout, *checked, kit::judged(kit::reader_of({})), diagnostics) : std::nullopt;
  EXPECT_TRUE(diagnostics.empty()) << kit::all_messages(diagnostics, Language::english);
  return document ? model::dump(*document) : "";
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::vector<std::string> shipped() {
  std::vector<std::string> names;
  const std::string folder = kit::source_path("layouts");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool is_part = entry.path().parent_path().filename() == "parts";
    if (entry.path().extension() != ".xml" || is_part) continue;
    names.push_back(
        std::filesystem::path(entry.path()).lexically_relative(folder).replace_extension().generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(ShippedLayouts, load_without_a_word_of_complaint) {
  const auto names = shipped();
  ASSERT_GE(names.size(), 2U);
  for (const std::string& name : names) {
    Diagnostics diagnostics;
    const auto layout = load_shipped(name, diagnostics);
    ASSERT_TRUE(layout) << kit::all_messages(diagnostics, Language::english);
    EXPECT_TRUE(diagnostics.empty());
    EXPECT_EQ(layout->name(), name);
    EXPECT_FALSE(layout->title().empty());
    EXPECT_FALSE(layout->version().empty());
  }
}

TEST(ShippedLayouts, are_known_again_and_hold_to_the_grammar_that_is_compiled_in) {
  const auto digests = shipped_digests();
  for (const std::string& name : shipped()) {
    const std::string text = kit::read("layouts/" + name + ".xml");
    const auto is_known = [&](const std::string& bytes) {
      return std::binary_search(digests.begin(), digests.end(), std::string_view(digits_of(md5(bytes))));
    };
    EXPECT_TRUE(is_known(text)) << name;
    EXPECT_FALSE(is_known(text + ' ')) << name;
    Diagnostics diagnostics;
    check_grammar(SourceText(text, name), own_grammar(), diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << kit::all_messages(diagnostics, Language::english);
  }
}

/// Whether a command can be run here; where it must, its absence is a failure.
bool has_command(const std::string& command) {
  const bool is_there = std::system(("command -v " + command + " > /dev/null 2>&1").c_str()) == 0;
  if (!is_there && std::getenv("CI") != nullptr) ADD_FAILURE() << command << " is not installed, and CI is set";
  return is_there;
}

TEST(ShippedLayouts, are_valid_for_other_validators_too) {
  const std::string grammar = '"' + kit::source_path("layouts/layout.rng") + '"';
  for (const std::string& name : shipped()) {
    const std::string file = '"' + kit::source_path("layouts/" + name + ".xml") + '"';
    if (has_command("jing")) {
      EXPECT_EQ(std::system(("jing " + grammar + ' ' + file).c_str()), 0);
    }
    if (has_command("xmllint")) {
      EXPECT_EQ(std::system(("xmllint --nonet --noout --relaxng " + grammar + ' ' + file + " 2> /dev/null").c_str()),
                0);
    }
  }
}

TEST(TheMemoReport, prints_the_memo_and_one_table_a_tool) {
  const std::string dump = dump_of("ita/memo-report", "examples/memo-report.json");
  EXPECT_EQ(count_of(dump, "\nsection "), 2U) << dump;
  EXPECT_EQ(count_of(dump, "memo-title ("), 1U);
  EXPECT_EQ(count_of(dump, "    signer #"), 4U);
  EXPECT_EQ(count_of(dump, "\n  table #"), 3U);
  EXPECT_EQ(count_of(dump, " row #"), 17U);
  EXPECT_EQ(count_of(dump, "level 1"), 3U);
  EXPECT_EQ(count_of(dump, "columns 79.37 164.409 76.535 62.362 116.22 "), 3U) << "17.6 cm in all";
  EXPECT_NE(dump.find("\"๑๐ เมษายน ๒๕๖๖\" = /memo/date"), std::string::npos);
  EXPECT_NE(dump.find("\"๓๑ มี.ค.๖๖\" = /parts/0/indicators/0/measures/0/due"), std::string::npos);
}

TEST(TheMemo, prints_the_same_memo_from_the_data_of_the_report) {
  const std::string alone = dump_of("memo", "examples/memo-report.json");
  const std::string carried = dump_of("ita/memo-report", "examples/memo-report.json");
  const std::size_t head = alone.find("  frame #");
  ASSERT_NE(head, std::string::npos) << alone;
  EXPECT_NE(carried.find(alone.substr(head)), std::string::npos);
}

TEST(TheMemo, prints_its_own_example) {
  const std::string dump = dump_of("memo", "examples/memo.json");
  EXPECT_EQ(count_of(dump, "memo-title ("), 1U) << dump;
  EXPECT_GE(count_of(dump, "    signer #"), 1U);
}

TEST(TheScoreAnalysis, ranks_the_scores_and_sets_the_issues_beside_all_indicators_of_their_tool) {
  const std::string dump = dump_of("ita/score-analysis", "examples/score-analysis.json");
  EXPECT_EQ(count_of(dump, "\n  table #"), 3U) << dump;
  EXPECT_EQ(count_of(dump, "row #"), 10U + 10U + 3U);
  EXPECT_EQ(count_of(dump, " rows 5"), 1U);
  EXPECT_EQ(count_of(dump, " rows 3"), 1U);
  EXPECT_EQ(count_of(dump, " rows 2"), 1U);
  const std::size_t first = dump.find("\"๙๑.๒๕\" = /parts/0/indicators/1/score");
  const std::size_t last = dump.find("\"๒๘.๕๐\" = /parts/2/indicators/1/score");
  EXPECT_LT(first, dump.find("\"๘๘.๔๐\" = /parts/0/indicators/2/score"));
  EXPECT_LT(dump.find("\"๔๑.๕๐\" = /parts/2/indicators/0/score"), last);
}

TEST(TheGroupedMeasures, have_a_cover_and_labels_that_go_on) {
  const std::string dump = dump_of("ita/grouped-measures", "examples/grouped-measures.json");
  EXPECT_EQ(count_of(dump, "\nsection "), 2U) << dump;
  EXPECT_EQ(count_of(dump, "\n  fill #"), 1U);
  EXPECT_EQ(count_of(dump, "\n  table #"), 3U);
  EXPECT_EQ(count_of(dump, "    continued-heading\n"), 3U);
  EXPECT_EQ(count_of(dump, " labelled-again"), 11U);
  EXPECT_EQ(count_of(dump, " row #"), 25U);
  EXPECT_EQ(count_of(dump, "    signer #"), 2U);
}

}  // namespace

}  // namespace krut::layout
