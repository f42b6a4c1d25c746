#include "typeset/field.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/paragraph_setter.h"
#include "typeset/reports.h"

namespace krut::typeset {

namespace {

using Spans = std::vector<model::Span>;

/// Between a label and its value.
constexpr const char* label_gap = "  ";
constexpr const char* marker_gap = " ";
/// Whose measured text is: nobody's.
constexpr model::Owner unread{0, model::ArtifactKind::layout};

model::Span words_like(const Spans& spans, std::string text) {
  model::Span span;
  if (!spans.empty()) span.format = spans.front().format;
  span.text = std::move(text);
  return span;
}

class FieldSetter {
 public:
  FieldSetter(const model::Field& field, Length width, model::NodeIndex parent, Structure& structure, Context& context)
      : field_(field), width_(width), parent_(parent), structure_(structure), context_(context) {}

  std::vector<Strip> set() {
    Spans before = field_.label;
    if (!plain_text(before).empty()) before.push_back(words_like(before, label_gap));
    const Length value_start = width_of(before);
    for (const model::Field::Item& item : field_.items) {
      add(item, before, value_start);
      before.clear();
    }
    return std::move(strips_);
  }

 private:
  void add(const model::Field::Item& item, const Spans& before, Length value_start) {
    Spans marker;
    if (!item.marker.empty()) marker.push_back(words_like(item.text, item.marker + marker_gap));
    model::ParagraphFormat format = field_.format;
    format.left_indent += std::min(value_start + width_of(marker), width_ / 2);
    format.first_line_indent = field_.format.left_indent - format.left_indent;
    if (before.empty()) format.first_line_indent += value_start;
    Spans spans = before;
    spans.insert(spans.end(), marker.begin(), marker.end());
    spans.insert(spans.end(), item.text.begin(), item.text.end());
    const model::NodeIndex node = structure_.add(parent_, model::Role::paragraph, item.id);
    auto strips =
        strips_of(set_lines(spans, format, width_, Length(), structure_.owner(node), context_), format, field_.id);
    std::move(strips.begin(), strips.end(), std::back_inserter(strips_));
  }

  /// Where what follows `spans` starts. What they lack is told when they are set.
  [[nodiscard]] Length width_of(const Spans& spans) const {
    if (spans.empty()) return {};
    Diagnostics told_below;
    std::vector<LackingGlyph> lacking_below;
    Context measuring{context_.setter, context_.pages, told_below, context_.styles, &lacking_below};
    const model::TextLine line = set_single_line(spans, field_.format.line_pitch, unread, measuring).line;
    if (line.pieces.empty()) return {};
    const model::TextPiece& last = line.pieces.back();
    return last.x + text::width_of(last.shape->advance, last.shape->font->units_per_em, last.size);
  }

  const model::Field& field_;
  Length width_;
  model::NodeIndex parent_;
  Structure& structure_;
  Context& context_;
  std::vector<Strip> strips_;
};

}  // namespace

std::vector<Strip> set_field(const model::Field& field, Length width, model::NodeIndex parent, Structure& structure,
                             Context& context) {
  return FieldSetter(field, width, parent, structure, context).set();
}

}  // namespace krut::typeset
