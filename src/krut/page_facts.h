#pragma once

#include "base/budget.h"
#include "docx/page_facts.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

[[nodiscard]] docx::PageFacts page_facts(const model::Document& document, const model::Pages& pages,
                                         const Budget& budget = {});

}  // namespace krut
