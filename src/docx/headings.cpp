#include "docx/headings.h"

namespace krut::docx {

namespace {

class Search {
 public:
  explicit Search(const model::Document& document) : document_(document) {
    for (const model::Section& section : document.sections) look_into(section.blocks);
  }

  std::vector<const model::Paragraph*> found;

 private:
  void look_into(const std::vector<model::Block>& blocks) {
    for (const model::Block& block : blocks) {
      if (const auto* paragraph = std::get_if<model::Paragraph>(&block.content)) {
        look_at(*paragraph);
      } else if (const auto* list = std::get_if<model::List>(&block.content)) {
        for (const model::ListItem& item : list->items) look_into(item.blocks);
      } else if (const auto* table = std::get_if<model::Table>(&block.content)) {
        look_into(*table);
      }
    }
  }

  void look_into(const model::Table& table) {
    if (table.continued_heading) look_at(*table.continued_heading);
    look_into(table.head);
    for (const model::RowGroup& group : table.groups) {
      look_into(group.head);
      look_into(group.continued_head);
      look_into(group.rows);
    }
    look_into(table.foot);
  }

  void look_into(const std::vector<model::Row>& rows) {
    for (const model::Row& row : rows) {
      for (const model::Cell& cell : row.cells) look_into(cell.blocks);
    }
  }

  void look_at(const model::Paragraph& paragraph) {
    const int level_of_style = document_.styles.at(paragraph.style).paragraph.outline_level;
    if (paragraph.format.outline_level != level_of_style) found.push_back(&paragraph);
  }

  const model::Document& document_;
};

}  // namespace

std::vector<const model::Paragraph*> paragraphs_off_level(const model::Document& document) {
  return Search(document).found;
}

}  // namespace krut::docx
