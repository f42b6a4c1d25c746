#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "layout/layout.h"
#include "layout/program.h"
#include "layout/source_text.h"
#include "layout/xml_reader.h"

namespace krut::layout {

/// Checks a layout against the vocabulary (elements, attributes, their values, nesting, styles, cells to columns) and
/// makes it ready for filling. Every fault goes to `diagnostics`. The result holds what is right even when there are
/// faults, so that bindings can be checked in the same run; it may be filled only when there are none. Nothing is
/// returned when the root is not a report. An element that the vocabulary does not have is a part, where `find` gives
/// its file: it is put in place of its use, and its text joins `source`.
[[nodiscard]] std::optional<Program> compile(const XmlElement& root, SourceText& source, const FindFile& find,
                                             Diagnostics& diagnostics);

}  // namespace krut::layout
