#include "typeset/paper_edges.h"

#include <algorithm>
#include <string>
#include <variant>

namespace krut::typeset {

namespace {

/// Nobody misses what a printer's own margin takes.
constexpr Length tolerance = Length::millimetres(0.5);

struct Extent {
  Length left;
  Length top;
  Length right;
  Length bottom;
};

bool is_space(const model::TextPiece& piece) { return piece.shape->text.find_first_not_of(' ') == std::string::npos; }

Length end_of(const model::TextPiece& piece) {
  const Length natural = piece.size.scaled(piece.shape->advance, piece.shape->font->units_per_em);
  const auto gaps = static_cast<std::int64_t>(piece.shape->clusters.size()) - 1;
  return piece.x + natural + piece.cluster_spacing * std::max<std::int64_t>(gaps, 0);
}

/// Spaces at the end count only where they would lie beyond `right`: no text is looked at where they do not.
Extent extent_of(const model::TextLine& line, Length right) {
  if (line.pieces.empty()) return {Length(), line.baseline, Length(), line.baseline};
  const Length left = line.pieces.front().x;
  const Length end = end_of(line.pieces.back());
  return {left, line.baseline, std::max(left, end <= right ? end : right_edge(line)), line.baseline};
}

Extent extent_of(const model::Rule& rule, Length /*right*/) {
  return {std::min(rule.x1, rule.x2), std::min(rule.y1, rule.y2), std::max(rule.x1, rule.x2),
          std::max(rule.y1, rule.y2)};
}

Extent extent_of(const model::Box& box, Length /*right*/) {
  return {box.x, box.y, box.x + box.width, box.y + box.height};
}

Extent extent_of(const model::PlacedImage& placed, Length /*right*/) {
  return {placed.x, placed.y, placed.x + placed.image->width, placed.y + placed.image->height};
}

bool is_on(const model::Page& page, const model::Mark& mark, bool may_be_too_tall) {
  const Extent extent = std::visit([&](const auto& each) { return extent_of(each, page.width); }, mark);
  return extent.left >= -tolerance && extent.top >= -tolerance && extent.right <= page.width + tolerance &&
         (may_be_too_tall || extent.bottom <= page.height + tolerance);
}

/// JSON pointer of the value that a mark shows; empty for the layout's own.
std::string value_of(const model::Mark& mark, const model::Pages& pages) {
  if (const auto* placed = std::get_if<model::PlacedImage>(&mark)) return placed->image->pointer;
  const auto* line = std::get_if<model::TextLine>(&mark);
  if (line == nullptr) return {};
  for (const model::TextPiece& piece : line->pieces) {
    if (piece.value != 0) return pages.values[piece.value];
  }
  return {};
}

}  // namespace

Length right_edge(const model::TextLine& line) {
  const auto last = std::find_if_not(line.pieces.rbegin(), line.pieces.rend(), is_space);
  return last == line.pieces.rend() ? Length() : end_of(*last);
}

void report_beyond_paper(const model::Pages& pages, const LookedAt& looked_at, const Place& section,
                         Diagnostics& diagnostics) {
  for (std::size_t i = looked_at.begin; i < looked_at.end; ++i) {
    const model::Page& page = pages.pages[i];
    const auto lost = std::find_if_not(page.marks.begin(), page.marks.end(), [&](const model::Mark& mark) {
      return is_on(page, mark, looked_at.is_told_too_tall);
    });
    if (lost == page.marks.end()) continue;
    const std::string number = std::to_string(i + 1);
    Diagnostic told{.code = "typeset.beyond-paper",
                    .message = {"มีสิ่งที่ล้นออกนอกกระดาษหน้า " + number, "something runs off the paper on page " + number},
                    .where = section,
                    .hint = {"ลดความกว้าง ความสูง หรือระยะที่กำหนดไว้ เขียนให้สั้นลง หรือใช้กระดาษใหญ่ขึ้น",
                             "make it less wide, high or far from the edge, write less, or use larger paper"}};
    const std::string pointer = value_of(*lost, pages);
    if (!pointer.empty()) {
      told.asked_by = section;
      told.where = Place();
      told.where.pointer = pointer;
    }
    return diagnostics.add(std::move(told));
  }
}

}  // namespace krut::typeset
