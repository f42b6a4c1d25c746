#include "typeset/strip.h"

#include <utility>

namespace krut::typeset {

namespace {

struct Shift {
  Length right;
  Length down;

  void operator()(model::TextLine& line) const {
    line.baseline += down;
    for (model::TextPiece& piece : line.pieces) piece.x += right;
  }
  void operator()(model::Rule& rule) const {
    rule.x1 += right;
    rule.x2 += right;
    rule.y1 += down;
    rule.y2 += down;
  }
  void operator()(model::Box& box) const {
    box.x += right;
    box.y += down;
  }
  void operator()(model::PlacedImage& image) const {
    image.x += right;
    image.y += down;
  }
};

}  // namespace

void shift(model::Mark& mark, Length right, Length down) { std::visit(Shift{right, down}, mark); }

void gather_marks(std::vector<Strip>& strips, std::size_t first) {
  if (first >= strips.size()) return;
  Length top = strips[first].height;
  for (std::size_t next = first + 1; next < strips.size(); ++next) {
    for (model::Mark& mark : std::exchange(strips[next].marks, {})) {
      shift(mark, Length(), top);
      strips[first].marks.push_back(std::move(mark));
    }
    top += strips[next].height;
  }
}

}  // namespace krut::typeset
