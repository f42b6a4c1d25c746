#pragma once

#include <map>
#include <set>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

/// What the set pages know of a document's tables and a word processor cannot find out by itself.
struct PageFacts {
  std::map<model::ElementId, std::vector<Length>> column_widths;  ///< by table, as solved
  std::set<model::ElementId> splitting_rows;                      ///< rows that stand on more than one page
};

[[nodiscard]] PageFacts page_facts(const model::Document& document, const model::Pages& pages);

}  // namespace krut
