#pragma once

#include <cstddef>
#include <vector>

#include "model/document.h"

namespace krut::docx {

/// A text with the line breaks that it has on the pages, each after so many bytes of it. One that ends in a line break
/// of its own gets no second.
[[nodiscard]] std::vector<model::Span> with_line_breaks(const std::vector<model::Span>& spans,
                                                        const std::vector<std::size_t>& breaks);

}  // namespace krut::docx
