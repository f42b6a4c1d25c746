#include "typeset/paragraph_setter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "typeset/line_breaker.h"
#include "typeset/line_placer.h"
#include "typeset/paper_edges.h"
#include "typeset/reports.h"

namespace krut::typeset {

namespace {

/// A letter too wide for its column may stand in the room beside it, as wide as it is usual in a cell.
constexpr Length most_beyond_column = Length::twips(108);

/// What pages keep of a paragraph beside its lines, its node of the structure among it: an estimate.
constexpr std::size_t bytes_of_paragraph = 400;

text::PreparedText prepare(const std::vector<model::Span>& spans, const model::Owner& owner, Context& context) {
  std::vector<text::MissingGlyph> missing;
  text::PreparedText text = context.setter.prepare(spans, missing, context.budget);
  note_lacking(missing, spans, owner, context);
  return text;
}

/// A node for a span in another language than the document's, so that a screen reader changes its voice; else 0.
model::NodeIndex node_of(const model::Span& span, const model::Owner& owner, model::Pages& pages) {
  const std::string& language = span.format.language;
  const bool is_read = owner.artifact == model::ArtifactKind::none && !span.text.empty();
  if (!is_read || language.empty() || language == pages.language) return 0;
  model::StructureNode node;
  node.role = model::Role::span;
  node.parent = owner.node;
  node.element = pages.structure[owner.node].element;
  node.language = language;
  pages.structure.push_back(std::move(node));
  return static_cast<model::NodeIndex>(pages.structure.size() - 1);
}

/// The value that a span prints; spans of one value that follow each other share it.
model::ValueIndex value_of(const model::Span& span, model::Pages& pages) {
  if (span.pointer.empty()) return 0;
  if (pages.values.back() != span.pointer) pages.values.push_back(span.pointer);
  return static_cast<model::ValueIndex>(pages.values.size() - 1);
}

std::vector<SpanSource> sources_of(const std::vector<model::Span>& spans, const model::Owner& owner,
                                   model::Pages& pages) {
  std::vector<SpanSource> sources;
  sources.reserve(spans.size());
  for (const model::Span& span : spans) sources.push_back({node_of(span, owner, pages), value_of(span, pages)});
  return sources;
}

/// What a screen reader says for a box typed in a text, as for those of a choice; nothing for any other sign.
std::string words_for_box(std::string_view text, bool is_thai) {
  if (text == "☐") return is_thai ? "ไม่ได้เลือก" : "not chosen";
  if (text == "☑") return is_thai ? "เลือก" : "chosen";
  if (text == "☒") return is_thai ? "กากบาท" : "crossed";
  return {};
}

/// Gives each box of a line that is read a node of its own with words.
void describe_boxes(model::TextLine& line, model::Pages& pages) {
  if (line.owner.artifact != model::ArtifactKind::none) return;
  const bool is_thai = pages.language.rfind("th", 0) == 0;
  for (model::TextPiece& piece : line.pieces) {
    if (piece.shape->text.size() != std::string_view("☐").size()) continue;
    std::string words = words_for_box(piece.shape->text, is_thai);
    if (words.empty()) continue;
    const model::NodeIndex parent = piece.node != 0 ? piece.node : line.owner.node;
    model::StructureNode node;
    node.role = model::Role::span;
    node.parent = parent;
    node.element = pages.structure[parent].element;
    node.language = pages.structure[parent].language;
    node.alternative_text = std::move(words);
    pages.structure.push_back(std::move(node));
    piece.node = static_cast<model::NodeIndex>(pages.structure.size() - 1);
  }
}

model::TextLine empty_line(const model::Owner& owner, Length baseline) {
  model::TextLine line;
  line.owner = owner;
  line.baseline = baseline;
  return line;
}

/// Where a line begins that ends at `right`: in the middle of its column where indents leave less room than a letter
/// needs, which would push it out of the column.
Length start_of_line(Length indent, Length right, const model::ParagraphFormat& format) {
  return indent + format.line_pitch / 2 <= right ? indent : std::min(indent, std::max(right, Length()) / 2);
}

}  // namespace

std::vector<model::TextLine> set_lines(const std::vector<model::Span>& spans, const model::ParagraphFormat& format,
                                       Length width, Length first_shift, const model::Owner& owner, Context& context) {
  text::PreparedText text = prepare(spans, owner, context);
  const Length right = width - format.right_indent;
  const Length first_left = start_of_line(format.left_indent + format.first_line_indent + first_shift, right, format);
  const Length next_left = start_of_line(format.left_indent, right, format);
  std::vector<WideWord> wide_words;
  const LineRoom room{right - first_left, right - next_left, format.alignment == model::Alignment::thai_distribute};
  const auto ranges = break_into_lines(text, room, wide_words);
  note_wide_words(wide_words, spans, owner, context);
  const std::vector<SpanSource> sources = sources_of(spans, owner, context.pages);

  std::vector<model::TextLine> lines;
  lines.reserve(ranges.size() + 1);
  bool is_told = false;
  for (const LineRange& range : ranges) {
    const Length left = lines.empty() ? first_left : next_left;
    const bool is_last = range.end == text.pieces.size();
    lines.push_back(place_line(text, range, {spans, sources},
                               {left, right - left, format.alignment, !is_last && !range.is_forced_end}));
    lines.back().owner = owner;
    describe_boxes(lines.back(), context.pages);
    lines.back().baseline = baseline_of(format.line_pitch);
    if (right_edge(lines.back()) > width + most_beyond_column && !is_told) {
      report_wider_than_column(lines.back(), context);
      is_told = true;
    }
  }
  if (ranges.empty() || ranges.back().is_forced_end) {
    lines.push_back(empty_line(owner, baseline_of(format.line_pitch)));
  }
  lines.back().ends_paragraph = true;
  std::size_t bytes = bytes_of_paragraph + lines.size() * sizeof(model::Mark);
  for (const model::TextLine& line : lines) bytes += line.pieces.capacity() * sizeof(model::TextPiece);
  context.budget.take(bytes);
  return lines;
}

SingleLine set_single_line(const std::vector<model::Span>& spans, Length line_pitch, const model::Owner& owner,
                           Context& context) {
  const text::PreparedText text = prepare(spans, owner, context);
  SingleLine single{empty_line(owner, baseline_of(line_pitch)), {}};
  if (text.pieces.empty()) return single;
  LineRange range{0, text.pieces.size(), {}, false};
  const std::vector<SpanSource> sources = sources_of(spans, owner, context.pages);
  single.line = place_line(text, range, {spans, sources}, {Length(), Length(), model::Alignment::left, false});
  single.line.owner = owner;
  describe_boxes(single.line, context.pages);
  single.line.baseline = baseline_of(line_pitch);
  single.line.ends_paragraph = true;
  for (const text::Piece& piece : text.pieces) single.width += piece.width + piece.space_width;
  single.width -= text.pieces.back().space_width;
  return single;
}

std::vector<Strip> strips_of(std::vector<model::TextLine> lines, const model::ParagraphFormat& format,
                             model::ElementId element) {
  std::vector<Strip> strips;
  strips.reserve(lines.size());
  for (model::TextLine& line : lines) {
    Strip strip;
    strip.height = format.line_pitch;
    strip.element = element;
    if (!line.pieces.empty()) strip.marks.emplace_back(std::move(line));
    strips.push_back(std::move(strip));
  }
  obey_line_rules(strips, format);
  return strips;
}

void obey_line_rules(std::vector<Strip>& strips, const model::ParagraphFormat& format) {
  const int count = static_cast<int>(strips.size());
  for (int i = 1; i < count; ++i) {
    const bool leaves_enough = i >= format.fewest_lines_before_break && count - i >= format.fewest_lines_after_break;
    if (!leaves_enough || format.keeps_together) strips[static_cast<std::size_t>(i)].may_break_before = false;
  }
}

}  // namespace krut::typeset
