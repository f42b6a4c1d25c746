#include "krut/svg_pictures.h"

#include <variant>

#include "krut/each_image.h"
#include "pdf/foreign_page.h"

namespace krut {

namespace {

Diagnostic undrawable(const model::Image& image, const picture::Fault& fault) {
  return {.code = "picture.undrawable",
          .message = {"วาดภาพ \"" + image.name + "\" ไม่ได้: " + fault.what.thai,
                      "the picture \"" + image.name + "\" cannot be drawn: " + fault.what.english},
          .where = image.named_at,
          .hint = fault.hint};
}

/// False, and the fault is told, when it cannot be drawn.
bool draw(model::Image& image, const picture::Drawer& drawer, DrawingWish wish, const Budget& budget,
          Diagnostics& diagnostics) {
  auto result = drawer.draw(image.bytes, image.width, image.height, wish.in_docx, budget);
  const auto* drawn = std::get_if<picture::Drawn>(&result);
  const bool needs_pixels = drawn != nullptr && wish.in_pdf && !drawn->png && !pdf::can_import(*drawn->page);
  if (needs_pixels) result = drawer.draw(image.bytes, image.width, image.height, true, budget);
  if (const auto* fault = std::get_if<picture::Fault>(&result)) {
    diagnostics.add(undrawable(image, *fault));
    return false;
  }
  image.page = std::get<picture::Drawn>(result).page;
  image.png = std::get<picture::Drawn>(result).png;
  return true;
}

}  // namespace

bool draw_pictures(model::Document& document, const picture::Drawer& drawer, DrawingWish wish, const Budget& budget,
                   Diagnostics& diagnostics) {
  bool has_drawn_all = true;
  for_each_image(document, [&](model::Image& image) {
    // After the first that cannot be drawn no other is tried: each may take all the time that it is given.
    if (image.kind != model::ImageKind::svg || !has_drawn_all) return;
    has_drawn_all = draw(image, drawer, wish, budget, diagnostics);
  });
  return has_drawn_all;
}

}  // namespace krut
