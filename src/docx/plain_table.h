#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/length.h"
#include "docx/xml.h"

namespace krut::docx {

/// A table that nobody sees: it stands texts side by side, without rules or room inside its cells.
struct PlainTable {
  std::vector<Length> columns;
  std::optional<Length> left;  ///< from the left margin; none: where the text stands
  std::string title;           ///< for readers
};

/// w:tblPr and w:tblGrid; the rows follow.
void write_plain_table_start(Xml& xml, const PlainTable& table);

/// w:trPr of a row that stays on one page. Readers want every table to have a head, so that the first row is one; what
/// stands in such a table is kept together, and it never repeats.
void write_plain_row_properties(Xml& xml, bool is_first);

}  // namespace krut::docx
