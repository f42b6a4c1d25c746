#include "typeset/document_laws.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/dump.h"
#include "model/letters.h"
#include "typeset/random_document.h"
#include "typeset/typeset.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset::kit {

namespace {

constexpr Length pitch = 18.1_pt;
constexpr Length slack = 0.01_pt;
/// A cell narrower than this may be filled by the indents of its lists alone.
constexpr Length room_for_indents = 150_pt;

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

/// What each node of the structure says, nodes in reading order: a cell that goes on over a page is whole again.
std::string text_by_node(const model::Pages& pages) {
  std::vector<std::string> texts(pages.structure.size());
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->owner.artifact != model::ArtifactKind::none) continue;
      texts.at(line->owner.node) += text_of(*line);
    }
  }
  std::string all;
  for (const std::string& text : texts) all += without_spaces(text);
  return all;
}

std::string difference(const std::string& said, const std::string& set) {
  constexpr std::size_t shown = 200;
  const auto parting = std::mismatch(said.begin(), said.end(), set.begin(), set.end());
  const auto at = static_cast<std::size_t>(parting.first - said.begin());
  const std::size_t from = at < shown ? 0 : at - shown;
  return "\nsaid …" + said.substr(from, 2 * shown) + "\nset  …" + set.substr(from, 2 * shown);
}

/// Whether something was taller than its page; then it may run over.
bool tells_of_overflow(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [](const Diagnostic& told) {
    return told.code == "typeset.taller-than-page" || told.code == "table.taller-than-page";
  });
}

/// The signatures whose first signer `element` is and that follow text or a table; null when there are none.
struct Followed {
  const model::Signatures* signatures = nullptr;
  const model::Table* table = nullptr;  ///< right above them
};

Followed signatures_begun_by(const model::Document& document, model::ElementId element) {
  for (const model::Section& section : document.sections) {
    for (std::size_t i = 1; i < section.blocks.size(); ++i) {
      const auto* block = std::get_if<model::Signatures>(&section.blocks[i].content);
      if (block == nullptr || block->signers.front().id != element) continue;
      const model::Block& above = section.blocks[i - 1];
      const bool follows_text = !std::holds_alternative<model::PageBreak>(above.content) &&
                                !std::holds_alternative<model::Figure>(above.content);
      if (follows_text) return {block, std::get_if<model::Table>(&above.content)};
    }
  }
  return {};
}

/// Whether head and last line of a table find no room above what a page shows.
bool has_no_room_for(const model::Table& table, const model::Page& page) {
  Length lowest;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr) lowest = std::max(lowest, line->baseline);
  }
  const auto bands = static_cast<std::int64_t>(table.head.size()) + 2;
  return lowest + (pitch + 1_pt) * bands > page.height - 20_mm;
}

/// A row of a body, and where it belongs.
struct RowPlace {
  const model::Table* table = nullptr;
  const model::RowGroup* group = nullptr;  ///< null in the foot
  const model::Row* row = nullptr;
  bool is_joined = false;  ///< a cell over several rows stands in it
};

/// Every cell of the bodies of a document's tables, with its row.
class BodyCells {
 public:
  explicit BodyCells(const model::Document& document) {
    for (const model::Section& section : document.sections) {
      for (const model::Block& block : section.blocks) {
        const auto* table = std::get_if<model::Table>(&block.content);
        if (table == nullptr) continue;
        for (const model::RowGroup& group : table->groups) add(*table, &group, group.rows);
        add(*table, nullptr, table->foot);
      }
    }
  }
  [[nodiscard]] const RowPlace* find(model::ElementId cell) const {
    const auto found = places_.find(cell);
    return found == places_.end() ? nullptr : &found->second;
  }

 private:
  void add(const model::Table& table, const model::RowGroup* group, const std::vector<model::Row>& rows) {
    int reach = 0;
    for (const model::Row& row : rows) {
      int below = std::max(0, reach - 1);
      for (const model::Cell& cell : row.cells) below = std::max(below, cell.row_span - 1);
      for (const model::Cell& cell : row.cells) places_[cell.id] = {&table, group, &row, reach > 0 || below > 0};
      reach = below;
    }
  }

