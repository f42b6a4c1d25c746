#pragma once

#include <variant>

#include "model/document.h"

namespace krut {

/// Walks over all blocks of a document, calling `Visit` for each picture that stands in one.
template <typename Visit>
class ImageWalker {
 public:
  explicit ImageWalker(Visit& visit) : visit_(visit) {}

  template <typename Blocks>
  void walk(Blocks& blocks) requires requires {
    blocks.front().content;
  }
  {
    for (auto& block : blocks) {
      std::visit([this](auto& content) { walk_into(content); }, block.content);
    }
  }

 private:
  template <typename Rows>
  void walk_rows(Rows& rows) {
    for (auto& row : rows) {
      for (auto& cell : row.cells) walk(cell.blocks);
    }
  }

  template <typename Table>
  void walk_table(Table& table) {
    walk_rows(table.head);
    for (auto& group : table.groups) {
      walk_rows(group.head);
      walk_rows(group.continued_head);
      walk_rows(group.rows);
    }
    walk_rows(table.foot);
  }

  template <typename Content>
  void walk_into(Content& content) {
    if constexpr (requires { content.groups; }) walk_table(content);
    if constexpr (requires { content.items.front().blocks; }) {
      for (auto& item : content.items) walk(item.blocks);
    }
    if constexpr (requires { content.blocks; }) walk(content.blocks);
    if constexpr (requires { content.sides; }) {
      for (auto& side : content.sides) walk(side.blocks);
    }
    if constexpr (requires { *content.image; }) {
      if (content.image) visit_(*content.image);
    }
    if constexpr (requires { *content.emblem.image; }) {
      if (content.emblem.image) visit_(*content.emblem.image);
    }
  }

  Visit& visit_;
};

/// Calls `visit` with each picture of the document, in order. `Document` may be const.
template <typename Document, typename Visit>
void for_each_image(Document& document, Visit visit) {
  ImageWalker<Visit> walker(visit);
  for (auto& section : document.sections) walker.walk(section.blocks);
}

}  // namespace krut
