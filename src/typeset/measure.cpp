#include <algorithm>
#include <variant>

#include "typeset/paragraph_setter.h"
#include "typeset/strip.h"
#include "typeset/tabbed_lines.h"

namespace krut::typeset {

namespace {

/// The wider of each.
void widen(Measure& measure, const Measure& other) {
  measure.narrowest = std::max(measure.narrowest, other.narrowest);
  measure.natural = std::max(measure.natural, other.natural);
  measure.held = std::max(measure.held, other.held);
}

class Measurer {
 public:
  Measurer(text::Setter& setter, const Budget& budget) : setter_(setter), budget_(budget) {}

  Measure blocks(const std::vector<model::Block>& blocks) {
    Measure measure;
    for (const model::Block& block : blocks) widen(measure, std::visit(*this, block.content));
    return measure;
  }

  /// Tabs are measured as the spaces that they are at least, with room to the last stop.
  Measure operator()(const model::Paragraph& paragraph) {
    if (!has_tabs(paragraph)) return text(paragraph.spans, paragraph.format);
    std::vector<model::Span> spans = paragraph.spans;
    for (model::Span& span : spans) {
      if (span.kind != model::SpanKind::tab) continue;
      span.kind = model::SpanKind::text;
      span.text = " ";
    }
    Measure measure = text(spans, paragraph.format);
    if (!paragraph.tab_stops.empty()) {
      measure.natural = std::max(measure.natural, paragraph.tab_stops.back().position);
    }
    return measure;
  }

  Measure operator()(const model::List& list) {
    Measure measure;
    for (const model::ListItem& item : list.items) {
      Measure inner = blocks(item.blocks);
      inner.narrowest += list.indent + list.hang;
      inner.natural += list.indent + list.hang;
      inner.held += list.indent + list.hang;
      widen(measure, inner);
    }
    return measure;
  }

  Measure operator()(const model::Choice& choice) {
    Measure measure;
    model::ParagraphFormat format = choice.format;
    format.left_indent += choice.box_side + choice.box_gap;
    for (const model::Choice::Option& option : choice.options) {
      model::Span label;
      label.text = option.label;
      label.format = choice.text;
      widen(measure, text({label}, format));
    }
    return measure;
  }

  /// All values stand as far from the left as the first does behind its label.
  Measure operator()(const model::LabelledLine& line) {
    std::vector<model::Span> spans = line.label;
    spans.insert(spans.end(), line.gap.begin(), line.gap.end());
    Length start;
    Measure measure;
    for (const model::LabelledLine::Item& item : line.items) {
      const Length value = text(item.text, line.format).natural;
      if (!item.marker.empty()) {
        spans.emplace_back(item.text.empty() ? model::Span() : item.text.front()).text = item.marker + ' ';
      }
      spans.insert(spans.end(), item.text.begin(), item.text.end());
      const Measure whole = text(spans, line.format);
      if (&item == &line.items.front()) start = whole.natural - value;
      model::ParagraphFormat format = line.format;
      format.left_indent += start;
      widen(measure, whole);
      widen(measure, text(item.text, format));
      spans.clear();
    }
    return measure;
  }

  Measure operator()(const model::Figure& figure) { return {figure.width, figure.width, figure.width}; }

  /// It gives way to a narrower column.
  Measure operator()(const model::HorizontalRule& rule) { return {{}, rule.width, {}}; }

  template <typename Other>
  Measure operator()(const Other&) {
    return {};
  }

 private:
  Measure text(const std::vector<model::Span>& spans, const model::ParagraphFormat& format) {
    std::vector<text::MissingGlyph> told_when_set;
    const text::PreparedText text = setter_.prepare(spans, told_when_set, budget_);
    const Length indents = format.left_indent + format.right_indent;
    Measure measure;
    Length word;
    Length held;
    Length line = format.first_line_indent;
    bool is_first_word = true;
    bool is_first_held = true;
    for (const text::Piece& piece : text.pieces) {
      word += piece.width;
      held += piece.width;
      line += piece.width;
      const Length first = std::max(Length(), format.first_line_indent);
      widen(measure, {(is_first_word ? first : Length()) + word + indents, line + indents,
                      (is_first_held ? first : Length()) + held + indents});
      line += piece.space_width;
      held += piece.space_width;
      if (piece.line_end >= text::LineEnd::unwelcome) {
        held = Length();
        is_first_held = false;
      }
      if (piece.line_end == text::LineEnd::never) {
        word += piece.space_width;
        continue;
      }
      word = Length();
      is_first_word = false;
      if (piece.line_end == text::LineEnd::forced) line = Length();
    }
    return measure;
  }

  text::Setter& setter_;
  const Budget& budget_;
};

}  // namespace

Measure measure_blocks(const std::vector<model::Block>& blocks, Context& context) {
  return Measurer(context.setter, context.budget).blocks(blocks);
}

}  // namespace krut::typeset
