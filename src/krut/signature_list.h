#pragma once

#include <string>
#include <vector>

#include "krut/krut.hpp"
#include "model/page.h"

namespace krut {

/// The signature fields of set pages, in signing order.
[[nodiscard]] std::vector<api::SignatureField> signature_fields(const model::Pages& pages);

/// The same list as JSON.
[[nodiscard]] std::string json_of(const std::vector<api::SignatureField>& fields);

}  // namespace krut
