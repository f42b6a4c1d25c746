#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "data/rule.h"

/// The sentences that tell faults of data to an officer, in both languages.
namespace krut::data::sentences {

/// How a value is named in a sentence: its key, or its number in its list, or "the data".
[[nodiscard]] Bilingual subject(const Value& value);

[[nodiscard]] Diagnostic missing_key(const Value& object, const std::string& key, const Rule* rule);
[[nodiscard]] Diagnostic missing_one_of(const Value& object, const std::vector<std::string>& keys);
/// `wanted` are the keys allowed there; the nearest is offered.
[[nodiscard]] Diagnostic unknown_key(const Value& object, std::size_t index, const std::vector<std::string>& wanted);
[[nodiscard]] Diagnostic conflicting_keys(const Value& object, std::size_t index, const std::string& other);
[[nodiscard]] Diagnostic wrong_type(const Value& value, Types wanted);
[[nodiscard]] Diagnostic wrong_value(const Value& value, const std::vector<Value>& choices);
[[nodiscard]] Diagnostic bad_date(const Value& value);
[[nodiscard]] Diagnostic bad_number_text(const Value& value);
[[nodiscard]] Diagnostic bad_text(const Value& value, const std::string& pattern);
[[nodiscard]] Diagnostic too_few_items(const Value& value, std::size_t fewest);
[[nodiscard]] Diagnostic too_many_items(const Value& value, std::size_t most);
[[nodiscard]] Diagnostic too_short(const Value& value, std::size_t fewest);
[[nodiscard]] Diagnostic too_long(const Value& value, std::size_t most);
[[nodiscard]] Diagnostic out_of_range(const Value& value, std::optional<double> least, std::optional<double> most);
[[nodiscard]] Diagnostic not_allowed(const Value& value);
/// Several alternatives fit, or none does, and nothing more can be said.
[[nodiscard]] Diagnostic fits_none(const Value& value);
[[nodiscard]] Diagnostic fits_several(const Value& value);
/// Alternatives inside alternatives would take more looks at the data than `limits::value_checks` allows.
[[nodiscard]] Diagnostic too_many_checks(const Value& root);

}  // namespace krut::data::sentences
