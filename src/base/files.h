#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace krut::files {

/// The whole file as bytes. Throws `Error` of kind `input_missing` when it cannot be read, `limit` when it is
/// larger than `most_bytes`. `path` is UTF-8.
[[nodiscard]] std::string read_whole(const std::string& path, std::size_t most_bytes);

/// Writes beside `path`, syncs and renames, so that the file appears whole or not at all and a failure leaves what
/// stood there. Throws `Error` of kind `cannot_write`; the temporary file is then removed. Written through a symbolic
/// link, the link's target is replaced. Existing permission bits are kept.
void write_whole(const std::string& path, std::string_view bytes);

}  // namespace krut::files
