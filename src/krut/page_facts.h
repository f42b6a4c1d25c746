#pragma once

#include <set>
#include <string>

#include "base/budget.h"
#include "docx/page_facts.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

/// What the pages know that a word processor does not. `own`: the families that the document is set in; characters set
/// in any other are told as borrowed.
[[nodiscard]] docx::PageFacts page_facts(const model::Document& document, const model::Pages& pages,
                                         const std::set<std::string>& own, const Budget& budget = {});

}  // namespace krut
