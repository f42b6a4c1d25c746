#include "typeset_table/table_kit.h"

#include <algorithm>
#include <map>

#include "typeset/strip.h"
#include "typeset/table/table_breaker.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset::test {

namespace {

using namespace literals;

/// What letters may reach above and below their baseline without touching a rule.
constexpr Length ascent = 10_pt;
constexpr Length descent = 2_pt;

void number(std::vector<model::Row>& rows, model::ElementId& next);

void number(std::vector<model::Block>& blocks, model::ElementId& next) {
  for (model::Block& block : blocks) {
    if (auto* paragraph = std::get_if<model::Paragraph>(&block.content)) paragraph->id = next++;
    if (auto* list = std::get_if<model::List>(&block.content)) {
      list->id = next++;
      for (model::ListItem& item : list->items) {
        item.id = next++;
        number(item.blocks, next);
      }
    }
  }
}

void number(std::vector<model::Row>& rows, model::ElementId& next) {
  for (model::Row& row : rows) {
    row.id = next++;
    for (model::Cell& cell : row.cells) {
      cell.id = next++;
      number(cell.blocks, next);
    }
  }
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

std::string said_in(const std::vector<model::Block>& blocks) {
  std::string text;
  for (const model::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<model::Paragraph>(&block.content)) {
      for (const model::Span& span : paragraph->spans) text += span.text;
    }
    if (const auto* list = std::get_if<model::List>(&block.content)) {
      for (const model::ListItem& item : list->items) text += item.marker + said_in(item.blocks);
    }
  }
  return without_spaces(text);
}

/// The cell under whose node a mark stands; 0 for artifacts.
model::ElementId cell_of(const model::Pages& pages, const model::Owner& owner) {
  if (owner.artifact != model::ArtifactKind::none) return 0;
  model::NodeIndex node = owner.node;
  while (node != 0) {
    const model::StructureNode& structure = pages.structure[node];
    if (structure.role == model::Role::data_cell || structure.role == model::Role::header_cell)
      return structure.element;
    node = structure.parent;
  }
  return 0;
}

/// What rounding each glyph's advance may add up to in a line.
constexpr Length rounding = 0.02_pt;

struct Box {
  Length left, top, right, bottom;
};

Box box_of(const model::TextLine& line) {
  const Length left = line.pieces.empty() ? Length() : line.pieces.front().x;
  return {left, line.baseline - ascent, std::max(left, kit::right_edge(line)), line.baseline + descent};
}

class Judge {
 public:
  explicit Judge(const TableOnPages& set) : set_(set) {}

  std::vector<std::string> judge() {
    for (std::size_t part = 0; part < set_.parts.size(); ++part) judge_part(part);
    judge_texts(set_.table.head);
    for (const model::RowGroup& group : set_.table.groups) {
      judge_texts(group.head);
      judge_texts(group.rows);
    }
    judge_texts(set_.table.foot);
    return faults_;
  }

 private:
  void tell(std::size_t part, const std::string& fault) {
    faults_.push_back("part " + std::to_string(part) + ": " + fault);
  }

  void judge_part(std::size_t index) {
    const TablePart& part = set_.parts[index];
    if (part.height == Length()) return;
    if (part.height > set_.rooms[index]) tell(index, "higher than the room");
    judge_areas(index);
    for (const model::Row& row : set_.table.head) {
      for (const model::Cell& cell : row.cells) {
        if (areas_of(part, cell.id).size() != 1) tell(index, "the head is not there once");
      }
    }
    for (const model::Mark& mark : part.marks) {
      if (const auto* line = std::get_if<model::TextLine>(&mark)) judge_line(index, *line);
    }
  }

  static std::vector<model::CellArea> areas_of(const TablePart& part, model::ElementId cell) {
    std::vector<model::CellArea> areas;
    std::copy_if(part.cells.begin(), part.cells.end(), std::back_inserter(areas),
                 [&](const model::CellArea& area) { return area.cell == cell; });
    return areas;
  }

  void judge_areas(std::size_t index) {
    const TablePart& part = set_.parts[index];
    for (std::size_t one = 0; one < part.cells.size(); ++one) {
      const model::CellArea& a = part.cells[one];
      const bool is_inside =
          a.x >= Length() && a.y >= Length() && a.x + a.width <= set_.width && a.y + a.height <= part.height;
      if (!is_inside) tell(index, "a cell sticks out of the table");
      for (std::size_t two = one + 1; two < part.cells.size(); ++two) {
        const model::CellArea& b = part.cells[two];
        const bool overlaps =
            a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
        if (overlaps) tell(index, "cells overlap");
      }
    }
  }

