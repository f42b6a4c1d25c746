#include "krut/svg_pictures.h"

#include <variant>
#include <vector>

#include "pdf/foreign_page.h"

namespace krut {

namespace {

/// Walks over all blocks, drawing each picture.
class Walker {
 public:
  Walker(const picture::Drawer& drawer, DrawingWish wish, Diagnostics& diagnostics)
      : drawer_(drawer), wish_(wish), diagnostics_(diagnostics) {}

  [[nodiscard]] bool has_drawn_all() const { return has_drawn_all_; }

  void visit(std::vector<model::Block>& blocks) {
    for (model::Block& block : blocks) {
      std::visit([this](auto& content) { visit(content); }, block.content);
    }
  }

 private:
  /// After the first that cannot be drawn no other is tried: each may take all the time that it is given.
  void visit(std::optional<model::Image>& image) {
    if (!image || image->kind != model::ImageKind::svg || !has_drawn_all_) return;
    auto result = drawer_.draw(image->bytes, image->width, image->height, wish_.in_docx);
    const auto* drawn = std::get_if<picture::Drawn>(&result);
    const bool needs_pixels = drawn != nullptr && wish_.in_pdf && !drawn->png && !pdf::can_import(*drawn->page);
    if (needs_pixels) result = drawer_.draw(image->bytes, image->width, image->height, true);
    if (const auto* fault = std::get_if<picture::Fault>(&result)) {
      has_drawn_all_ = false;
      diagnostics_.add(told(*image, *fault));
      return;
    }
    image->page = std::get<picture::Drawn>(result).page;
    image->png = std::get<picture::Drawn>(result).png;
  }

  static Diagnostic told(const model::Image& image, const picture::Fault& fault) {
    return {.code = "picture.undrawable",
            .message = {"วาดภาพ \"" + image.name + "\" ไม่ได้: " + fault.what.thai,
                        "the picture \"" + image.name + "\" cannot be drawn: " + fault.what.english},
            .where = image.named_at,
            .hint = fault.hint};
  }

  void visit(model::List& list) {
    for (model::ListItem& item : list.items) visit(item.blocks);
  }

  void visit(std::vector<model::Row>& rows) {
    for (model::Row& row : rows) {
      for (model::Cell& cell : row.cells) visit(cell.blocks);
    }
  }

  void visit(model::Table& table) {
    visit(table.head);
    for (model::RowGroup& group : table.groups) {
      visit(group.head);
      visit(group.continued_head);
      visit(group.rows);
    }
    visit(table.foot);
  }

  /// A figure, a head with an emblem, or a block without pictures.
  template <typename Content>
  void visit(Content& content) {
    if constexpr (requires { content.image; }) visit(content.image);
    if constexpr (requires { content.emblem; }) visit(content.emblem.image);
  }

  const picture::Drawer& drawer_;
  DrawingWish wish_;
  Diagnostics& diagnostics_;
  bool has_drawn_all_ = true;
};

}  // namespace

bool draw_pictures(model::Document& document, const picture::Drawer& drawer, DrawingWish wish,
                   Diagnostics& diagnostics) {
  Walker walker(drawer, wish, diagnostics);
  for (model::Section& section : document.sections) walker.visit(section.blocks);
  return walker.has_drawn_all();
}

}  // namespace krut
