#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "layout/layout.h"
#include "layout/source_text.h"
#include "layout/xml_reader.h"

namespace krut::layout {

/// A layout with the styles that it includes and the layout that it extends put in, as if all stood in one file.
struct Assembled {
  XmlElement root;
  std::optional<std::string> schema;  ///< of the layout that is extended, as `find` wants it; none: beside the own file
};

/// Reads every file that the layout at `root` includes or extends; their texts join `source`. What it declares takes
/// the place of what has the same name there: attributes of the report, styles, sections, blocks; what has no namesake
/// comes behind. Nothing, and faults, where a file is missing, is not sound, or extends itself.
[[nodiscard]] std::optional<Assembled> assemble(XmlElement root, SourceText& source, const FindFile& find,
                                                Diagnostics& diagnostics);

}  // namespace krut::layout
