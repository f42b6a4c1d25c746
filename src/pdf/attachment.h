#pragma once

#include <string>

#include "model/document.h"
#include "pdf/object_file.h"
#include "pdf/pdf.h"

namespace krut::pdf {

/// Puts the data that a document was made from into the file, as its source (ISO 19005-3, 6.8, and ISO 32000-2, 14.13).
/// `page_sums` travel beside it: `page_sum` of each page's content, so that it can be told
/// later which pages were drawn over. The entries of the catalog that lead to it; nothing when there is no data.
[[nodiscard]] std::string attach_source(ObjectFile& file, const model::Provenance& provenance,
                                        const std::string& page_sums, const Options& options);

}  // namespace krut::pdf
