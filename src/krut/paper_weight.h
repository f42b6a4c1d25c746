#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "krut/krut.hpp"
#include "model/document.h"

namespace krut::api {

/// Bytes of the pictures in a document, each counted once.
[[nodiscard]] std::size_t bytes_of_pictures(const model::Document& document);

/// What the papers of a document weigh.
struct PaperWeight {
  std::size_t pictures = 0;
  std::size_t pdf = 0;  ///< 0: not made
  std::size_t docx = 0;
};

/// A warning where a paper, or its pictures alone, is larger than `limits::large_paper`, which mail and e-office
/// systems may refuse.
[[nodiscard]] std::optional<krut::Diagnostic> large_paper(const PaperWeight& weight, const Request& request);

}  // namespace krut::api
