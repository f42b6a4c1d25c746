#pragma once

#include "krut/page_facts.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

/// Adds where the lines of letter heads and memo heads came to stand, and the catch words of pages.
void add_text_facts(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts);

}  // namespace krut
