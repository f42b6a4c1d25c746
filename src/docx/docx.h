#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/budget.h"
#include "docx/page_facts.h"
#include "model/document.h"
#include "model/page.h"

namespace krut::docx {

/// A face to put into the file under the family name that the document asks for.
struct EmbeddedFace {
  std::string family;  ///< as the document names it: "TH SarabunPSK"
  std::shared_ptr<const model::FontProgram> program;
};

/// What the caller decides about a file.
struct Options {
  std::string application;                   ///< "krut 1.0"
  std::optional<std::int64_t> created_at;    ///< seconds since 1970-01-01T00:00Z; none: no dates in the file
  std::vector<EmbeddedFace> faces;           ///< empty: nothing is embedded
  bool has_source = true;                    ///< the data travels in a custom XML part
  std::map<char32_t, std::string> families;  ///< of characters set in a face of `faces` that the document does not name
  PageFacts pages;                           ///< what the set pages know of the document
  Budget budget = {};                        ///< asked for every block and row
};

/// The document as a DOCX file (ISO/IEC 29500-1 and -4 transitional). The same input gives the same bytes. Throws
/// `Error` (internal) when a writer library fails. Of a document moved in, what is written is let go.
[[nodiscard]] std::string write(model::Document document, const Options& options);

}  // namespace krut::docx
