#include <gtest/gtest.h>

#include <map>

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

TEST(RandomDocuments, keep_the_laws_of_every_document) {
  std::map<std::string, std::vector<std::string>> broken;
  std::size_t pages = 0;
  std::size_t small_columns = 0;
  for (unsigned seed = 0; seed < documents; ++seed) {
    const model::Document document = kit::random_document(seed);
    Diagnostics diagnostics;
    const model::Pages set = typeset(document, kit::setter(), diagnostics);
    const kit::SetDocument one{document, diagnostics, set};
    ASSERT_FALSE(diagnostics.has_errors()) << "document " << seed;
    ASSERT_LT(set.pages.size(), most_pages) << "document " << seed;
    pages += set.pages.size();
    small_columns += set.small_columns.size();
    const auto hold = [&](const std::string& law, const kit::Broken& faults) {
      for (const std::string& fault : faults) broken[law].push_back("document " + std::to_string(seed) + ": " + fault);
    };
    for (const auto& [name, law] : laws()) hold(name, law(one));
    if (seed % set_twice == 0) hold("is the same when set again", kit::is_the_same_when_set_again(one));
  }
  for (const auto& [law, faults] : broken) {
    std::string shown;
    for (std::size_t i = 0; i < std::min(faults.size(), most_shown); ++i) shown += "\n  " + faults[i];
    ADD_FAILURE() << law << ": broken " << faults.size() << " times" << shown;
  }
  EXPECT_GT(pages, documents);
  EXPECT_GT(small_columns, 0U) << "the law of small columns was put to the test";
}

}  // namespace
}  // namespace krut::typeset