  void judge_line(std::size_t index, const model::TextLine& line) {
    const TablePart& part = set_.parts[index];
    const Box text = box_of(line);
    const auto holds = [&](const model::CellArea& area) {
      return text.left + rounding >= area.x + set_.table.left_padding &&
             text.right <= area.x + area.width - set_.table.right_padding + rounding && text.top >= area.y &&
             text.bottom <= area.y + area.height;
    };
    const model::ElementId cell = cell_of(set_.pages, line.owner);
    const std::vector<model::CellArea> areas = cell == 0 ? part.cells : areas_of(part, cell);
    if (std::none_of(areas.begin(), areas.end(), holds)) tell(index, "text outside its cell: " + kit::text_of(line));
    for (const model::Mark& mark : part.marks) {
      const auto* rule = std::get_if<model::Rule>(&mark);
      if (rule == nullptr) continue;
      const Length half = rule->thickness / 2;
      const bool touches = rule->x1 - half < text.right && rule->x2 + half > text.left &&
                           rule->y1 - half < text.bottom && rule->y2 + half > text.top;
      if (touches) tell(index, "a rule runs through text: " + kit::text_of(line));
    }
  }

  void judge_texts(const std::vector<model::Row>& rows) {
    for (const model::Row& row : rows) {
      for (const model::Cell& cell : row.cells) {
        const std::string wanted = said_in(cell.blocks);
        const std::string found = text_of(set_, cell.id);
        if (wanted != found) faults_.push_back("wanted \"" + wanted + "\", found \"" + found + "\"");
      }
    }
  }

  const TableOnPages& set_;
  std::vector<std::string> faults_;
};

}  // namespace

model::Table table_of(const std::vector<Length>& widths) {
  model::Table table;
  for (const Length width : widths) table.columns.push_back({model::Column::Kind::fixed, width, 1'000, {}, {}});
  table.left_padding = table.right_padding = 1.9_mm;
  table.top_padding = table.bottom_padding = 1_pt;
  table.rule_thickness = 0.5_pt;
  table.title = "มาตรการ";
  return table;
}

model::Cell cell_of(const std::string& text) {
  model::Cell cell;
  if (!text.empty()) cell.blocks.push_back({kit::paragraph(0, text)});
  return cell;
}

model::Cell list_of(const std::vector<std::string>& items) {
  model::List list;
  list.marker_style = model::MarkerStyle::arabic_dot;
  list.hang = 6_mm;
  for (const std::string& text : items) {
    model::ListItem item;
    item.number = static_cast<int>(list.items.size()) + 1;
    item.marker = std::to_string(item.number) + ".";
    item.blocks.push_back({kit::paragraph(0, text)});
    list.items.push_back(std::move(item));
  }
  model::Cell cell;
  cell.blocks.push_back({std::move(list)});
  return cell;
}

model::Row row_of(const std::vector<std::string>& texts) {
  model::Row row;
  for (const std::string& text : texts) row.cells.push_back(cell_of(text));
  return row;
}

model::Row row_of(std::vector<model::Cell> cells) {
  model::Row row;
  row.cells = std::move(cells);
  return row;
}

model::RowGroup group_of(const std::string& label, int columns) {
  model::RowGroup group;
  group.continuation = model::Continuation::label;
  group.head = {row_of({cell_of(label)})};
  group.continued_head = {row_of({cell_of(label + " (ต่อ)")})};
  group.head[0].cells[0].column_span = group.continued_head[0].cells[0].column_span = columns;
  return group;
}

void number(model::Table& table) {
  model::ElementId next = 1;
  table.id = next++;
  number(table.head, next);
  for (model::RowGroup& group : table.groups) {
    group.id = next++;
    number(group.head, next);
    number(group.continued_head, next);
    number(group.rows, next);
  }
  number(table.foot, next);
}

TableOnPages set_on_pages(model::Table table, Length first, Length others, Length width) {
  TableOnPages set;
  number(table);
  set.table = std::move(table);
  set.width = width;
  set.pages.structure.emplace_back();
  set.pages.pages.emplace_back();
  Context context{kit::setter(), set.pages, set.diagnostics};
  SetTable set_table(set.table, width, 0, context);
  TableCursor cursor = *set_table.begin();
  bool is_fresh = false;
  Length room = first;
  while (!set_table.is_done(cursor)) {
    set.parts.push_back(set_table.next(cursor, room, is_fresh, others));
    set.rooms.push_back(room);
    is_fresh = true;
    room = others;
  }
  return set;
}

std::string text_of(const TableOnPages& set, model::ElementId cell) {
  std::string text;
  for (const TablePart& part : set.parts) {
    for (const model::Mark& mark : part.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line != nullptr && cell_of(set.pages, line->owner) == cell) text += kit::text_of(*line);
    }
  }
  return without_spaces(text);
}

std::vector<std::string> faults_of(const TableOnPages& set) { return Judge(set).judge(); }

}  // namespace krut::typeset::test
