#include "krut/page_facts.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <variant>

#include "base/utf8.h"
#include "krut/catch_word_facts.h"

namespace krut {

namespace {

/// Where a cell came to stand.
struct CellFacts {
  int column = 0;
  Length width;
  Length height;  ///< of its last part
  int page_count = 0;
};

using CellIndex = std::unordered_map<model::ElementId, CellFacts>;

CellIndex cells_of(const model::Pages& pages) {
  CellIndex cells;
  for (const model::Page& page : pages.pages) {
    for (const model::CellArea& area : page.cells) {
      CellFacts& facts = cells[area.cell];
      facts.width = area.width;
      facts.height = area.height;
      ++facts.page_count;
    }
  }
  for (const model::StructureNode& node : pages.structure) {
    if (node.role != model::Role::header_cell && node.role != model::Role::data_cell) continue;
    if (const auto found = cells.find(node.element); found != cells.end()) found->second.column = node.column;
  }
  return cells;
}

/// Widths from cells of one column each; empty when a column has none.
std::vector<Length> widths_of(const model::Table& table, const CellIndex& cells) {
  std::vector<Length> widths(table.columns.size());
  const auto learn = [&](const std::vector<model::Row>& rows) {
    for (const model::Row& row : rows) {
      for (const model::Cell& cell : row.cells) {
        const auto found = cells.find(cell.id);
        if (cell.column_span != 1 || found == cells.end()) continue;
        const auto column = static_cast<std::size_t>(found->second.column);
        if (column < widths.size()) widths[column] = found->second.width;
      }
    }
  };
  learn(table.head);
  for (const model::RowGroup& group : table.groups) learn(group.rows);
  const bool is_whole = std::all_of(widths.begin(), widths.end(), [](Length width) { return width > Length(); });
  return is_whole ? widths : std::vector<Length>();
}

bool is_split(const model::Row& row, const CellIndex& cells) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const model::Cell& cell) {
    const auto found = cells.find(cell.id);
    return cell.row_span == 1 && found != cells.end() && found->second.page_count > 1;
  });
}

/// Rows of a group in which a cell spans several, where they stand on one page.
void learn_row_heights(const model::RowGroup& group, const CellIndex& cells, docx::PageFacts& facts) {
  std::size_t covered = 0;
  for (std::size_t index = 0; index < group.rows.size(); ++index) {
    for (const model::Cell& cell : group.rows[index].cells) {
      if (cell.row_span > 1) covered = std::max(covered, index + static_cast<std::size_t>(cell.row_span));
    }
    if (index >= covered) continue;
    for (const model::Cell& cell : group.rows[index].cells) {
      const auto found = cells.find(cell.id);
      const bool tells = cell.row_span == 1 && found != cells.end() && found->second.page_count == 1;
      if (tells) facts.row_heights[group.rows[index].id] = found->second.height;
    }
  }
}

constexpr std::int64_t thousand = 1'000;

bool is_closed_up(const model::TextLine& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [](const model::TextPiece& piece) { return piece.cluster_spacing < Length(); });
}

/// How much of its natural width is left to a line, in thousandths.
std::int64_t share_of_natural_width(const model::TextLine& line) {
  Length natural;
  Length added;
  Length behind_last;
  for (const model::TextPiece& piece : line.pieces) {
    natural += piece.size.scaled(piece.shape->advance, piece.shape->font->units_per_em);
    added += piece.cluster_spacing * static_cast<std::int64_t>(piece.shape->clusters.size());
    behind_last = piece.cluster_spacing;
  }
  added -= behind_last;
  return thousand + added.scaled(thousand, natural.in_emu()).in_emu();
}

/// Lines closed up so that a word wider than its column fits.
std::map<model::ElementId, int> closed_up_elements(const model::Pages& pages) {
  std::map<model::ElementId, int> elements;
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr || line->owner.artifact != model::ArtifactKind::none || !is_closed_up(*line)) continue;
      const auto share = static_cast<int>(share_of_natural_width(*line));
      const auto [known, is_new] = elements.try_emplace(pages.structure[line->owner.node].element, share);
      if (!is_new) known->second = std::min(known->second, share);
    }
  }
  return elements;
}

/// A key around a digit is one sign, and its digit no lacking one.
bool is_around(char32_t character) { return character >= 0x20D0 && character <= 0x20F0; }

void note_borrowed(const model::ShapedText& shape, docx::PageFacts& facts) {
  const std::u32string characters = utf8::to_utf32(shape.text);
  const bool is_sign_around = std::any_of(characters.begin(), characters.end(), is_around);
  docx::BorrowedFace& face = facts.borrowed_faces[shape.font->full_name];
  if (!face.program) face.program = shape.font;
  face.characters.insert(characters.begin(), characters.end());
  for (const char32_t character : characters) {
    if (!is_sign_around || character >= 0x80) facts.borrowed.try_emplace(character, shape.font);
  }
}

/// Characters set in other faces than the document's own, each in the first that it is met in.
void learn_borrowed(const model::Pages& pages, const std::set<std::string>& own, docx::PageFacts& facts) {
  const model::FontProgram* last = nullptr;  // that was looked at: most follow one of their own kind
  bool is_own = true;
  for (const model::Page& page : pages.pages) {
    for (const model::Mark& mark : page.marks) {
      const auto* line = std::get_if<model::TextLine>(&mark);
      if (line == nullptr) continue;
      for (const model::TextPiece& piece : line->pieces) {
        const auto& program = piece.shape->font;
        if (program.get() != last) is_own = own.count(program->family) > 0;
        last = program.get();
        if (is_own) continue;
        note_borrowed(*piece.shape, facts);
      }
    }
  }
}

}  // namespace

docx::PageFacts page_facts(const model::Document& document, const model::Pages& pages, const std::set<std::string>& own,
                           const Budget& budget) {
  const CellIndex cells = cells_of(pages);
  docx::PageFacts facts;
  for (const model::Page& page : pages.pages) {
    budget.check();
    if (page.first_element != 0 && !page.first_element_continues) facts.page_starts.insert(page.first_element);
    for (const model::FilledHeight& fill : page.fills) facts.fill_heights[fill.element] = fill.height;
  }
  facts.measured = pages.measured;
  add_catch_words(document, pages, facts);
  budget.check();
  facts.small_columns = pages.small_columns;
  facts.closed_up = closed_up_elements(pages);
  learn_borrowed(pages, own, facts);
  for (const model::Section& section : document.sections) {
    for (const model::Block& block : section.blocks) {
      budget.check();
      const auto* table = std::get_if<model::Table>(&block.content);
      if (table == nullptr) continue;
      if (auto widths = widths_of(*table, cells); !widths.empty()) facts.column_widths[table->id] = std::move(widths);
      for (const model::RowGroup& group : table->groups) {
        for (const model::Row& row : group.rows) {
          if (is_split(row, cells)) facts.splitting_rows.insert(row.id);
        }
        learn_row_heights(group, cells, facts);
      }
    }
  }
  return facts;
}

}  // namespace krut
