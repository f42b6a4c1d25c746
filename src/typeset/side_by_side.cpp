#include "typeset/side_by_side.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace krut::typeset {

namespace {

using Side = model::SideBySide::Side;
using Kind = model::Column::Kind;

/// Least room for sides whose width is not fixed: where there is less, the column is too narrow for the form, and all
/// sides get the same width.
constexpr Length narrowest_rest = Length::millimetres(25);

bool is_fixed(const Side& side) { return side.column.kind == Kind::fixed; }
bool is_empty(const Side& side) { return side.blocks.empty(); }

/// Widths of the sides; those without a fixed one take what the content needs, then share the rest.
class WidthSolver {
 public:
  WidthSolver(const model::SideBySide& block, Length width, Context& context)
      : sides_(block.sides), width_(width), context_(context) {}

  std::vector<Length> solve() {
    Length left = width_;
    for (const Side& side : sides_) left -= is_fixed(side) ? side.column.width : Length();
    const bool are_all_fixed = std::all_of(sides_.begin(), sides_.end(), is_fixed);
    if (left < (are_all_fixed ? Length() : narrowest_rest)) return equal_widths();
    std::vector<Length> widths;
    for (const Side& side : sides_) {
      widths.push_back(is_fixed(side) ? side.column.width : Length());
      if (side.column.kind != Kind::content) continue;
      widths.back() = std::min(needed(side), left);
      left -= widths.back();
    }
    share_out(left, widths);
    return widths;
  }

 private:
  [[nodiscard]] std::vector<Length> equal_widths() const {
    const std::int64_t count =
        std::max<std::int64_t>(1, std::ssize(sides_) - std::count_if(sides_.begin(), sides_.end(), is_empty));
    std::vector<Length> widths;
    Length left = width_;
    std::int64_t missing = count;
    for (const Side& side : sides_) {
      const bool is_last = !is_empty(side) && --missing == 0;
      widths.push_back(is_empty(side) ? Length() : is_last ? left : width_ / count);
      left -= widths.back();
    }
    return widths;
  }

  [[nodiscard]] Length needed(const Side& side) const {
    const Length natural = measure_blocks(side.blocks, context_).natural;
    const Length least = std::max(natural, side.column.least);
    return side.column.most ? std::min(least, *side.column.most) : least;
  }

  void share_out(Length left, std::vector<Length>& widths) const {
    std::int64_t shares = 0;
    for (const Side& side : sides_) shares += side.column.kind == Kind::share ? side.column.share : 0;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (sides_[i].column.kind != Kind::share) continue;
      widths[i] = left.scaled(sides_[i].column.share, shares);
      left -= widths[i];
      shares -= sides_[i].column.share;
    }
  }

  const std::vector<Side>& sides_;
  Length width_;
  Context& context_;
};

/// The first line of a side as others beside it see it; nothing where it is no line of plain text from the left.
const model::ParagraphFormat* first_line_of(const Side& side) {
  const auto& first = side.blocks.front().content;
  const auto* paragraph = std::get_if<model::Paragraph>(&first);
  const auto* line = std::get_if<model::LabelledLine>(&first);
  if (paragraph == nullptr && (line == nullptr || line->items.size() > 1)) return nullptr;
  const model::ParagraphFormat& format = paragraph == nullptr ? line->format : paragraph->format;
  const bool is_aligned = format.alignment == model::Alignment::center || format.alignment == model::Alignment::right;
  const bool has_stops = paragraph != nullptr && !paragraph->tab_stops.empty();
  const bool is_headed = format.outline_level > 0;
  return is_aligned || has_stops || is_headed ? nullptr : &format;
}

bool has_leader(const Side& side) {
  const auto* line = std::get_if<model::LabelledLine>(&side.blocks.front().content);
  return line != nullptr && line->leader != model::Leader::none;
}

/// Whether all sides are one line, but for what the last has below its first.
bool is_one_line(const model::SideBySide& block, const std::vector<std::size_t>& line_counts) {
  const model::ParagraphFormat* usual = nullptr;
  const Side* last = nullptr;
  for (const Side& side : block.sides) {
    if (!is_empty(side)) last = &side;
  }
  for (std::size_t i = 0; i < block.sides.size(); ++i) {
    const Side& side = block.sides[i];
    if (is_empty(side)) continue;
    const model::ParagraphFormat* format = first_line_of(side);
    if (format == nullptr) return false;
    if (usual == nullptr) usual = format;
    if (format->line_pitch != usual->line_pitch || format->space_before != usual->space_before) return false;
    const bool may_go_on = &side == last && !has_leader(side);
    if (line_counts[i] != 1 && !may_go_on) return false;
  }
  return last != nullptr;
}

}  // namespace

Strip set_side_by_side(const model::SideBySide& block, const BlockColumn& column, model::ArtifactKind artifact,
                       Context& context) {
  const std::vector<Length> widths = WidthSolver(block, column.width, context).solve();
  Strip whole;
  whole.element = block.id;
  Length left;
  std::vector<std::size_t> line_counts;
  for (std::size_t i = 0; i < block.sides.size(); ++i) {
    Length height;
    auto strips = set_blocks(block.sides[i].blocks, widths[i], column.parent, artifact, context);
    line_counts.push_back(strips.size());
    for (Strip& strip : strips) {
      height += strip.space_before;
      for (model::Mark& mark : strip.marks) {
        shift(mark, left, height);
        whole.marks.push_back(std::move(mark));
      }
      height += strip.height;
    }
    whole.height = std::max(whole.height, height);
    left += widths[i];
  }
  if (is_one_line(block, line_counts)) context.pages.measured.one_line.insert(block.id);
  context.pages.measured.side_widths[block.id] = widths;
  return whole;
}

}  // namespace krut::typeset
