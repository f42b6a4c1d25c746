#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/dump.h"
#include "typeset/random_document.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

constexpr unsigned documents = 400;

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

/// What each node of the structure says, nodes in reading order: a cell that goes on over a page is whole again.
std::string text_by_node(const model::Pages& pages) {
  std::vector<std::string> texts(pages.structure.size());
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->owner.artifact != model::ArtifactKind::none) continue;
      texts.at(line->owner.node) += kit::text_of(*line);
    }
  }
  std::string all;
  for (const std::string& text : texts) all += without_spaces(text);
  return all;
}

std::string difference(const std::string& said, const std::string& set) {
  constexpr std::size_t shown = 200;
  const auto parting = std::mismatch(said.begin(), said.end(), set.begin(), set.end());
  const auto at = static_cast<std::size_t>(parting.first - said.begin());
  const std::size_t from = at < shown ? 0 : at - shown;
  return "\nsaid …" + said.substr(from, 2 * shown) + "\nset  …" + set.substr(from, 2 * shown);
}

/// Pages with a thing taller than the page are told; only those may run over.
std::set<std::size_t> told_pages(const Diagnostics& diagnostics) {
  std::set<std::size_t> pages;
  for (const Diagnostic& told : diagnostics.items()) {
    if (told.code != "typeset.taller-than-page" && told.code.rfind("table.", 0) != 0) continue;
    const auto digits = told.message.english.find_last_not_of("0123456789") + 1;
    if (digits < told.message.english.size()) pages.insert(std::stoul(told.message.english.substr(digits)));
  }
  return pages;
}

TEST(RandomDocuments, say_everything_once_and_in_order) {
  for (unsigned seed = 0; seed < documents; ++seed) {
    const model::Document document = kit::random_document(seed);
    Diagnostics diagnostics;
    const model::Pages pages = typeset(document, kit::setter(), diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << "document " << seed;
    const std::string said = kit::all_text(document);
    const std::string set = text_by_node(pages);
    ASSERT_TRUE(set == said) << "document " << seed << difference(said, set);
  }
}

TEST(RandomDocuments, are_the_same_when_set_again) {
  for (unsigned seed = 0; seed < documents / 4; ++seed) {
    const model::Document document = kit::random_document(seed);
    Diagnostics diagnostics;
    const std::string once = model::dump(typeset(document, kit::setter(), diagnostics));
    ASSERT_EQ(once, model::dump(typeset(document, kit::setter(), diagnostics))) << "document " << seed;
  }
}

TEST(RandomDocuments, stay_above_the_bottom_margin_unless_something_is_taller_than_the_page) {
  for (unsigned seed = 0; seed < documents; ++seed) {
    const model::Document document = kit::random_document(seed);
    Diagnostics diagnostics;
    const model::Pages pages = typeset(document, kit::setter(), diagnostics);
    const auto told = told_pages(diagnostics);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      if (!told.empty()) break;
      const Length bottom = pages.pages[i].height - 20_mm;
      for (const model::Mark& mark : pages.pages[i].marks) {
        const auto* line = std::get_if<model::TextLine>(&mark);
        if (line == nullptr) continue;
        EXPECT_LE(line->baseline, bottom) << "document " << seed << " page " << i + 1 << " " << kit::text_of(*line);
      }
    }
  }
}

TEST(RandomDocuments, have_parents_before_children_and_marks_at_nodes_that_exist) {
  for (unsigned seed = 0; seed < documents / 4; ++seed) {
    Diagnostics diagnostics;
    const model::Pages pages = typeset(kit::random_document(seed), kit::setter(), diagnostics);
    for (std::size_t i = 1; i < pages.structure.size(); ++i) ASSERT_LT(pages.structure[i].parent, i);
    for (const model::Page& page : pages.pages) {
      for (const model::SignatureArea& area : page.signatures) {
        ASSERT_EQ(pages.structure.at(area.node).role, model::Role::form);
        EXPECT_GT(area.width, Length());
      }
    }
  }
}

}  // namespace
}  // namespace krut::typeset