  std::map<model::ElementId, RowPlace> places_;
};

/// What a page shows of tables.
struct PageTables {
  std::set<const model::Table*> tables;
  std::set<const model::RowGroup*> groups;
};

PageTables tables_on(const model::Page& page, const BodyCells& cells) {
  PageTables shown;
  for (const model::CellArea& area : page.cells) {
    const RowPlace* place = cells.find(area.cell);
    if (place == nullptr) continue;
    shown.tables.insert(place->table);
    if (place->group != nullptr) shown.groups.insert(place->group);
  }
  return shown;
}

std::vector<std::string> all_lines(const model::Page& page) {
  std::vector<std::string> lines;
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr) lines.push_back(text_of(*line));
  }
  return lines;
}

/// How often `label` stands on a page, broken over lines or not.
std::size_t times_on(const model::Page& page, const std::string& label) {
  std::string all = "\n";
  for (const std::string& line : all_lines(page)) all += without_spaces(line) + "\n";
  std::string joined;
  for (const char c : all) {
    if (c != '\n') joined += c;
  }
  std::size_t times = 0;
  for (std::size_t at = joined.find(label); at != std::string::npos; at = joined.find(label, at + 1)) {
    const std::size_t end = at + label.size();
    const bool is_whole = end == joined.size() || joined[end] < '0' || joined[end] > '9';
    if (is_whole) ++times;
  }
  return times;
}

std::string on_page(std::size_t index) { return " on page " + std::to_string(index + 1); }

/// The cell around a node; 0 when there is none.
model::ElementId cell_around(const model::Pages& pages, model::NodeIndex node) {
  for (; node != 0; node = pages.structure[node].parent) {
    const model::Role role = pages.structure[node].role;
    if (role == model::Role::data_cell || role == model::Role::header_cell) return pages.structure[node].element;
  }
  return 0;
}

/// The largest letters that were set in each cell.
std::map<model::ElementId, Length> largest_by_cell(const model::Pages& pages) {
  std::map<model::ElementId, Length> sizes;
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->owner.artifact != model::ArtifactKind::none) continue;
      const model::ElementId cell = cell_around(pages, line->owner.node);
      if (cell == 0) continue;
      for (const model::TextPiece& piece : line->pieces) sizes[cell] = std::max(sizes[cell], piece.size);
    }
  }
  return sizes;
}

/// The column of each cell that stands in one alone.
std::map<model::ElementId, std::size_t> lone_columns(const model::Pages& pages) {
  std::map<model::ElementId, std::size_t> columns;
  for (const model::StructureNode& node : pages.structure) {
    const bool is_cell = node.role == model::Role::header_cell || node.role == model::Role::data_cell;
    if (is_cell && node.column_span == 1) columns[node.element] = static_cast<std::size_t>(node.column);
  }
  return columns;
}

Length start_of(const model::TextLine& line) {
  Length start = line.pieces.front().x;
  for (const model::TextPiece& piece : line.pieces) start = std::min(start, piece.x);
  return start;
}

}  // namespace

Broken says_everything_once_and_in_order(const SetDocument& set) {
  const std::string said = all_text(set.document);
  const std::string found = text_by_node(set.pages);
  return said == found ? Broken{} : Broken{difference(said, found)};
}

