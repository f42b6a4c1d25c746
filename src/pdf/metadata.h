#pragma once

#include <cstdint>
#include <string>

#include "model/page.h"
#include "pdf/pdf.h"

namespace krut::pdf {

/// A moment as people in Thailand write it: seven hours ahead of UTC, all year.
[[nodiscard]] std::string pdf_date(std::int64_t seconds);
[[nodiscard]] std::string xmp_date(std::int64_t seconds);

/// The entries of the document information dictionary.
[[nodiscard]] std::string information(const model::Pages& pages, const Options& options);

/// The same in XMP, with what the file claims to be (ISO 16684-1, ISO 19005-3 and ISO 14289-1).
[[nodiscard]] std::string xmp_packet(const model::Pages& pages, const Options& options);

/// What a reader shows as the document's name; never empty, because accessibility asks for a title.
[[nodiscard]] const std::string& title_of(const model::Pages& pages);

}  // namespace krut::pdf
