#include "krut/svg_pictures.h"

#include <map>
#include <tuple>
#include <variant>
#include <vector>

#include "pdf/svg_pixels.h"

namespace krut {

namespace {

/// Walks over all blocks, drawing each picture once for each of its sizes.
class Walker {
 public:
  void visit(std::vector<model::Block>& blocks) {
    for (model::Block& block : blocks) {
      std::visit([this](auto& content) { visit(content); }, block.content);
    }
  }

 private:
  void visit(std::optional<model::Image>& image) {
    if (!image || image->kind != model::ImageKind::svg) return;
    auto& png = drawn_[{image->bytes.get(), image->width, image->height}];
    if (png == nullptr) {
      png = std::make_shared<const std::string>(pdf::svg_as_png(*image->bytes, image->width, image->height));
    }
    image->png = png;
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

  std::map<std::tuple<const std::string*, Length, Length>, std::shared_ptr<const std::string>> drawn_;
};

}  // namespace

void add_pixels(model::Document& document) {
  Walker walker;
  for (model::Section& section : document.sections) walker.visit(section.blocks);
}

}  // namespace krut
