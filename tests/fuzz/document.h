#pragma once

#include <string>
#include <vector>

#include "choices.h"

namespace krut::fuzz {

/// Data that fit a layout's schema, and the words in it that stand nowhere else.
struct GeneratedDocument {
  std::string layout;
  std::string json;
  std::vector<std::string> words;
};

/// One decision of the input for everything that the schema leaves open: which layout, which keys, how many of each,
/// which texts.
[[nodiscard]] GeneratedDocument generate_document(Choices& choices);

}  // namespace krut::fuzz
