#include <algorithm>
#include <utility>

#include "docx/blocks.h"
#include "docx/emblem.h"
#include "docx/line_breaks.h"
#include "docx/paragraphs.h"
#include "docx/plain_table.h"
#include "docx/rough_width.h"
#include "model/forms.h"

namespace krut::docx {

namespace {

using namespace model::forms::memo;
using Spans = std::vector<model::Span>;

constexpr const char* gap = "  ";  // between label and value

/// Two spaces part label and value, unless the data brings its own.
bool needs_gap(const model::HeadField& field) {
  if (field.label.empty()) return false;
  const bool label_has_it = !field.label.back().text.empty() && field.label.back().text.back() == ' ';
  const bool value_has_it =
      !field.value.empty() && !field.value.front().text.empty() && field.value.front().text.front() == ' ';
  return !label_has_it && !value_has_it;
}

/// Where a value starts when nobody has measured its label.
Length rough_start(const model::HeadField& field, const model::TextFormat& base) {
  model::Span space;
  space.format = field.value.empty() ? base : field.value.front().format;
  if (needs_gap(field)) space.text = gap;
  return rough_width(field.label) + rough_width({space});
}

class MemoHeadWriter {
 public:
  MemoHeadWriter(Story& story, const model::MemoHead& head, const Column& column)
      : story_(story), head_(head), column_(column), base_(style_text(head.field_style)) {}

  void write() {
    write_title();
    write_own_line(head_.agency, {column_.left, column_.width}, first_field_space_before);
    if (goes_on(head_.reference_no) || goes_on(head_.date)) {
      write_numbered_lines();
    } else {
      write_numbered_line();
    }
    write_own_line(head_.subject, {column_.left, column_.width}, Length());
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
    look.format.left_indent += column_.left;
    look.format.space_before = look.format.space_after = Length();
    look.format.keeps_with_next = true;
    look.fixed_space_before = title_space_before;
    const auto paragraph = open_paragraph(story_, std::move(look));
    write_emblem(story_, head_.emblem, Position());
    write_spans(story_, head_.title, style_text(head_.title_style));
  }

  [[nodiscard]] bool goes_on(const model::HeadField& field) const {
    return story_.shared.options.pages.line_breaks.count(field.id) != 0;
  }

  /// From the left end of the field's part of the column, which stands `offset` from the left margin.
  [[nodiscard]] Length value_start(const model::HeadField& field, Length offset, Length width) const {
    const auto& starts = story_.shared.options.pages.text_starts;
    const auto found = starts.find(field.id);
    return found != starts.end() ? found->second - offset : std::min(rough_start(field, base_), width / 2);
  }

  Element open_field(const model::HeadField& field, Length left, Length hang, Length space_before,
                     std::vector<TabStop> tabs) {
    ParagraphLook look;
    look.element = field.id;
    look.style = head_.field_style;
    look.format = story_.shared.styles.style(head_.field_style).paragraph;
    look.format.line_pitch = field_pitch;
    look.format.alignment = model::Alignment::left;
    look.format.left_indent = left + hang;
    look.format.right_indent = Length();
    look.format.first_line_indent = -hang;
    look.format.space_before = space_before;
    look.format.space_after = Length();
    look.format.keeps_with_next = true;
    look.tabs = std::move(tabs);
    return open_paragraph(story_, std::move(look));
  }

  /// The field alone in a part of the column; its further lines hang under its value. `offset`: of that part from the
  /// left margin, where a cell counts from its own edge.
  void write_own_line(const model::HeadField& field, const Column& part, Length space_before, Length offset = {}) {
    const Length hang = is_said(field.value) ? value_start(field, offset, part.width) : Length();
    const TabStop end{part.left + part.width, model::Alignment::right, true};
    const auto paragraph = open_field(field, part.left, hang, space_before, {end});
    write_field(field);
  }

  void write_numbered_line() {
    const TabStop date{column_.left + date_left(column_.width), model::Alignment::left, true};
    const TabStop end{column_.left + column_.width, model::Alignment::right, true};
    const auto paragraph = open_field(head_.reference_no, column_.left, Length(), Length(), {date, end});
    write_field(head_.reference_no);
    write_field(head_.date);
  }

  /// A number or date of several lines: side by side in a table without rules, so that each is one text.
  void write_numbered_lines() {
    Xml& xml = story_.xml;
    const Length left = date_left(column_.width);
    const Length rest = column_.width - left;
    auto table = xml.element("w:tbl");
    write_plain_table_start(xml, {{left, rest}, column_.left, numbered_title()});
    auto row = xml.element("w:tr", {{"w14:paraId", story_.shared.names.paragraph(head_.id)}});
    write_plain_row_properties(xml, true);
    write_numbered_cell(head_.reference_no, left, Length());
    write_numbered_cell(head_.date, rest, left);
  }

  void write_numbered_cell(const model::HeadField& field, Length width, Length offset) {
    auto cell = story_.xml.element("w:tc");
    story_.xml.raw(story_.shared.property_lists.of_cell({width}));
    write_own_line(field, {Length(), width}, Length(), offset);
  }

  /// "ที่ วันที่": what the table is, for readers.
  [[nodiscard]] std::string numbered_title() const {
    std::string title;
    for (const model::HeadField* field : {&head_.reference_no, &head_.date}) {
      if (!title.empty()) title += ' ';
      for (const model::Span& span : field->label) title += span.text;
    }
    return title;
  }

  /// The label, its value on dots, and dots to the next stop.
  void write_field(const model::HeadField& field) {
    const model::TextFormat& format = field.value.empty() ? base_ : field.value.front().format;
    write_spans(story_, field.label, base_);
    RunLook dotted;
    dotted.is_dotted = true;
    if (needs_gap(field)) write_text(story_, gap, format, base_, dotted);
    const auto& line_breaks = story_.shared.options.pages.line_breaks;
    const auto found = line_breaks.find(field.id);
    write_spans(story_, found == line_breaks.end() ? field.value : with_line_breaks(field.value, found->second), base_,
                dotted);
    write_dotted_tab(story_, format, base_);
  }

  Story& story_;
  const model::MemoHead& head_;
  const Column& column_;
  const model::TextFormat& base_;
};

}  // namespace

void write_memo_head(Story& story, const model::MemoHead& head, const Column& column) {
  MemoHeadWriter(story, head, column).write();
}

}  // namespace krut::docx
