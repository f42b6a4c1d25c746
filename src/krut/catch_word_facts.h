#pragma once

#include "krut/page_facts.h"
#include "model/document.h"
#include "model/page.h"

namespace krut {

/// Adds the catch words of pages.
void add_catch_words(const model::Document& document, const model::Pages& pages, docx::PageFacts& facts);

}  // namespace krut
