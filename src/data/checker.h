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

/// Every way in which `value` breaks `rule`, told in our own sentences. Of alternatives only the one most likely meant
/// is told. Draft 7, and besides: dates are days of the calendar, in the Common Era.
[[nodiscard]] std::vector<Fault> find_faults(const Value& value, const Rule& rule);

}  // namespace krut::data
