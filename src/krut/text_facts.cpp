#include "krut/text_facts.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/forms.h"

namespace krut {

namespace {

/// The first line of a hanging text and one that hangs.
constexpr std::size_t lines_of_interest = 2;

/// Where the text of an element stands.
struct Place {
  std::optional<std::size_t> page;  ///< on which it starts
  std::vector<Length> starts;       ///< of its first lines, from the paper's left edge
};

using Places = std::unordered_map<model::ElementId, Place>;

/// A paragraph that may carry a page's catch word, in document order.
struct Anchor {
  model::ElementId element = 0;
  const model::Section* section = nullptr;
};

/// Looks only for what it was asked for: a long table costs nothing where nothing hangs.
class TextFacts {
 public:
  TextFacts(const model::Document& document, const model::Pages& pages, PageFacts& facts)
      : document_(document), pages_(pages), facts_(facts) {}

  void add() {
    for (const model::Section& section : document_.sections) ask_for(section.blocks, section);
    if (places_.empty()) return;
    look();
    for (const auto& [field, section] : fields_) add_field(*field, section->margin_left);
    for (const auto& [head, section] : heads_) {
      const Place& agency = places_[head->agency_id];
      if (!agency.starts.empty()) facts_.text_starts[head->agency_id] = agency.starts.front() - section->margin_left;
    }
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
      } else if (const auto* field = std::get_if<model::Field>(&block.content)) {
        for (const model::Field::Item& item : field->items) places_.try_emplace(item.id);
        fields_.emplace_back(field, &section);
      } else if (const auto* head = std::get_if<model::LetterHead>(&block.content)) {
        places_.try_emplace(head->agency_id);
        heads_.emplace_back(head, &section);
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
        Place& place = found->second;
        if (!place.page) place.page = page;
        if (place.starts.size() < lines_of_interest) place.starts.push_back(line->pieces.front().x);
      }
    }
  }

  /// The first value starts after the label, somewhere in its line: its further lines and values tell where.
  void add_field(const model::Field& field, Length left) {
    for (const model::Field::Item& item : field.items) {
      const Place& place = places_[item.id];
      const bool is_first = &item == &field.items.front();
      const bool goes_on = place.starts.size() == lines_of_interest;
      if (goes_on) facts_.text_starts[item.id] = place.starts.back() - left;
      if (goes_on && field.items.size() == 1) facts_.text_starts[field.id] = place.starts.back() - left;
      if (!is_first && !place.starts.empty()) facts_.text_starts[field.id] = place.starts.front() - left;
    }
  }

  /// By page, the last paragraph that starts on it.
  [[nodiscard]] std::map<std::size_t, Anchor> last_anchors() const {
    std::map<std::size_t, Anchor> last;
    for (const Anchor& anchor : anchors_) {
      if (const auto page = places_.at(anchor.element).page) last[*page] = anchor;
    }
    return last;
  }

  void add_catch_word(std::size_t page, const Anchor& anchor) {
    const auto found = catch_words_.find(page);
    if (found == catch_words_.end()) return;
    docx::CatchWord word;
    for (const model::TextPiece& piece : found->second->pieces) word.words += piece.shape->text;
    const Length pitch = anchor.section->catch_word->line_pitch;
    word.top = found->second->baseline - pitch.scaled(model::forms::baseline_share, model::forms::baseline_whole);
    word.text_end = word.top - pitch * (model::forms::catch_word_lines - 1);
    facts_.catch_words[anchor.element] = std::move(word);
  }

  const model::Document& document_;
  const model::Pages& pages_;
  PageFacts& facts_;
  Places places_;
  std::vector<Anchor> anchors_;
  std::vector<std::pair<const model::Field*, const model::Section*>> fields_;
  std::vector<std::pair<const model::LetterHead*, const model::Section*>> heads_;
  std::unordered_map<std::size_t, const model::TextLine*> catch_words_;  ///< by page
};

}  // namespace

void add_text_facts(const model::Document& document, const model::Pages& pages, PageFacts& facts) {
  TextFacts(document, pages, facts).add();
}

}  // namespace krut
