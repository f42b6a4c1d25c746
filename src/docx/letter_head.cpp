#include <string>
#include <utility>

#include "docx/blocks.h"
#include "docx/emblem.h"
#include "docx/paragraphs.h"
#include "model/forms.h"

namespace krut::docx {

namespace {

using namespace model::forms::letter;
using Spans = std::vector<model::Span>;

constexpr const char* label_gap = "  ";  // between label and value
constexpr Length stamp_width = Length::millimetres(80);

Length text_start(const Story& story, model::ElementId element, Length otherwise) {
  const auto& starts = story.shared.options.pages.text_starts;
  const auto found = starts.find(element);
  return found == starts.end() ? otherwise : found->second;
}

class LetterHeadWriter {
 public:
  LetterHeadWriter(Story& story, const model::LetterHead& head, const Column& column)
      : story_(story),
        head_(head),
        column_(column),
        base_(story.shared.styles.style(head.style).text),
        room_(head.emblem.height -
              head.format.line_pitch.scaled(model::forms::baseline_share, model::forms::baseline_whole)) {}

  void write() {
    write_secrecy();
    write_urgency();
    write_number_and_agency();
    if (head_.date.empty()) return;
    ParagraphLook look = plain(head_.date_id);
    look.format.left_indent = column_.left + page_centre;
    look.format.space_before = space_before;
    const auto paragraph = open_paragraph(story_, std::move(look));
    write_spans(story_, head_.date, base_);
  }

 private:
  [[nodiscard]] ParagraphLook plain(model::ElementId element) const {
    ParagraphLook look;
    look.element = element;
    look.style = head_.style;
    look.format = story_.shared.styles.style(head_.style).paragraph;
    look.format.line_pitch = head_.format.line_pitch;
    look.format.alignment = model::Alignment::left;
    look.format.left_indent = column_.left;
    look.format.right_indent = look.format.first_line_indent = Length();
    look.format.space_before = look.format.space_after = Length();
    look.format.keeps_with_next = true;
    return look;
  }

  [[nodiscard]] const model::Style& stamp_style() const { return story_.shared.styles.style(head_.stamp_style); }

  /// In the margin above the emblem.
  void write_secrecy() {
    if (head_.secrecy.empty() || story_.section == nullptr) return;
    const Length pitch = stamp_style().paragraph.line_pitch;
    const Length top = story_.section->margin_top - pitch;
    write_frame(story_, head_.secrecy, {head_.stamp_style, true, top, stamp_width, pitch, Length()});
  }

  void write_urgency() {
    if (head_.urgency.empty()) return;
    ParagraphLook look = plain(head_.id);
    look.style = head_.stamp_style;
    look.format.line_pitch = stamp_style().paragraph.line_pitch;
    look.fixed_space_before = room_ - look.format.line_pitch;
    const auto paragraph = open_paragraph(story_, std::move(look));
    take_emblem();
    write_spans(story_, head_.urgency, stamp_style().text);
    room_ = Length();
  }

  /// The emblem hangs on the first paragraph.
  void take_emblem() {
    if (!std::exchange(has_emblem_, true))
      write_emblem(story_, head_.emblem, {"page", std::nullopt, "margin", Length()});
  }

  /// The number, and at a tab the agency's first line; its further lines below each other.
  void write_number_and_agency() {
    const Length agency_left = column_.left + text_start(story_, head_.agency_id, usual_agency_position);
    ParagraphLook look = plain(head_.reference_no.id);
    look.fixed_space_before = room_;
    look.format.left_indent = agency_left;
    look.format.first_line_indent = column_.left - agency_left;
    look.tabs = {{agency_left, model::Alignment::left, false}};
    {
      const auto paragraph = open_paragraph(story_, std::move(look));
      take_emblem();
      write_spans(story_, head_.reference_no.label, base_);
      write_text(story_, label_gap, base_, base_);
      write_spans(story_, head_.reference_no.value, base_);
      if (!head_.agency.empty()) {
        write_tab(story_, base_, base_);
        write_spans(story_, head_.agency.front(), base_);
      }
    }
    for (std::size_t line = 1; line < head_.agency.size(); ++line) {
      ParagraphLook further = plain(head_.agency_id);
      further.format.left_indent = agency_left;
      const auto paragraph = open_paragraph(story_, std::move(further));
      write_spans(story_, head_.agency[line], base_);
    }
  }

  Story& story_;
  const model::LetterHead& head_;
  const Column& column_;
  const model::TextFormat& base_;
  Length room_;  ///< above the next line
  bool has_emblem_ = false;
};

}  // namespace

void write_letter_head(Story& story, const model::LetterHead& head, const Column& column) {
  LetterHeadWriter(story, head, column).write();
}

}  // namespace krut::docx
