#pragma once

#include <optional>
#include <string_view>

#include "pdf/object_file.h"

namespace krut::pdf {

/// Takes over the first page of a PDF that cairo wrote, as a form XObject that fills the unit square. Nothing is
/// returned, and nothing added, when the page holds what a file for archives must not hold or what we do not vouch
/// for: fonts of this machine, colours of other kinds than RGB and grey, too many objects. Throws `Error` (internal)
/// when the bytes are no such PDF.
[[nodiscard]] std::optional<Reference> import_page(ObjectFile& file, std::string_view pdf);

/// Whether `import_page` takes it over. False also when the bytes are no such PDF.
[[nodiscard]] bool can_import(std::string_view pdf);

}  // namespace krut::pdf
