#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/table/table_setter.h"

/// Short ways to say a table in a test, to set it on pages, and to hold what stands there against its laws.
namespace krut::typeset::test {

/// Padding 1.9 mm at the sides, 1 pt above and below; rules of half a point.
[[nodiscard]] model::Table table_of(const std::vector<Length>& widths);
[[nodiscard]] model::Cell cell_of(const std::string& text);
[[nodiscard]] model::Cell list_of(const std::vector<std::string>& items);
[[nodiscard]] model::Row row_of(const std::vector<std::string>& texts);
[[nodiscard]] model::Row row_of(std::vector<model::Cell> cells);
/// A full-width label; goes on as "label (ต่อ)".
[[nodiscard]] model::RowGroup group_of(const std::string& label, int columns);
/// Gives every element its number, in document order.
void number(model::Table& table);

struct TableOnPages {
  model::Table table;
  Length width;
  std::vector<TablePart> parts;  ///< with empty ones
  std::vector<Length> rooms;
  model::Pages pages;  ///< its structure only
  Diagnostics diagnostics;
};

/// Sets a table 16 cm wide, or as said, on pages of `others`; the first has `first` left under something else.
[[nodiscard]] TableOnPages set_on_pages(model::Table table, Length first, Length others, Length width = 160_mm);

/// Text of a cell as its lines give it back, all pages, spaces left out; repeats not counted.
[[nodiscard]] std::string text_of(const TableOnPages& set, model::ElementId cell);
/// The laws that are broken, as sentences: text exact and once, head on every part, areas inside the part and beside
/// each other, lines inside their own cell, no rule through text.
[[nodiscard]] std::vector<std::string> faults_of(const TableOnPages& set);

}  // namespace krut::typeset::test
