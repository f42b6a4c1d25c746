#pragma once

#include <cstddef>
#include <vector>

#include "data/rule.h"
#include "data/tree.h"

namespace krut::data {

/// A fault of data, with what is needed to choose between alternatives.
struct Fault {
  Diagnostic diagnostic;
  const Node* object = nullptr;  ///< of an unknown key: its object
  std::size_t member = 0;        ///< and which member of it
};

/// The faults found: the first `limits::diagnostics` with their sentences, the others counted.
struct Faults {
  std::vector<Fault> told;
  std::size_t untold = 0;

  [[nodiscard]] std::size_t size() const { return told.size() + untold; }
  [[nodiscard]] bool empty() const { return size() == 0; }
};

/// Every way in which `value` breaks `rule`, told in our own sentences. Of alternatives only the one most likely meant
/// is told. Draft 7, and besides: dates are days of the calendar, in the Common Era.
[[nodiscard]] Faults find_faults(const Value& value, const Rule& rule);

}  // namespace krut::data
