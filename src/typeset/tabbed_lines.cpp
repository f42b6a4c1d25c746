#include "typeset/tabbed_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/dots.h"
#include "typeset/paragraph_setter.h"

namespace krut::typeset {

namespace {

using Spans = std::vector<model::Span>;

bool is_tab(const model::Span& span) { return span.kind == model::SpanKind::tab; }

/// Where text behind a tab stands; `from` is where the room before it begins.
struct Goal {
  Length position;
  model::Alignment alignment = model::Alignment::left;
  Length from;

  [[nodiscard]] Length start_of(Length width) const {
    if (alignment == model::Alignment::right) return std::max(from, position - width);
    if (alignment == model::Alignment::center) return std::max(from, position - width / 2);
    return position;
  }
};

/// A line and its leaders.
struct TabbedLine {
  model::TextLine line;
  std::vector<std::pair<Length, Length>> leaders;
};

class TabSetter {
 public:
  TabSetter(const model::Paragraph& paragraph, Length width, const model::Owner& owner, Context& context)
      : paragraph_(paragraph),
        format_(paragraph.format),
        width_(width),
        right_(width - format_.right_indent),
        owner_(owner),
        context_(context) {
    format_.alignment = model::Alignment::left;
  }

  std::vector<Strip> set() {
    start_line(format_.left_indent + format_.first_line_indent);
    Spans part;
    for (const model::Span& span : paragraph_.spans) {
      if (is_tab(span)) {
        part.push_back(space_like(span));
        add_part(std::exchange(part, {}));
        go_on();
      } else if (span.kind == model::SpanKind::line_break) {
        add_part(std::exchange(part, {}));
        start_line(format_.left_indent);
      } else {
        part.push_back(span);
      }
    }
    add_part(part);
    lines_.back().line.ends_paragraph = true;
    return strips();
  }

 private:
  static model::Span space_like(const model::Span& tab) {
    model::Span space = tab;
    space.kind = model::SpanKind::text;
    space.text = " ";
    return space;
  }

  void start_line(Length left) {
    lines_.emplace_back();
    goal_ = {left, model::Alignment::left, left};
    pen_ = end_of_space_ = left;
    has_leader_ = false;
  }

  /// Sets text from the goal on; what does not fit goes on at the left indent.
  void add_part(const Spans& part) {
    model::Paragraph measured;
    measured.spans = part;
    const Measure measure = measure_blocks({{std::move(measured)}}, context_);
    Length start = goal_.start_of(measure.natural);
    if (start + measure.natural > width_) start = goal_.alignment == model::Alignment::left ? start : goal_.from;
    if (start + measure.narrowest > right_ && start > format_.left_indent && start + measure.natural > width_) {
      start_line(format_.left_indent);
      start = format_.left_indent;
    }
    model::ParagraphFormat format = format_;
    format.first_line_indent = start - format.left_indent;
    if (start + measure.natural <= width_)
      format.right_indent = std::min(format.right_indent, width_ - start - measure.natural);
    auto lines = set_lines(part, format, width_, Length(), owner_, context_);
    note_leader(start);
    for (model::TextLine& line : lines) {
      line.ends_paragraph = false;
      if (&line != &lines.front()) lines_.emplace_back();
      join(std::move(line));
    }
  }

  void join(model::TextLine line) {
    for (const model::TextPiece& piece : line.pieces) {
      end_of_space_ = piece.x + text::width_of(piece.shape->advance, piece.shape->font->units_per_em, piece.size);
      if (piece.shape->text.find_first_not_of(' ') != std::string::npos) pen_ = end_of_space_;
    }
    model::TextLine& whole = lines_.back().line;
    std::vector<model::TextPiece> pieces = std::move(whole.pieces);
    pieces.insert(pieces.end(), line.pieces.begin(), line.pieces.end());
    whole = std::move(line);
    whole.pieces = std::move(pieces);
  }

  /// To the first stop behind what stands there, or behind the space.
  void go_on() {
    const auto& stops = paragraph_.tab_stops;
    const auto next = std::find_if(stops.begin(), stops.end(),
                                   [&](const model::TabStop& stop) { return std::min(stop.position, width_) > pen_; });
    has_leader_ = next != stops.end() && next->leader == model::Leader::dots;
    goal_ = {end_of_space_, model::Alignment::left, end_of_space_};
    if (next != stops.end()) goal_ = {std::min(next->position, width_), next->alignment, end_of_space_};
  }

  /// The leader of the tab before text that starts there.
  void note_leader(Length start) {
    if (has_leader_ && pen_ < start) lines_.back().leaders.emplace_back(pen_, start);
    has_leader_ = false;
  }

  std::vector<Strip> strips() {
    std::vector<model::TextLine> lines;
    for (TabbedLine& each : lines_) lines.push_back(std::move(each.line));
    std::vector<Strip> strips = strips_of(std::move(lines), paragraph_.format, paragraph_.id);
    const Length baseline = baseline_of(format_.line_pitch);
    for (std::size_t i = 0; i < strips.size(); ++i) {
      for (const auto& [left, right] : lines_[i].leaders) {
        strips[i].marks.emplace_back(dotted_rule(left, right, baseline));
      }
    }
    return strips;
  }

  const model::Paragraph& paragraph_;
  model::ParagraphFormat format_;
  Length width_;
  Length right_;
  model::Owner owner_;
  Context& context_;
  Goal goal_;
  Length pen_;           ///< where the ink of the line ends
  Length end_of_space_;  ///< and the space behind it
  bool has_leader_ = false;
  std::vector<TabbedLine> lines_;
};

}  // namespace

bool has_tabs(const model::Paragraph& paragraph) {
  return std::any_of(paragraph.spans.begin(), paragraph.spans.end(), is_tab);
}

std::vector<Strip> set_tabbed_lines(const model::Paragraph& paragraph, Length width, const model::Owner& owner,
                                    Context& context) {
  return TabSetter(paragraph, width, owner, context).set();
}

}  // namespace krut::typeset
