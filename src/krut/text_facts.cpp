#include "krut/text_facts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/forms.h"

namespace krut {

namespace {

/// Where the text of an element stands.
struct Place {
  std::optional<std::size_t> page;            ///< on which it starts
  std::vector<const model::TextLine*> lines;  ///< those that are not empty
};

using Places = std::unordered_map<model::ElementId, Place>;

/// A paragraph that may carry a page's catch word, in document order.
struct Anchor {
  model::ElementId element = 0;
  const model::Section* section = nullptr;
};

Length start_of(const model::TextLine& line) { return line.pieces.front().x; }

std::string text_of(const model::TextLine& line) {
  std::string text;
  for (const model::TextPiece& piece : line.pieces) text += piece.shape->text;
  return text;
}

std::string text_of(const std::vector<model::Span>& spans) {
  std::string text;
  for (const model::Span& span : spans) text += span.text;
  return text;
}

/// Looks only for what it was asked for: a long table costs nothing where nothing hangs.
class TextFacts {
 public:
  TextFacts(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts)
      : document_(document), pages_(pages), facts_(facts) {}

  void add() {
    for (const model::Section& section : document_.sections) ask_for(section.blocks, section);
    if (places_.empty()) return;
    look();
    for (const auto& [head, section] : heads_) {
      const Place& agency = places_[head->agency_id];
      if (!agency.lines.empty())
        facts_.text_starts[head->agency_id] = start_of(*agency.lines[0]) - section->margin_left;
    }
    for (const auto& [field, section] : memo_fields_) add_memo_field(*field, section->margin_left);
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
      } else if (const auto* head = std::get_if<model::LetterHead>(&block.content)) {
        places_.try_emplace(head->agency_id);
        heads_.emplace_back(head, &section);
      } else if (const auto* memo = std::get_if<model::MemoHead>(&block.content)) {
        for (const model::HeadField* part : {&memo->agency, &memo->reference_no, &memo->date, &memo->subject}) {
          places_.try_emplace(part->id);
          memo_fields_.emplace_back(part, &section);
        }
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
        place.lines.push_back(line);
      }
    }
  }

  /// Its value starts where its further lines do; where there are none, with the first piece that prints data.
  void add_memo_field(const model::HeadField& field, Length left) {
    const std::vector<const model::TextLine*>& lines = places_[field.id].lines;
    if (lines.empty()) return;
    if (lines.size() > 1) {
      facts_.text_starts[field.id] = start_of(*lines[1]) - left;
      add_line_breaks(field, lines);
      return;
    }
    const auto& pieces = lines[0]->pieces;
    const auto value =
        std::find_if(pieces.begin(), pieces.end(), [](const model::TextPiece& piece) { return piece.value != 0; });
    if (value != pieces.end()) facts_.text_starts[field.id] = value->x - left;
  }

  /// The lines say the label and what parts it from the value, then the value. Nothing is added where they say it in
  /// other characters: substitutes for those that no font has.
  void add_line_breaks(const model::HeadField& field, const std::vector<const model::TextLine*>& lines) {
    std::string text;
    std::vector<std::size_t> ends;
    for (const model::TextLine* line : lines) ends.push_back((text += text_of(*line)).size());
    ends.pop_back();
    const std::string value = text_of(field.value);
    if (!text.ends_with(value)) return;
    const std::size_t before_value = text.size() - value.size();
    for (const std::size_t end : ends) {
      if (end > before_value) facts_.line_breaks[field.id].push_back(end - before_value);
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
    word.words = text_of(*found->second);
    const Length pitch = anchor.section->catch_word->line_pitch;
    word.top = found->second->baseline - pitch.scaled(model::forms::baseline_share, model::forms::baseline_whole);
    word.text_end = word.top - pitch * (model::forms::catch_word_lines - 1);
    facts_.catch_words[anchor.element] = std::move(word);
  }

  const model::Document& document_;
  const model::Pages& pages_;
  docx::PageFacts& facts_;
  Places places_;
  std::vector<Anchor> anchors_;
  std::vector<std::pair<const model::LetterHead*, const model::Section*>> heads_;
  std::vector<std::pair<const model::HeadField*, const model::Section*>> memo_fields_;
  std::unordered_map<std::size_t, const model::TextLine*> catch_words_;  ///< by page
};

}  // namespace

void add_text_facts(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts) {
  TextFacts(document, pages, facts).add();
}

}  // namespace krut
