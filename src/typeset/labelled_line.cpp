#include "typeset/labelled_line.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "typeset/dots.h"
#include "typeset/paragraph_setter.h"
#include "typeset/reports.h"

namespace krut::typeset {

namespace {

using Spans = std::vector<model::Span>;

constexpr const char* marker_gap = " ";
/// Whose measured text is: nobody's.
constexpr model::Owner unread{0, model::ArtifactKind::layout};

Spans joined(Spans first, const Spans& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Spans marker_of(const model::LabelledLine::Item& item) {
  if (item.marker.empty()) return {};
  model::Span span;
  if (!item.text.empty()) span.format = item.text.front().format;
  span.text = item.marker + marker_gap;
  return {span};
}

std::string text_of(const model::TextLine& line) {
  std::string text;
  for (const model::TextPiece& piece : line.pieces) text += piece.shape->text;
  return text;
}

/// How many bytes of `value` stand before each line but the first. The lines say what stands before the value, then the
/// value; nothing where they say it in other characters: substitutes for those that no font has.
std::vector<std::size_t> line_breaks(const std::vector<model::TextLine>& lines, const Spans& value) {
  std::string text;
  std::vector<std::size_t> ends;
  for (const model::TextLine& line : lines) ends.push_back((text += text_of(line)).size());
  ends.pop_back();
  std::string said;
  for (const model::Span& span : value) said += span.text;
  std::vector<std::size_t> breaks;
  if (!text.ends_with(said)) return breaks;
  const std::size_t before_value = text.size() - said.size();
  for (const std::size_t end : ends) {
    if (end > before_value) breaks.push_back(end - before_value);
  }
  return breaks;
}

class LineSetter {
 public:
  LineSetter(const model::LabelledLine& line, Length width, model::NodeIndex parent, Structure& structure,
             Context& context)
      : line_(line),
        width_(line.end > Length() ? std::min(line.end, width) : width),
        parent_(parent),
        structure_(structure),
        context_(context) {}

  std::vector<Strip> set() {
    Spans before = joined(line_.label, line_.gap);
    const Ends label = ends_of(before);
    value_start_ = label.with_spaces;
    context_.pages.measured.text_starts[line_.id] = line_.format.left_indent + value_start_;
    Length leader_start = line_.format.left_indent + label.without_spaces;
    for (const model::LabelledLine::Item& item : line_.items) {
      add(item, before, leader_start);
      before.clear();
      leader_start = hang(value_start_);
    }
    if (line_.format.keeps_together) {
      for (Strip& strip : strips_) strip.may_break_before = false;
    }
    return std::move(strips_);
  }

 private:
  /// Where text on one line ends.
  struct Ends {
    Length with_spaces;
    Length without_spaces;
  };

  /// What is set in further lines starts in the left half of the column.
  [[nodiscard]] Length hang(Length start) const { return line_.format.left_indent + std::min(start, width_ / 2); }

  void add(const model::LabelledLine::Item& item, const Spans& before, Length leader_start) {
    const Spans marker = marker_of(item);
    model::ParagraphFormat format = line_.format;
    format.left_indent = hang(value_start_ + ends_of(marker).with_spaces);
    format.first_line_indent = line_.format.left_indent - format.left_indent;
    if (before.empty()) format.first_line_indent += value_start_;
    const Spans spans = joined(joined(before, marker), item.text);
    const model::NodeIndex node = structure_.add(parent_, model::Role::paragraph, item.id);
    auto lines = set_lines(spans, format, width_, Length(), structure_.owner(node), context_);
    if (!plain_text(item.text).empty()) note(item, format.left_indent, lines);
    auto strips = strips_of(std::move(lines), format, line_.id);
    if (line_.leader == model::Leader::dots) add_leaders(strips, leader_start);
    std::move(strips.begin(), strips.end(), std::back_inserter(strips_));
  }

  void note(const model::LabelledLine::Item& item, Length start, const std::vector<model::TextLine>& lines) {
    model::Measured& measured = context_.pages.measured;
    measured.text_starts[item.id] = start;
    if (line_.leader == model::Leader::none || lines.size() < 2) return;
    if (auto breaks = line_breaks(lines, item.text); !breaks.empty()) measured.line_breaks[item.id] = std::move(breaks);
  }

  void add_leaders(std::vector<Strip>& strips, Length first_start) {
    const Length baseline = baseline_of(line_.format.line_pitch);
    for (Strip& strip : strips) {
      const Length start = &strip == &strips.front() ? first_start : hang(value_start_);
      if (start < width_) strip.marks.emplace_back(dotted_rule(start, width_, baseline));
    }
  }

  /// What they lack is told when they are set.
  [[nodiscard]] Ends ends_of(const Spans& spans) const {
    if (spans.empty()) return {};
    Diagnostics told_below;
    std::vector<LackingGlyph> lacking_below;
    Context measuring{context_.setter, context_.pages, told_below, context_.styles, &lacking_below};
    const SingleLine set = set_single_line(spans, line_.format.line_pitch, unread, measuring);
    if (set.line.pieces.empty()) return {};
    const model::TextPiece& last = set.line.pieces.back();
    return {last.x + text::width_of(last.shape->advance, last.shape->font->units_per_em, last.size), set.width};
  }

  const model::LabelledLine& line_;
  Length width_;
  model::NodeIndex parent_;
  Structure& structure_;
  Context& context_;
  Length value_start_;
  std::vector<Strip> strips_;
};

}  // namespace

std::vector<Strip> set_labelled_line(const model::LabelledLine& line, Length width, model::NodeIndex parent,
                                     Structure& structure, Context& context) {
  return LineSetter(line, width, parent, structure, context).set();
}

}  // namespace krut::typeset
