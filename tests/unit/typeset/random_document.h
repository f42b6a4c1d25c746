#pragma once

#include <random>

#include "model/document.h"

namespace krut::typeset::kit {

/// A document of any blocks on any paper that can hold a line.
[[nodiscard]] model::Document random_document(unsigned seed);

/// All text of a document in reading order, without spaces; furniture is left out.
[[nodiscard]] std::string all_text(const model::Document& document);

}  // namespace krut::typeset::kit
