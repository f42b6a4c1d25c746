#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/budget.h"
#include "model/page.h"
#include "pdf/standard.h"

namespace krut::pdf {

/// A file inside a PDF, ready to be put into it.
struct PackedFile {
  std::string packed;    ///< as /FlateDecode reads it
  std::size_t size = 0;  ///< in bytes, before packing
  std::string md5;       ///< 16 bytes
};
[[nodiscard]] PackedFile packed_file(std::string_view bytes);

/// What the caller decides about a file.
struct Options {
  std::string producer;                    ///< "krut 1.0"
  std::optional<std::int64_t> created_at;  ///< seconds since 1970-01-01T00:00Z; none: no dates in the file
  Standard standard = {};
  Budget budget = {};
  std::optional<PackedFile> packed_source = {};  ///< the pages' data, where it is packed already
};

/// The pages as a PDF file. The same pages and options give the same bytes. Throws `Error`: conformance when the
/// standard cannot be kept (`conformance_faults` tells why beforehand), internal when the object layer fails; no
/// partial bytes are ever returned. Pages moved in are let go one by one, as they are drawn.
[[nodiscard]] std::string write(model::Pages pages, const Options& options);

}  // namespace krut::pdf
