#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "model/document.h"

namespace krut::readback {

/// What travels inside a file that krut made.
struct Source {
  model::Provenance provenance;  ///< the data, byte for byte as it was rendered, and the layout
  std::string producer;          ///< "krut 1.0.0"
};

/// The source inside a PDF or DOCX, whatever was appended to it or saved into it since. `file_name` is for messages.
/// Nothing and a diagnostic when the file is damaged, locked, not one of ours or was made without its source. Throws
/// `Error` (limit, cancelled) when `budget` is spent or something in it is larger than `base/limits.h` allows. Never
/// trusts the file: no size in it is believed before it is checked.
[[nodiscard]] std::optional<Source> read_source(std::string_view bytes, const std::string& file_name,
                                                Diagnostics& diagnostics, const Budget& budget = {});

/// Whether the bytes begin as those of a DOCX do.
[[nodiscard]] bool is_docx(std::string_view paper);

}  // namespace krut::readback
