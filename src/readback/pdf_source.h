#pragma once

#include <string>

#include "readback/pdf_file.h"
#include "readback/source.h"

namespace krut::readback {

/// What krut attaches to a PDF.
struct PdfSource {
  Source source;
  std::string page_sums;  ///< `page_sum` of each page's content
};

/// The source attached to a PDF: the file that says what it was made from (AFRelationship Source, ISO 19005-3, 6.8)
/// and the one beside it that tells of the layout. Throws as `read_source` tells it, faults as `Fault`.
[[nodiscard]] PdfSource pdf_source(PdfFile& file);

}  // namespace krut::readback
