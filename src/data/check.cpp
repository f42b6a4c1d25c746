#include "base/limits.h"
#include "data/checker.h"
#include "data/sentences.h"

namespace krut::data {

std::optional<CheckedData> CheckedData::check(const Json& json, const Schema& schema, Diagnostics& diagnostics) {
  Diagnostics found;
  for (Fault& fault : find_faults(json.root(), *schema.compiled_->root)) found.add(std::move(fault.diagnostic));
  if (found.empty()) {
    const std::string objection = schema.compiled_->judge->objection(json);
    if (objection.empty()) return CheckedData(json);
    found.add(sentences::not_valid(json.root(), objection));
  }
  found.sort_by_place();
  for (std::size_t i = 0; i < found.items().size() && i < limits::diagnostics; ++i) diagnostics.add(found.items()[i]);
  if (found.items().size() > limits::diagnostics) {
    diagnostics.add(sentences::and_more({json.file(), 0, 0, {}}, found.items().size() - limits::diagnostics));
  }
  return std::nullopt;
}

}  // namespace krut::data
