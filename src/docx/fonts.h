#pragma once

#include <string>

#include "docx/docx.h"
#include "docx/package.h"
#include "docx/styles.h"

namespace krut::docx {

/// Adds the font table and the embedded faces. Whether a face was embedded is the result: settings want to know.
bool add_fonts(Package& package, const model::Document& document, const Options& options, const StyleSheet& styles);

/// An embedded font's bytes as they stand in a file: the first 32 are crossed with the key (ISO/IEC 29500-4, 14.2.1;
/// part 1, 17.8.1). `guid` is in braces.
[[nodiscard]] std::string obfuscated(std::string bytes, const std::string& guid);

}  // namespace krut::docx
