#pragma once

#include <vector>

#include "model/document.h"

namespace krut::docx {

/// The paragraphs, in document order, whose outline level is not that of their style: headings for the most part. Those
/// of headers and footers are left out, as the outline has none of them. They live as long as the document.
[[nodiscard]] std::vector<const model::Paragraph*> paragraphs_off_level(const model::Document& document);

}  // namespace krut::docx
