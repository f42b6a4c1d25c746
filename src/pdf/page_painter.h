#pragma once

#include <optional>
#include <vector>

#include "model/page.h"
#include "pdf/content.h"
#include "pdf/font_book.h"
#include "pdf/image_book.h"
#include "pdf/tag_tree.h"

namespace krut::pdf {

/// Draws the marks of one page, in order. Neighbours with one owner share one marked-content sequence; nothing is drawn
/// outside of one.
class PagePainter {
 public:
  PagePainter(const model::Page& page, std::size_t index, FontBook& fonts, ImageBook& images, TagTree& tags);

  /// The page's content stream.
  [[nodiscard]] std::string paint() &&;

 private:
  struct Underline {
    Length x1, x2, y, thickness;
  };

  void enter(const model::Owner& owner);
  void leave();
  void write(const model::TextLine& line, const model::Owner& owner);
  void draw(const model::TextLine& line);
  void draw(const model::Rule& rule);
  void draw(const model::Box& box);
  void draw(const model::PlacedImage& image);
  void note_area(const model::Owner& owner, Length x, Length y, Length width, Length height);
  void collect_underlines(const model::TextLine& line);

  const model::Page& page_;
  std::size_t index_;
  FontBook& fonts_;
  ImageBook& images_;
  TagTree& tags_;
  Content content_;
  std::optional<model::Owner> owner_;
  std::optional<MarkedContent> scope_;
  std::vector<Underline> underlines_;  // drawn after the scope of their text
};

}  // namespace krut::pdf
