#include <gtest/gtest.h>

#include <algorithm>

#include "model/dump.h"
#include "typeset/random_document.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

constexpr unsigned documents = 150;

struct SetDocument {
  model::Document document;
  Diagnostics diagnostics;
  model::Pages pages;
};

/// Set once for all laws; the index of a document is its seed.
const std::vector<SetDocument>& corpus() {
  static const std::vector<SetDocument> set = [] {
    std::vector<SetDocument> all(documents);
    for (unsigned seed = 0; seed < documents; ++seed) {
      all[seed].document = kit::random_document(seed);
      all[seed].pages = typeset(all[seed].document, kit::setter(), all[seed].diagnostics);
    }
    return all;
  }();
  return set;
}

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

/// Whether something was taller than its page; then it may run over.
bool tells_of_overflow(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [](const Diagnostic& told) {
    return told.code == "typeset.taller-than-page" || told.code == "table.taller-than-page";
  });
}

bool is_signer(const model::Document& document, model::ElementId element) {
  for (const model::Section& section : document.sections) {
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      const auto* block = std::get_if<model::Signatures>(&section.blocks[i].content);
      if (block == nullptr) continue;
      const bool follows_text = i > 0 && !std::holds_alternative<model::PageBreak>(section.blocks[i - 1].content) &&
                                !std::holds_alternative<model::Figure>(section.blocks[i - 1].content);
      if (follows_text && block->signers.front().id == element) return true;
    }
  }
  return false;
}

TEST(RandomDocuments, say_everything_once_and_in_order) {
  for (std::size_t seed = 0; seed < documents; ++seed) {
    const SetDocument& one = corpus()[seed];
    ASSERT_FALSE(one.diagnostics.has_errors()) << "document " << seed;
    const std::string said = kit::all_text(one.document);
    const std::string set = text_by_node(one.pages);
    ASSERT_TRUE(set == said) << "document " << seed << difference(said, set);
  }
}

TEST(RandomDocuments, are_the_same_when_set_again) {
  for (std::size_t seed = 0; seed < documents; seed += 3) {
    Diagnostics diagnostics;
    const model::Pages again = typeset(corpus()[seed].document, kit::setter(), diagnostics);
    ASSERT_TRUE(model::dump(again) == model::dump(corpus()[seed].pages)) << "document " << seed;
  }
}

TEST(RandomDocuments, stay_above_the_bottom_margin_unless_something_is_taller_than_the_page) {
  std::size_t checked = 0;
  for (std::size_t seed = 0; seed < documents; ++seed) {
    const SetDocument& one = corpus()[seed];
    if (tells_of_overflow(one.diagnostics)) continue;
    ++checked;
    for (std::size_t i = 0; i < one.pages.pages.size(); ++i) {
      const Length bottom = one.pages.pages[i].height - 20_mm;
      for (const model::Mark& mark : one.pages.pages[i].marks) {
        const auto* line = std::get_if<model::TextLine>(&mark);
        if (line == nullptr) continue;
        EXPECT_LE(line->baseline, bottom) << "document " << seed << " page " << i + 1 << " " << kit::text_of(*line);
      }
    }
  }
  EXPECT_GT(checked, documents / 4);
}

TEST(RandomDocuments, have_parents_before_children_and_marks_at_nodes_that_exist) {
  for (const SetDocument& one : corpus()) {
    const auto& structure = one.pages.structure;
    for (std::size_t i = 1; i < structure.size(); ++i) ASSERT_LT(structure[i].parent, i);
    for (const model::Page& page : one.pages.pages) {
      for (const model::SignatureArea& area : page.signatures) {
        ASSERT_EQ(structure.at(area.node).role, model::Role::form);
        EXPECT_GT(area.width, Length());
      }
    }
  }
}

TEST(RandomDocuments, never_leave_a_signature_alone_on_a_page) {
  std::size_t checked = 0;
  for (std::size_t seed = 0; seed < documents; ++seed) {
    const SetDocument& one = corpus()[seed];
    if (tells_of_overflow(one.diagnostics)) continue;
    for (std::size_t i = 1; i < one.pages.pages.size(); ++i) {
      const model::Page& page = one.pages.pages[i];
      if (page.signatures.empty()) continue;
      ++checked;
      const bool starts_section = one.pages.pages[i - 1].width != page.width;
      EXPECT_TRUE(starts_section || !is_signer(one.document, page.first_element))
          << "document " << seed << " page " << i + 1;
    }
  }
  EXPECT_GT(checked, 5U);
}

}  // namespace
}  // namespace krut::typeset
