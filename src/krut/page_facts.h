#pragma once

#include <map>
#include <set>
#include <vector>

#include "base/length.h"
#include "docx/docx.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

/// What the set pages know of a document and a word processor cannot find out by itself; the words of `docx::Options`.
struct PageFacts {
  std::map<model::ElementId, std::vector<Length>> column_widths;     ///< by table, as solved
  std::set<model::ElementId> page_starts;                            ///< rows, and other elements, that start a page
  std::set<model::ElementId> splitting_rows;                         ///< rows that stand on more than one page
  std::map<model::ElementId, Length> row_heights;                    ///< rows under a cell that spans them, on one page
  std::map<model::ElementId, Length> fill_heights;                   ///< by Fill
  std::map<model::ElementId, Length> text_starts;                    ///< of letter heads, memo heads and fields
  std::map<model::ElementId, std::vector<std::size_t>> line_breaks;  ///< by field of a memo head, bytes of its value
  std::map<model::ElementId, docx::CatchWord> catch_words;           ///< by paragraph
  std::vector<model::SmallColumn> small_columns;
  std::map<model::ElementId, int> closed_up;  ///< by paragraph, thousandths of the natural width left to a word
};

[[nodiscard]] PageFacts page_facts(const model::Document& document, const model::Pages& pages);

}  // namespace krut
