#include "docx/labelled_line.h"

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
        width_(line.end > Length() ? std::min(line.end, column.width) : column.width),
        has_leader_(line.leader == model::Leader::dots) {}

  void write() {
    const model::TextFormat& base = story_.shared.styles.style(line_.style).text;
    for (const model::LabelledLine::Item& item : line_.items) {
      const auto paragraph = open_paragraph(story_, look_of(item));
      write_labelled_text(story_, line_, item, base);
      if (has_leader_) write_dotted_tab(story_, value_format(item, base), base);
    }
  }

 private:
  [[nodiscard]] ParagraphLook look_of(const model::LabelledLine::Item& item) const {
    const bool is_first = &item == &line_.items.front();
    const bool is_last = &item == &line_.items.back();
    const Length start = text_start(story_, line_, item.id);
    ParagraphLook look;
    look.element = item.id;
    look.style = line_.style;
    look.format = line_.format;
    look.format.left_indent = column_.left + start;
    look.format.first_line_indent = (is_first ? line_.format.left_indent : text_start(story_, line_, line_.id)) - start;
    look.format.keeps_with_next |=
        column_.keeps_with_next || column_.end_keeps_with_next || (line_.format.keeps_together && !is_last);
    if (!is_first) look.format.space_before = {};
    if (!is_last) look.format.space_after = {};
    if (has_leader_) look.format.right_indent = {};
    if (line_.end > Length()) look.format.right_indent += column_.width - width_;
    if (has_leader_) look.tabs = {{column_.left + width_, model::Alignment::right, true}};
    return look;
  }

  Story& story_;
  const model::LabelledLine& line_;
  const Column& column_;
  Length width_;
  bool has_leader_;
};

}  // namespace

Length text_start(const Story& story, const model::LabelledLine& line, model::ElementId element) {
  const auto& starts = story.shared.options.pages.measured.text_starts;
  const auto found = starts.find(element);
  return found == starts.end() ? line.format.left_indent : found->second;
}

void write_labelled_text(Story& story, const model::LabelledLine& line, const model::LabelledLine::Item& item,
                         const model::TextFormat& base) {
  RunLook look;
  look.is_dotted = line.leader == model::Leader::dots;
  if (&item == &line.items.front()) {
    write_spans(story, line.label, base);
    write_spans(story, line.gap, base, look);
  }
  if (!item.marker.empty()) write_text(story, item.marker + marker_gap, value_format(item, base), base, look);
  const auto& line_breaks = story.shared.options.pages.measured.line_breaks;
  const auto found = line_breaks.find(item.id);
  write_spans(story, found == line_breaks.end() ? item.text : with_line_breaks(item.text, found->second), base, look);
}

const model::TextFormat& value_format(const model::LabelledLine::Item& item, const model::TextFormat& base) {
  return item.text.empty() ? base : item.text.front().format;
}

void write_labelled_line(Story& story, const model::LabelledLine& line, const Column& column) {
  LabelledLineWriter(story, line, column).write();
}

}  // namespace krut::docx