Broken shrinks_letters_by_whole_columns(const SetDocument& set) {
  Broken broken;
  const auto told = std::count_if(set.diagnostics.items().begin(), set.diagnostics.items().end(),
                                  [](const Diagnostic& item) { return item.code == "table.smaller-letters"; });
  if (static_cast<std::size_t>(told) != set.pages.small_columns.size()) broken.push_back("not every column is told");
  const auto sizes = largest_by_cell(set.pages);
  const auto columns = lone_columns(set.pages);
  const auto look_into = [&](const model::Table& table, const std::vector<model::Row>& rows, bool is_head) {
    for (const model::Row& row : rows) {
      for (const model::Cell& cell : row.cells) {
        Length wanted = model::largest_letters(cell.blocks);
        const auto size = sizes.find(cell.id);
        if (wanted == Length() || size == sizes.end()) continue;
        const auto column = columns.find(cell.id);
        for (const model::SmallColumn& small : set.pages.small_columns) {
          const bool is_its = column != columns.end() && small.table == table.id && small.column == column->second &&
                              small.is_head == is_head;
          if (is_its) wanted = std::min(wanted, small.most);
        }
        if (size->second != wanted) broken.push_back("cell " + std::to_string(cell.id) + " has other letters");
      }
    }
  };
  for (const model::Section& section : set.document.sections) {
    for (const model::Block& block : section.blocks) {
      const auto* table = std::get_if<model::Table>(&block.content);
      if (table == nullptr) continue;
      look_into(*table, table->head, true);
      for (const model::RowGroup& group : table->groups) {
        look_into(*table, group.head, false);
        look_into(*table, group.rows, false);
      }
      look_into(*table, table->foot, false);
    }
  }
  return broken;
}

Broken is_the_same_when_set_again(const SetDocument& set) {
  Diagnostics diagnostics;
  const model::Pages again = typeset(set.document, setter(), diagnostics);
  return model::dump(again) == model::dump(set.pages) ? Broken{} : Broken{"other pages came of it"};
}

Broken stays_above_the_bottom_margin(const SetDocument& set) {
  Broken broken;
  if (tells_of_overflow(set.diagnostics)) return broken;
  for (std::size_t i = 0; i < set.pages.pages.size(); ++i) {
    const Length bottom = set.pages.pages[i].height - 20_mm;
    for (const model::Mark& mark : set.pages.pages[i].marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line != nullptr && line->baseline > bottom) broken.push_back(text_of(*line) + on_page(i));
    }
  }
  return broken;
}

Broken has_parents_before_children(const SetDocument& set) {
  Broken broken;
  const auto& structure = set.pages.structure;
  for (std::size_t i = 1; i < structure.size(); ++i) {
    if (structure[i].parent >= i) broken.push_back("node " + std::to_string(i));
  }
  for (const model::Page& page : set.pages.pages) {
    for (const model::SignatureArea& area : page.signatures) {
      if (structure.at(area.node).role != model::Role::form || area.width <= Length())
        broken.push_back(area.field_name);
    }
  }
  return broken;
}

Broken leaves_no_signature_alone(const SetDocument& set) {
  Broken broken;
  if (tells_of_overflow(set.diagnostics)) return broken;
  for (std::size_t i = 1; i < set.pages.pages.size(); ++i) {
    const model::Page& page = set.pages.pages[i];
    const bool starts_section = set.pages.pages[i - 1].width != page.width;
    if (page.signatures.empty() || starts_section) continue;
    const Followed followed = signatures_begun_by(set.document, page.first_element);
    if (followed.signatures == nullptr || (followed.table != nullptr && has_no_room_for(*followed.table, page)))
      continue;
    broken.push_back("a signature stands alone" + on_page(i));
  }
  return broken;
}

Broken keeps_text_inside_its_cells(const SetDocument& set) {
  Broken broken;
  for (std::size_t i = 0; i < set.pages.pages.size(); ++i) {
    const model::Page& page = set.pages.pages[i];
    std::map<model::ElementId, model::CellArea> areas;
    for (const model::CellArea& area : page.cells) areas[area.cell] = area;
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->pieces.empty() || line->owner.artifact != model::ArtifactKind::none) continue;
      const model::ElementId cell = cell_around(set.pages, line->owner.node);
      if (cell == 0) continue;
      const auto found = areas.find(cell);
      if (found == areas.end()) {
        broken.push_back(text_of(*line) + " has no cell" + on_page(i));
        continue;
      }
      const model::CellArea& area = found->second;
      const bool is_inside = line->baseline > area.y && line->baseline <= area.y + area.height + slack;
      const bool sticks_out = area.width >= room_for_indents &&
                              (start_of(*line) + slack < area.x || right_edge(*line) > area.x + area.width + slack);
      if (!is_inside || sticks_out) broken.push_back(text_of(*line) + " leaves its cell" + on_page(i));
    }
  }
  return broken;
}

