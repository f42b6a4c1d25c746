#include "krut/catch_word_facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace krut {

namespace {

/// By paragraph: the page on which its text starts.
using Places = std::unordered_map<model::ElementId, std::optional<std::size_t>>;

/// A paragraph that may carry a page's catch word, in document order.
struct Anchor {
  model::ElementId element = 0;
  const model::Section* section = nullptr;
};

std::string text_of(const model::TextLine& line) {
  std::string text;
  for (const model::TextPiece& piece : line.pieces) text += piece.shape->text;
  return text;
}

/// Looks only for paragraphs of sections with catch words: a long table costs nothing.
class CatchWordFacts {
 public:
  CatchWordFacts(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts)
      : document_(document), pages_(pages), facts_(facts) {}

  void add() {
    for (const model::Section& section : document_.sections) ask_for(section.blocks, section);
    if (places_.empty()) return;
    look();
    for (const auto& [page, anchor] : last_anchors()) add_catch_word(page, anchor);
  }

 private:
  void ask_for(const std::vector<model::Block>& blocks, const model::Section& section) {
    for (const model::Block& block : blocks) {
      if (const auto* paragraph = std::get_if<model::Paragraph>(&block.content)) {
        if (!section.catch_word) continue;
        places_.try_emplace(paragraph->id);
        anchors_.push_back({paragraph->id, &section});
      } else if (const auto* list = std::get_if<model::List>(&block.content)) {
        for (const model::ListItem& item : list->items) ask_for(item.blocks, section);
      }
    }
  }

  void look() {
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      for (const model::Mark& mark : pages_.pages[page].marks) {
        const auto* line = std::get_if<model::TextLine>(&mark);
        if (line == nullptr || line->pieces.empty()) continue;
        if (line->owner.artifact == model::ArtifactKind::catch_word) catch_words_[page] = line;
        if (line->owner.artifact != model::ArtifactKind::none) continue;
        const auto found = places_.find(pages_.structure[line->owner.node].element);
        if (found == places_.end()) continue;
        if (!found->second) found->second = page;
      }
    }
  }

  /// By page, the last paragraph that starts on it.
  [[nodiscard]] std::map<std::size_t, Anchor> last_anchors() const {
    std::map<std::size_t, Anchor> last;
    for (const Anchor& anchor : anchors_) {
      if (const auto page = places_.at(anchor.element)) last[*page] = anchor;
    }
    return last;
  }

  void add_catch_word(std::size_t page, const Anchor& anchor) {
    const auto found = catch_words_.find(page);
    if (found == catch_words_.end()) return;
    docx::CatchWord word;
    word.words = text_of(*found->second);
    const Length pitch = anchor.section->catch_word->line_pitch;
    word.top = found->second->baseline - model::baseline_of(pitch);
    word.text_end = word.top - pitch * (model::catch_word_lines - 1);
    facts_.catch_words[anchor.element] = std::move(word);
  }

  const model::Document& document_;
  const model::Pages& pages_;
  docx::PageFacts& facts_;
  Places places_;
  std::vector<Anchor> anchors_;
  std::unordered_map<std::size_t, const model::TextLine*> catch_words_;  ///< by page
};

}  // namespace

void add_catch_words(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts) {
  CatchWordFacts(document, pages, facts).add();
}

}  // namespace krut
