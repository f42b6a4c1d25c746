#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace krut::files {

/// The whole file as bytes. Throws `Error` of kind `input_missing` when it cannot be read, `limit` when it is
/// larger than `most_bytes`. `path` is UTF-8.
[[nodiscard]] std::string read_whole(const std::string& path, std::size_t most_bytes);

/// A file to be written. Refers to its owner's bytes.
struct Output {
  std::string path;  ///< UTF-8
  std::string_view bytes;
};

/// Writes every file beside its `path`, syncs, and only when all are on the disk renames them one after the other: a
/// file appears whole or not at all, and a failure leaves what stood there. Throws `Error` of kind `cannot_write`, also
/// for two files in one place; temporary files are then removed. Written through a symbolic link, the link's target is
/// replaced, or made where it is not there yet. Existing permission bits are kept. Devices and pipes are written to as
/// they are.
///
/// `before_replacing` may be empty. It is called once, when all files are ready and before anything is replaced, under
/// a lock on the folders that every caller of this function takes: what it finds there is what will be replaced. It
/// refuses by throwing `Error`; then nothing is changed.
void write_whole(const std::vector<Output>& outputs, const std::function<void()>& before_replacing = {});

}  // namespace krut::files
