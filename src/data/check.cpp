#include "data/checker.h"
#include "data/sentences.h"

namespace krut::data {

std::optional<CheckedData> CheckedData::check(const Json& json, const Schema& schema, Diagnostics& diagnostics) {
  Diagnostics found;
  Faults faults = find_faults(json.root(), *schema.compiled_->root);
  for (Fault& fault : faults.told) found.add(std::move(fault.diagnostic));
  found.add_untold("data.more-faults", Severity::error, faults.untold);
  if (found.empty()) return CheckedData(json);
  found.sort_by_place();
  diagnostics.append(found);
  return std::nullopt;
}

}  // namespace krut::data