Broken shows_heads_over_every_part_of_a_table(const SetDocument& set) {
  Broken broken;
  const BodyCells cells(set.document);
  for (std::size_t i = 0; i < set.pages.pages.size(); ++i) {
    const PageTables shown = tables_on(set.pages.pages[i], cells);
    for (const model::Section& section : set.document.sections) {
      for (const model::Block& block : section.blocks) {
        const auto* table = std::get_if<model::Table>(&block.content);
        if (table == nullptr || table->head.empty()) continue;
        const std::size_t found = times_on(set.pages.pages[i], "หัว" + std::to_string(table->id));
        const std::size_t wanted = shown.tables.count(table) != 0 ? table->head.size() : 0;
        if (found != wanted) {
          broken.push_back("table " + std::to_string(table->id) + " has " + std::to_string(found) + " of " +
                           std::to_string(wanted) + " head rows" + on_page(i));
        }
      }
    }
  }
  return broken;
}

Broken labels_groups_that_go_on_and_no_others(const SetDocument& set) {
  Broken broken;
  const BodyCells cells(set.document);
  std::set<const model::RowGroup*> begun;
  for (std::size_t i = 0; i < set.pages.pages.size(); ++i) {
    const PageTables shown = tables_on(set.pages.pages[i], cells);
    for (const model::Section& section : set.document.sections) {
      for (const model::Block& block : section.blocks) {
        const auto* table = std::get_if<model::Table>(&block.content);
        if (table == nullptr) continue;
        for (const model::RowGroup& group : table->groups) {
          if (group.head.empty()) continue;
          const std::string name = "กลุ่ม" + std::to_string(group.id);
          const std::size_t continued = times_on(set.pages.pages[i], without_spaces(name + continued_mark));
          const std::size_t plain = times_on(set.pages.pages[i], name) - continued;
          const bool is_here = shown.groups.count(&group) != 0;
          const bool has_begun = begun.count(&group) != 0;
          const bool goes_on = is_here && has_begun && group.continuation == model::Continuation::label;
          if (plain != (is_here && !has_begun ? 1U : 0U) || continued != (goes_on ? 1U : 0U)) {
            broken.push_back(name + " is labelled wrongly" + on_page(i));
          }
        }
      }
    }
    begun.insert(shown.groups.begin(), shown.groups.end());
  }
  return broken;
}

Broken splits_rows_only_in_need(const SetDocument& set) {
  Broken broken;
  if (tells_of_overflow(set.diagnostics)) return broken;
  const BodyCells cells(set.document);
  struct Part {
    std::size_t page = 0;
    Length height;
  };
  std::map<const model::Row*, std::vector<Part>> parts;
  std::map<const model::Row*, const RowPlace*> places;
  for (std::size_t i = 0; i < set.pages.pages.size(); ++i) {
    for (const model::CellArea& area : set.pages.pages[i].cells) {
      const RowPlace* place = cells.find(area.cell);
      if (place == nullptr || place->is_joined) continue;
      places[place->row] = place;
      auto& row = parts[place->row];
      if (row.empty() || row.back().page != i) row.push_back({i, {}});
      row.back().height = std::max(row.back().height, area.height);
    }
  }
  for (const auto& [row, split] : parts) {
    if (split.size() < 2) continue;
    const RowPlace& place = *places[row];
    Length height;
    for (const Part& part : split) height += part.height;
    const auto bands = static_cast<std::int64_t>(place.table->head.size()) + 2;
    const Length body = set.pages.pages[split.front().page].height - 35_mm - pitch - pitch * (3 * bands);
    const bool began_its_page = set.pages.pages[split.front().page].first_element == row->id;
    const bool has_foot = !place.table->foot.empty();
    if (height <= body && !began_its_page && !has_foot) {
      broken.push_back("row " + std::to_string(row->id) + " is split" + on_page(split.front().page));
    }
  }
  return broken;
}

}  // namespace krut::typeset::kit
