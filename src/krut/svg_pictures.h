#pragma once

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/document.h"
#include "picture/drawer.h"

namespace krut {

/// What the drawings of a document are wanted for.
struct DrawingWish {
  bool in_pdf = false;
  bool in_docx = false;
};

/// Gives every SVG of the document what it looks like: a page of lines (`model::Image::page`), and its pixels
/// (`model::Image::png`) for word processors that draw no SVG, and for a PDF that must not hold what the page holds.
/// Each is drawn both ways in any case, so that one that cannot be is told whichever paper is wanted. False, with the
/// faults in `diagnostics`, when one cannot be drawn. Throws `Error` as `picture::Drawer::draw` does.
[[nodiscard]] bool draw_pictures(model::Document& document, const picture::Drawer& drawer, DrawingWish wish,
                                 const Budget& budget, Diagnostics& diagnostics);

}  // namespace krut
