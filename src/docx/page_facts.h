#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/measured.h"
#include "model/page.h"

namespace krut::docx {

/// A catch word at the foot of a page that is left.
struct CatchWord {
  std::string words;  ///< as printed: "/จึงเรียน..."
  Length top;         ///< of its line, from the paper's top edge
  Length text_end;    ///< bottom of the page's last line: nothing stands below but the catch word
};

/// A face of which a document has a few characters.
struct BorrowedFace {
  std::shared_ptr<const model::FontProgram> program;
  std::set<char32_t> characters;
};

/// What the set pages know of a document and a word processor cannot find out by itself. Empty: the file follows the
/// document alone.
struct PageFacts {
  /// By table: the widths that its columns were given on the pages. A table that is not here gets its fixed widths and
  /// shares, which is right unless a column is solved from content.
  std::map<model::ElementId, std::vector<Length>> column_widths;
  /// Rows taller than a page, which a word processor may split too; every other row is kept whole.
  std::set<model::ElementId> splitting_rows;
  /// Rows that start a page. Where a table repeats more than its head there, it is cut, and goes on with a page break.
  std::set<model::ElementId> page_starts;
  /// Least heights of rows under a cell that spans them, so that its height is shared out as on the pages.
  std::map<model::ElementId, Length> row_heights;
  /// By Fill: the space it takes.
  std::map<model::ElementId, Length> fill_heights;
  /// What was measured of frames, labelled lines and blocks side by side.
  model::Measured measured;
  std::map<model::ElementId, CatchWord> catch_words;  ///< by a paragraph that starts on the page
  /// Columns whose letters are smaller on the pages than the document says, so that no word is cut.
  std::vector<model::SmallColumn> small_columns;
  /// By paragraph with a word whose clusters stand closer on the pages, so that it fits its line: the width that is
  /// left to it, in thousandths. Word processors move marks when they set letters closer, and get smaller ones instead.
  std::map<model::ElementId, int> closed_up;
  /// Characters that the document's own faces lack, and what they are set in.
  std::map<char32_t, std::shared_ptr<const model::FontProgram>> borrowed;
  /// The faces that they are borrowed from, by name, with all that is set in each.
  std::map<std::string, BorrowedFace> borrowed_faces;
};

}  // namespace krut::docx
