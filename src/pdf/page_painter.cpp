#include "pdf/page_painter.h"

#include <algorithm>

#include "pdf/line_writer.h"
#include "pdf/syntax.h"

namespace krut::pdf {
namespace {

// Underlines follow the document, not the font: fonts disagree, and some draw through the letters. Shares of the em.
constexpr std::int64_t underline_drop = 60;
constexpr std::int64_t underline_thickness = 30;
constexpr std::int64_t tick_share = 1'500;  // of the thickness of its box
constexpr std::int64_t thousand = 1'000;

std::string_view properties_of(model::ArtifactKind kind) {
  switch (kind) {
    case model::ArtifactKind::page_header:
    case model::ArtifactKind::repeated_head:
      return "<</Type/Pagination/Subtype/Header>>";
    case model::ArtifactKind::page_footer:
    case model::ArtifactKind::catch_word:
      return "<</Type/Pagination/Subtype/Footer>>";
    case model::ArtifactKind::layout:
    case model::ArtifactKind::none:
      return "<</Type/Layout>>";
  }
  return "<</Type/Layout>>";
}

/// An empty line keeps its room on paper and is nothing to draw or read.
bool is_nothing(const model::TextLine& line) { return line.pieces.empty(); }
template <typename T>
bool is_nothing(const T&) {
  return false;
}

bool is_blank(const model::ShapedText& shape) {
  return std::all_of(shape.text.begin(), shape.text.end(), [](char c) { return c == ' '; });
}

/// Whose a piece is: the line's, or a span's inside it.
model::Owner owner_of(const model::TextLine& line, const model::TextPiece& piece) {
  const bool is_own = piece.node != 0 && line.owner.artifact == model::ArtifactKind::none;
  return is_own ? model::Owner{piece.node} : line.owner;
}

}  // namespace

PagePainter::PagePainter(const model::Page& page, std::size_t index, FontBook& fonts, ImageBook& images, TagTree& tags)
    : page_(page), index_(index), fonts_(fonts), images_(images), tags_(tags), content_(page.height) {}

std::string PagePainter::paint() && {
  for (const model::Mark& mark : page_.marks) {
    std::visit(
        [this](const auto& thing) {
          if (!is_nothing(thing)) draw(thing);
        },
        mark);
  }
  leave();
  return std::move(content_.out());
}

void PagePainter::enter(const model::Owner& owner) {
  const bool is_same =
      owner_ && (owner.artifact == model::ArtifactKind::none ? *owner_ == owner : owner_->artifact == owner.artifact);
  if (is_same) return;
  leave();
  owner_ = owner;
  if (owner.artifact == model::ArtifactKind::none) {
    const std::uint32_t mcid = tags_.open_content(index_, owner.node);
    scope_.emplace(content_, tags_.tag(owner.node), mcid);
  } else {
    scope_.emplace(content_, "Artifact", properties_of(owner.artifact));
  }
}

void PagePainter::leave() {
  scope_.reset();
  owner_.reset();
  if (underlines_.empty()) return;
  const MarkedContent artifact(content_, "Artifact", properties_of(model::ArtifactKind::layout));
  for (const Underline& line : underlines_) {
    content_.draw_line(line.x1, line.y, line.x2, line.y, line.thickness, {}, {});
  }
  underlines_.clear();
}

/// A line that stands unnaturally says its words in the very sequence that tags it: poppler 22 forgets the tag at the
/// end of any sequence inside it, and PDFium reads the words of the innermost sequence only. Both want it called Span.
void PagePainter::write(const model::TextLine& line, const model::Owner& owner) {
  const std::string words = actual_text(line);
  if (words.empty() || owner.artifact != model::ArtifactKind::none) {
    enter(owner);
    LineWriter(content_, fonts_).write(line);
    return;
  }
  leave();
  std::string properties = "<</MCID ";
  append_integer(properties, tags_.open_content(index_, owner.node));
  const MarkedContent spoken(content_, "Span", properties + words + ">>");
  LineWriter(content_, fonts_).write(line);
}

void PagePainter::draw(const model::TextLine& line) {
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < line.pieces.size(); begin = end) {
    const model::Owner owner = owner_of(line, line.pieces[begin]);
    while (end < line.pieces.size() && owner_of(line, line.pieces[end]) == owner) ++end;
    if (begin == 0 && end == line.pieces.size()) {
      write(line, owner);
      continue;
    }
    model::TextLine part;
    part.baseline = line.baseline;
    part.is_spread = line.is_spread;
    part.pieces.assign(line.pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                       line.pieces.begin() + static_cast<std::ptrdiff_t>(end));
    write(part, owner);
  }
  collect_underlines(line);
  if (line.owner.artifact != model::ArtifactKind::none) return;
  for (const model::TextPiece& piece : line.pieces) tags_.note_label(line.owner.node, piece.shape->text);
}

void PagePainter::note_area(const model::Owner& owner, Length x, Length y, Length width, Length height) {
  if (owner.artifact != model::ArtifactKind::none) return;
  tags_.note_area(owner.node, {x, page_.height - y - height, x + width, page_.height - y});
}

void PagePainter::draw(const model::Rule& rule) {
  enter(rule.owner);
  content_.draw_line(rule.x1, rule.y1, rule.x2, rule.y2, rule.thickness, rule.dash, rule.gap);
}

void PagePainter::draw(const model::Box& box) {
  enter(box.owner);
  content_.draw_box(box.x, box.y, box.width, box.height, box.thickness);
  if (box.is_ticked)
    content_.draw_tick(box.x, box.y, box.width, box.height, box.thickness.scaled(tick_share, thousand));
  note_area(box.owner, box.x, box.y, box.width, box.height);
  if (box.owner.artifact == model::ArtifactKind::none) tags_.note_box(box.owner.node, box.is_ticked);
}

void PagePainter::draw(const model::PlacedImage& image) {
  enter(image.owner);
  const model::Image& shown = *image.image;
  content_.draw_image(images_.name_of(shown), image.x, image.y, shown.width, shown.height, shown.orientation);
  note_area(image.owner, image.x, image.y, shown.width, shown.height);
}

void PagePainter::collect_underlines(const model::TextLine& line) {
  const std::size_t first = underlines_.size();
  std::size_t end = line.pieces.size();
  while (end > 0 && is_blank(*line.pieces[end - 1].shape)) --end;
  for (std::size_t i = 0; i < end; ++i) {
    const model::TextPiece& piece = line.pieces[i];
    if (!piece.is_underlined) continue;
    const Length width = piece.size.scaled(piece.shape->advance, piece.shape->font->units_per_em) +
                         piece.cluster_spacing * static_cast<std::int64_t>(piece.shape->clusters.size());
    const Underline underline{piece.x, piece.x + width, line.baseline + piece.size.scaled(underline_drop, thousand),
                              piece.size.scaled(underline_thickness, thousand)};
    const bool goes_on = underlines_.size() > first && underlines_.back().y == underline.y &&
                         underline.x1 - underlines_.back().x2 < piece.size.scaled(1, 100);
    if (goes_on) {
      underlines_.back().x2 = underline.x2;
    } else {
      underlines_.push_back(underline);
    }
  }
}

}  // namespace krut::pdf
