#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "typeset/document_laws.h"
#include "typeset/random_document.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

/// Documents of any blocks on any paper, held against the laws of every document.
namespace krut::typeset {
namespace {

constexpr unsigned documents = 2'000;
constexpr unsigned set_twice = 10;  ///< one in so many
constexpr std::size_t most_pages = 1'000;
constexpr std::size_t most_shown = 5;

using Law = kit::Broken (*)(const kit::SetDocument&);

const std::vector<std::pair<const char*, Law>>& laws() {
  static const std::vector<std::pair<const char*, Law>> all{
      {"says everything once and in order", kit::says_everything_once_and_in_order},
      {"stays above the bottom margin", kit::stays_above_the_bottom_margin},
      {"has parents before children", kit::has_parents_before_children},
      {"leaves no signature alone", kit::leaves_no_signature_alone},
      {"keeps text inside its cells", kit::keeps_text_inside_its_cells},
      {"shrinks letters by whole columns", kit::shrinks_letters_by_whole_columns},
      {"shows heads over every part of a table", kit::shows_heads_over_every_part_of_a_table},
      {"labels groups that go on and no others", kit::labels_groups_that_go_on_and_no_others},
      {"splits rows only in need", kit::splits_rows_only_in_need},
  };
  return all;
}

/// What came of some of the documents.
struct Findings {
  std::map<std::string, std::vector<std::string>> broken;  ///< faults by law
  std::size_t pages = 0;
  std::size_t small_columns = 0;
};

/// Random documents may ask for more than their paper takes: that is told, and the laws hold all the same.
bool is_too_large(const Diagnostic& told) {
  return told.code == "table.taller-than-page" || told.code == "typeset.piece-taller-than-page" ||
         told.code == "typeset.beyond-paper" || told.code == "text.wider-than-column" ||
         told.code == "text.name-too-wide";
}

void look_at(unsigned seed, Findings& findings) {
  const model::Document document = kit::random_document(seed);
  const auto hold = [&](const std::string& law, const kit::Broken& faults) {
    for (const std::string& fault : faults) {
      findings.broken[law].push_back("document " + std::to_string(seed) + ": " + fault);
    }
  };
  Diagnostics diagnostics;
  model::Pages set;
  try {
    set = typeset(document, kit::setter(), diagnostics);
  } catch (const Error& error) {
    return hold("is set without an error", {error.diagnostic().code});
  }
  for (const Diagnostic& told : diagnostics.items()) {
    if (told.severity == Severity::error && !is_too_large(told)) return hold("is set without an error", {told.code});
  }
  if (set.pages.size() >= most_pages) return hold("ends", {std::to_string(set.pages.size()) + " pages"});
  const kit::SetDocument one{document, diagnostics, set};
  findings.pages += set.pages.size();
  findings.small_columns += set.small_columns.size();
  for (const auto& [name, law] : laws()) hold(name, law(one));
  if (seed % set_twice == 0) hold("is the same when set again", kit::is_the_same_when_set_again(one));
}

/// The documents from `first` on, one in `step`.
Findings look_at_some(unsigned first, unsigned step) {
  Findings findings;
  for (unsigned seed = first; seed < documents; seed += step) look_at(seed, findings);
  return findings;
}

Findings look_at_all() {
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::future<Findings>> parts;
  for (unsigned first = 0; first < threads; ++first) {
    parts.push_back(std::async(std::launch::async, look_at_some, first, threads));
  }
  Findings all;
  for (std::future<Findings>& part : parts) {
    Findings some = part.get();
    all.pages += some.pages;
    all.small_columns += some.small_columns;
    for (auto& [law, faults] : some.broken) {
      std::move(faults.begin(), faults.end(), std::back_inserter(all.broken[law]));
    }
  }
  return all;
}

TEST(RandomDocuments, keep_the_laws_of_every_document) {
  const Findings findings = look_at_all();
  for (const auto& [law, faults] : findings.broken) {
    std::string shown;
    for (std::size_t i = 0; i < std::min(faults.size(), most_shown); ++i) shown += "\n  " + faults[i];
    if (!faults.empty()) ADD_FAILURE() << law << ": broken " << faults.size() << " times" << shown;
  }
  EXPECT_GT(findings.pages, documents);
  EXPECT_GT(findings.small_columns, 0U) << "the law of small columns was put to the test";
}

}  // namespace
}  // namespace krut::typeset
