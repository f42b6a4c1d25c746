#pragma once

#include <random>

#include "model/document.h"

namespace krut::typeset::kit {

/// What the label of a group that goes on over a page has behind its name.
inline constexpr const char* continued_mark = " (ต่อ)";

/// A document of any blocks on any paper that can hold a line. A table's head says หัว and its number, row by row; a
/// group's label says กลุ่ม and its number.
[[nodiscard]] model::Document random_document(unsigned seed);

/// All text of a document in reading order, without spaces; furniture is left out.
[[nodiscard]] std::string all_text(const model::Document& document);

}  // namespace krut::typeset::kit
