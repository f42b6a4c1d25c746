#pragma once

#include <string>
#include <vector>

#include "docx/docx.h"
#include "docx/names.h"
#include "docx/package.h"
#include "docx/text_record.h"

namespace krut::docx {

/// Adds word/settings.xml.
void add_settings(Package& package, bool has_embedded_fonts);
/// Adds the core, extended and custom properties. `data_hash` is the `hash_text` of the document's data.
void add_properties(Package& package, const model::Document& document, const std::string& data_hash,
                    const Options& options);
/// Adds the custom XML part: the data as it was, byte for byte, which anchor stands for which value, and what
/// the file says.
void add_source(Package& package, const model::Provenance& provenance, const std::string& data_hash,
                const std::vector<Anchor>& anchors, const TextRecord& record, const Options& options);

}  // namespace krut::docx
