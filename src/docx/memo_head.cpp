#include "docx/blocks.h"
#include "docx/emblem.h"
#include "docx/paragraphs.h"
#include "model/forms.h"

namespace krut::docx {

namespace {

using namespace model::forms::memo;

constexpr const char* gap = "  ";  // between label and value
/// Width of the label เรื่อง in the form's 20 pt bold with its gap, where a long subject goes on.
constexpr Length subject_hang = Length::points(31.9);
/// Brings the dots that fill a tab down to those under the value, which hang below the baseline.
constexpr Length leader_drop = Length::points(1.5);

class MemoHeadWriter {
 public:
  MemoHeadWriter(Story& story, const model::MemoHead& head, const Column& column)
      : story_(story), head_(head), column_(column) {}

  void write() {
    write_title();
    const TabStop end{column_.left + column_.width, true, true};
    {
      const auto line = open_field(head_.agency, first_field_space_before, Length(), {end});
      write_field(head_.agency);
    }
    {
      const auto line =
          open_field(head_.reference_no, Length(), Length(), {{column_.left + date_position, false, true}, end});
      write_field(head_.reference_no);
      write_field(head_.date);
    }
    const auto line = open_field(head_.subject, Length(), subject_hang, {end});
    write_field(head_.subject);
  }

 private:
  const model::TextFormat& style_text(model::StyleIndex style) const { return story_.shared.styles.style(style).text; }

  void write_title() {
    ParagraphLook look;
    look.element = head_.id;
    look.style = head_.title_style;
    look.format = story_.shared.styles.style(head_.title_style).paragraph;
    look.format.line_pitch = title_pitch;
    look.format.alignment = model::Alignment::center;
    look.format.left_indent = column_.left;
    look.format.right_indent = look.format.first_line_indent = Length();
    look.format.space_before = look.format.space_after = Length();
    look.format.keeps_with_next = true;
    look.fixed_space_before = title_space_before;
    const auto paragraph = open_paragraph(story_, std::move(look));
    write_emblem(story_, head_.emblem, Position::top_left);
    write_spans(story_, head_.title, style_text(head_.title_style));
  }

  Element open_field(const model::HeadField& field, Length space_before, Length hang, std::vector<TabStop> tabs) {
    ParagraphLook look;
    look.element = field.id;
    look.style = head_.field_style;
    look.format = story_.shared.styles.style(head_.field_style).paragraph;
    look.format.line_pitch = field_pitch;
    look.format.alignment = model::Alignment::left;
    look.format.left_indent = column_.left + hang;
    look.format.right_indent = Length();
    look.format.first_line_indent = -hang;
    look.format.space_before = space_before;
    look.format.space_after = Length();
    look.format.keeps_with_next = true;
    look.tabs = std::move(tabs);
    return open_paragraph(story_, std::move(look));
  }

  /// The label, its value on dots, and dots to the next stop.
  void write_field(const model::HeadField& field) {
    const model::TextFormat& base = style_text(head_.field_style);
    const model::TextFormat& format = field.value.empty() ? base : field.value.front().format;
    write_spans(story_, field.label, base);
    RunLook dotted;
    dotted.is_dotted = true;
    if (needs_gap(field)) write_text(story_, gap, format, base, dotted);
    write_spans(story_, field.value, base, dotted);
    RunLook lowered;
    lowered.lowered = leader_drop;
    write_tab(story_, format, base, lowered);
  }

  static bool needs_gap(const model::HeadField& field) {
    if (field.label.empty()) return false;
    const bool label_has_it = !field.label.back().text.empty() && field.label.back().text.back() == ' ';
    const bool value_has_it =
        !field.value.empty() && !field.value.front().text.empty() && field.value.front().text.front() == ' ';
    return !label_has_it && !value_has_it;
  }

  Story& story_;
  const model::MemoHead& head_;
  const Column& column_;
};

}  // namespace

void write_memo_head(Story& story, const model::MemoHead& head, const Column& column) {
  MemoHeadWriter(story, head, column).write();
}

}  // namespace krut::docx
