#include <algorithm>
#include <string>

#include "docx/blocks.h"
#include "docx/line_breaks.h"
#include "docx/paragraphs.h"

namespace krut::docx {

namespace {

constexpr const char* marker_gap = " ";

class LabelledLineWriter {
 public:
  LabelledLineWriter(Story& story, const model::LabelledLine& line, const Column& column)
      : story_(story),
        line_(line),
        column_(column),
        base_(story.shared.styles.style(line.style).text),
        width_(line.end > Length() ? std::min(line.end, column.width) : column.width),
        has_leader_(line.leader == model::Leader::dots) {
    dotted_.is_dotted = has_leader_;
  }

  void write() {
    for (const model::LabelledLine::Item& item : line_.items) write_item(item);
  }

 private:
  /// From the left edge of the column, where the pages know it.
  [[nodiscard]] Length start_of(model::ElementId element) const {
    const auto& starts = story_.shared.options.pages.measured.text_starts;
    const auto found = starts.find(element);
    return found == starts.end() ? line_.format.left_indent : found->second;
  }

  [[nodiscard]] ParagraphLook look_of(const model::LabelledLine::Item& item) const {
    const bool is_first = &item == &line_.items.front();
    const bool is_last = &item == &line_.items.back();
    const Length text_start = start_of(item.id);
    ParagraphLook look;
    look.element = item.id;
    look.style = line_.style;
    look.format = line_.format;
    look.format.left_indent = column_.left + text_start;
    look.format.first_line_indent = (is_first ? line_.format.left_indent : start_of(line_.id)) - text_start;
    look.format.keeps_with_next |=
        column_.keeps_with_next || column_.end_keeps_with_next || (line_.format.keeps_together && !is_last);
    if (!is_first) look.format.space_before = {};
    if (!is_last) look.format.space_after = {};
    if (has_leader_ || line_.end > Length()) look.format.right_indent = column_.width - width_;
    if (has_leader_) look.tabs = {{column_.left + width_, true, true}};
    return look;
  }

  /// The label, then the value on its leader, which goes on to the line's end.
  void write_item(const model::LabelledLine::Item& item) {
    const auto paragraph = open_paragraph(story_, look_of(item));
    if (&item == &line_.items.front()) {
      write_spans(story_, line_.label, base_);
      write_spans(story_, line_.gap, base_, dotted_);
    }
    const model::TextFormat& format = item.text.empty() ? base_ : item.text.front().format;
    if (!item.marker.empty()) write_text(story_, item.marker + marker_gap, format, base_, dotted_);
    write_value(item);
    if (has_leader_) write_dotted_tab(story_, format, base_);
  }

  void write_value(const model::LabelledLine::Item& item) {
    const auto& line_breaks = story_.shared.options.pages.measured.line_breaks;
    const auto found = line_breaks.find(item.id);
    write_spans(story_, found == line_breaks.end() ? item.text : with_line_breaks(item.text, found->second), base_,
                dotted_);
  }

  Story& story_;
  const model::LabelledLine& line_;
  const Column& column_;
  const model::TextFormat& base_;
  Length width_;
  bool has_leader_;
  RunLook dotted_;
};

}  // namespace

void write_labelled_line(Story& story, const model::LabelledLine& line, const Column& column) {
  LabelledLineWriter(story, line, column).write();
}

}  // namespace krut::docx
