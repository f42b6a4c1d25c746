#include "data/checker.h"
#include "data/sentences.h"

namespace krut::data {

std::optional<CheckedData> CheckedData::check(const Json& json, const Schema& schema, Diagnostics& diagnostics) {
  auto data = check_by_rules(json, schema, diagnostics);
  if (data && !is_confirmed(json, schema, diagnostics)) return std::nullopt;
  return data;
}

std::optional<CheckedData> CheckedData::check_by_rules(const Json& json, const Schema& schema,
                                                       Diagnostics& diagnostics) {
  Diagnostics found;
  Faults faults = find_faults(json.root(), *schema.compiled_->root);
  for (Fault& fault : faults.told) found.add(std::move(fault.diagnostic));
  found.add_untold("data.more-faults", Severity::error, faults.untold);
  if (found.empty()) return CheckedData(json);
  found.sort_by_place();
  diagnostics.append(found);
  return std::nullopt;
}

bool CheckedData::is_confirmed(const Json& json, const Schema& schema, Diagnostics& diagnostics) {
  try {
    const std::string objection = schema.compiled_->judge->objection(json);
    if (!objection.empty()) diagnostics.add(sentences::not_valid(json.root(), objection));
    return objection.empty();
  } catch (const TooManyChecks&) {
    diagnostics.add(sentences::too_many_checks(json.root()));
    return false;
  }
}

}  // namespace krut::data
