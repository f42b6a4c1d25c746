#pragma once

#include <string>
#include <vector>

#include "model/page.h"
#include "pdf/object_file.h"

namespace krut::pdf {

/// The outline as packed objects; its root, or nothing when there are no headings. Levels may skip: an entry belongs
/// under the nearest entry before it that is higher.
[[nodiscard]] std::string write_outline(ObjectFile& file, const model::Pages& pages,
                                        const std::vector<Reference>& page_references);

/// The value of /PageLabels: each page is called what is printed on it (ISO 32000-1, 12.4.2).
[[nodiscard]] std::string page_labels(const model::Pages& pages);

}  // namespace krut::pdf
