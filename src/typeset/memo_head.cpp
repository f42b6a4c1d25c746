#include "typeset/memo_head.h"

#include <algorithm>
#include <utility>

#include "model/forms.h"
#include "typeset/dots.h"
#include "typeset/emblem.h"
#include "typeset/paragraph_setter.h"
#include "typeset/structure.h"

namespace krut::typeset {

namespace {

using namespace model::forms::memo;

/// Kept free between the reference number and the word วันที่.
constexpr Length date_gap = Length::millimetres(2);

/// A field set in its part of the column: where its label ends and where its value starts.
struct SetField {
  std::vector<model::TextLine> lines;
  Length label_end;
  Length value_start;
};

/// Two spaces between label and value, unless the data brings its own.
std::vector<model::Span> gap_between(const model::HeadField& field) {
  if (field.label.empty() || field.value.empty()) return {};
  if (!field.label.back().text.empty() && field.label.back().text.back() == ' ') return {};
  if (!field.value.front().text.empty() && field.value.front().text.front() == ' ') return {};
  model::Span gap;
  gap.text = "  ";
  gap.format = field.value.front().format;
  return {gap};
}

Length end_of(const model::TextLine& line) {
  if (line.pieces.empty()) return {};
  const model::TextPiece& last = line.pieces.back();
  return last.x + text::width_of(last.shape->advance, last.shape->font->units_per_em, last.size);
}

class MemoHeadSetter {
 public:
  MemoHeadSetter(const model::MemoHead& head, const BlockColumn& column, Context& context)
      : head_(head), column_(column), context_(context), structure_(context.pages, model::ArtifactKind::none) {}

  std::vector<Strip> set() {
    add_title();
    add_field(head_.agency);
    add_numbered_line();
    add_field(head_.subject);
    for (Strip& strip : strips_) {
      for (model::Mark& mark : strip.marks) shift(mark, column_.left, Length());
      strip.element = head_.id;
      strip.may_break_before = &strip == &strips_.front();
    }
    return std::move(strips_);
  }

 private:
  void add_title() {
    model::ParagraphFormat format = format_of_style(head_.title_style, head_.title, context_);
    auto emblem = set_emblem(head_.emblem, column_.parent, head_.id, context_);
    const model::NodeIndex node = structure_.add_text(column_.parent, format, head_.id);
    format.line_pitch = title_pitch;
    auto lines = set_lines(head_.title, format, column_.width, Length(), structure_.owner(node), context_);
    for (model::TextLine& line : lines) {
      Strip strip;
      strip.height = title_pitch;
      if (strips_.empty()) {
        strip.height += title_space_before;
        line.baseline += title_space_before;
        strip.marks = std::exchange(emblem, {});
      }
      strip.marks.emplace_back(std::move(line));
      strips_.push_back(std::move(strip));
    }
  }

  SetField set_field(const model::HeadField& field, Length width) {
    const model::NodeIndex node = structure_.add(column_.parent, model::Role::paragraph, field.id);
    const model::Owner owner = structure_.owner(node);
    Diagnostics told_below;
    std::vector<LackingGlyph> lacking_below;
    Context measuring{context_.setter, context_.pages, told_below, context_.styles, &lacking_below};

    std::vector<model::Span> spans = field.label;
    SetField set;
    set.label_end = set_single_line(spans, field_pitch, owner, measuring).width;
    for (model::Span& gap : gap_between(field)) spans.push_back(std::move(gap));
    set.value_start = end_of(set_single_line(spans, field_pitch, owner, measuring).line);
    spans.insert(spans.end(), field.value.begin(), field.value.end());

    model::ParagraphFormat format;
    format.line_pitch = field_pitch;
    format.left_indent = std::min(set.value_start, width / 2);
    format.first_line_indent = -format.left_indent;
    set.lines = set_lines(spans, format, width, Length(), owner, context_);
    return set;
  }

  /// Adds the lines of a field from `left`, with dots to `dots_end`, to the strips from `first` on.
  void join(SetField field, std::size_t first, Length left, Length dots_end) {
    for (std::size_t i = 0; i < field.lines.size(); ++i) {
      if (first + i == strips_.size()) add_empty_strip();
      Strip& strip = strips_[first + i];
      const Length top = strip.height - field_pitch;
      const Length dots_start = left + (i == 0 ? field.label_end : field.value_start);
      const Length baseline = field.lines[i].baseline;
      if (!field.lines[i].pieces.empty()) {
        model::Mark line = std::move(field.lines[i]);
        shift(line, left, top);
        strip.marks.push_back(std::move(line));
      }
      if (dots_start < dots_end) strip.marks.emplace_back(dotted_rule(dots_start, dots_end, top + baseline));
    }
  }

  void add_empty_strip() {
    Strip strip;
    strip.height = field_pitch;
    if (!has_fields_) strip.height += first_field_space_before;
    has_fields_ = true;
    strips_.push_back(std::move(strip));
  }

  void add_field(const model::HeadField& field) {
    join(set_field(field, column_.width), strips_.size(), Length(), column_.width);
  }

  /// ที่ and วันที่ on one line, read one after the other, however many lines the number takes.
  void add_numbered_line() {
    const Length left = date_left(column_.width);
    const std::size_t first = strips_.size();
    join(set_field(head_.reference_no, left - date_gap), first, Length(), left);
    gather_marks(strips_, first);
    join(set_field(head_.date, column_.width - left), first, left, column_.width);
  }

  const model::MemoHead& head_;
  const BlockColumn& column_;
  Context& context_;
  Structure structure_;
  std::vector<Strip> strips_;
  bool has_fields_ = false;
};

}  // namespace

std::vector<Strip> set_memo_head(const model::MemoHead& head, const BlockColumn& column, Context& context) {
  return MemoHeadSetter(head, column, context).set();
}

}  // namespace krut::typeset
