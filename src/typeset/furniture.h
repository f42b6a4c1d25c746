#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/length.h"
#include "model/document.h"
#include "model/page.h"
#include "typeset/strip.h"

namespace krut::typeset {

/// What page-number spans print.
struct PageNumbers {
  int number = 0;
  int count = 0;
  model::Digits digits = model::Digits::thai;  ///< where a span says as_is
};

/// A number in the digits asked for.
[[nodiscard]] std::string printed_number(int number, model::Digits digits);

/// Height of a header or footer, known before any page: numbers are taken to be wide.
[[nodiscard]] Length furniture_height(const model::Furniture& furniture, Length width, Context& context);

/// Sets headers and footers on pages and tells each fault in them once.
class FurnitureSetter {
 public:
  explicit FurnitureSetter(Context& context) : context_(context) {}

  /// Marks from the furniture's left edge and top. `page` counts from 1 in the document.
  [[nodiscard]] std::vector<model::Mark> set(const model::Furniture& furniture, Length width, model::ArtifactKind kind,
                                             const PageNumbers& numbers, std::size_t page);

 private:
  Context& context_;
  std::set<std::pair<char32_t, std::string>> told_;
};

}  // namespace krut::typeset
