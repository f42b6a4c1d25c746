#include "typeset/letter_head.h"

#include <algorithm>
#include <utility>

#include "model/forms.h"
#include "typeset/emblem.h"
#include "typeset/paragraph_setter.h"
#include "typeset/structure.h"

namespace krut::typeset {

namespace {

using namespace model::forms::letter;
using Spans = std::vector<model::Span>;

/// Between the label ที่ and the number.
constexpr const char* label_gap = "  ";
/// A column with less room for the agency is too narrow for the form: then its middle counts as the page's centre, and
/// the agency starts there, below the emblem.
constexpr Length narrowest_agency = Length::millimetres(25);
/// Whose measured text is: nobody's.
constexpr model::Owner unread{0, model::ArtifactKind::layout};

class LetterHeadSetter {
 public:
  LetterHeadSetter(const model::LetterHead& head, const BlockColumn& column, Context& context)
      : head_(head),
        column_(column),
        context_(context),
        structure_(context.pages, model::ArtifactKind::none),
        pitch_(head.format.line_pitch),
        has_room_(column.width >= page_centre + head.emblem.width / 2 + agency_gap + narrowest_agency),
        centre_(has_room_ ? page_centre : column.width / 2),
        band_(has_room_ ? head.emblem.height - baseline_of(pitch_) : head.emblem.height) {}

  std::vector<Strip> set() {
    add_band();
    add_number_and_agency();
    add_date();
    for (Strip& strip : strips_) {
      for (model::Mark& mark : strip.marks) shift(mark, column_.left, Length());
      strip.element = head_.id;
      strip.may_break_before = &strip == &strips_.front();
    }
    return std::move(strips_);
  }

 private:
  [[nodiscard]] model::NodeIndex paragraph(model::ElementId element) {
    return structure_.add(column_.parent, model::Role::paragraph, element);
  }

  /// The emblem, the secrecy in the margin above it, and the urgency at the left, just above the number.
  void add_band() {
    Strip band;
    band.height = band_;
    band.marks = set_emblem(head_.emblem, column_.parent, head_.id, context_);
    for (model::Mark& mark : band.marks) shift(mark, centre_ - head_.emblem.width / 2, Length());
    if (!head_.secrecy.empty()) band.marks.push_back(stamp(head_.secrecy, Length(), true));
    if (!head_.urgency.empty()) band.marks.push_back(stamp(head_.urgency, band_, false));
    strips_.push_back(std::move(band));
  }

  /// A line that ends at `bottom`.
  [[nodiscard]] model::Mark stamp(const Spans& words, Length bottom, bool is_centred) {
    const Length pitch = format_of_style(head_.stamp_style, words, context_).line_pitch;
    SingleLine word = set_single_line(words, pitch, structure_.owner(paragraph(head_.id)), context_);
    model::Mark mark = std::move(word.line);
    shift(mark, is_centred ? centre_ - word.width / 2 : Length(), bottom - pitch);
    return mark;
  }

  /// Side by side, and read one after the other, however many lines the number takes.
  void add_number_and_agency() {
    const std::size_t first = strips_.size();
    const Length agency_left = place_of_agency();
    const Length number_room = has_room_ ? page_centre - head_.emblem.width / 2 : agency_left - agency_gap;
    place(set_paragraph(number(), number_room, paragraph(head_.reference_no.id)), Length(), first);
    gather_marks(strips_, first);
    const model::NodeIndex node = paragraph(head_.agency_id);
    std::size_t strip = first;
    for (const Spans& line : head_.agency) {
      strip = place(set_paragraph(line, column_.width - agency_left, node), agency_left, strip);
    }
  }

  /// The label, two spaces and the number.
  [[nodiscard]] Spans number() const {
    Spans spans = head_.reference_no.label;
    if (!spans.empty()) {
      model::Span gap;
      gap.text = label_gap;
      gap.format = spans.back().format;
      spans.push_back(std::move(gap));
    }
    const Spans& value = head_.reference_no.value;
    spans.insert(spans.end(), value.begin(), value.end());
    return spans;
  }

  /// Where the agency's lines start, so that the longest ends at the right margin.
  [[nodiscard]] Length place_of_agency() const {
    if (!has_room_) return column_.width / 2;
    Length widest;
    Diagnostics told_below;
    std::vector<LackingGlyph> lacking_below;
    Context measuring{context_.setter, context_.pages, told_below, context_.styles, &lacking_below};
    for (const Spans& line : head_.agency)
      widest = std::max(widest, set_single_line(line, pitch_, unread, measuring).width);
    return std::max(column_.width - widest, page_centre + head_.emblem.width / 2 + agency_gap);
  }

  void add_date() {
    if (head_.date.empty()) return;
    const std::size_t first = strips_.size();
    place(set_paragraph(head_.date, column_.width - centre_, paragraph(head_.date_id)), centre_, first);
    strips_[first].space_before = space_before;
  }

  [[nodiscard]] std::vector<model::TextLine> set_paragraph(const Spans& spans, Length width, model::NodeIndex node) {
    model::ParagraphFormat format;
    format.line_pitch = pitch_;
    return set_lines(spans, format, width, Length(), structure_.owner(node), context_);
  }

  /// Puts lines into the strips from `strip` on; gives the one after the last.
  std::size_t place(std::vector<model::TextLine> lines, Length left, std::size_t strip) {
    for (model::TextLine& line : lines) {
      if (strip == strips_.size()) {
        strips_.emplace_back();
        strips_.back().height = pitch_;
      }
      if (!line.pieces.empty()) {
        model::Mark mark = std::move(line);
        shift(mark, left, Length());
        strips_[strip].marks.push_back(std::move(mark));
      }
      ++strip;
    }
    return strip;
  }

  const model::LetterHead& head_;
  const BlockColumn& column_;
  Context& context_;
  Structure structure_;
  Length pitch_;
  bool has_room_;
  Length centre_;  ///< of the page, from the column's left edge
  Length band_;    ///< from the body's top to the line of the number
  std::vector<Strip> strips_;
};

}  // namespace

std::vector<Strip> set_letter_head(const model::LetterHead& head, const BlockColumn& column, Context& context) {
  return LetterHeadSetter(head, column, context).set();
}

}  // namespace krut::typeset
