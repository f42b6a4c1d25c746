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

/// Asked while there is still nothing that could be torn; true stops what is done. May be empty.
using ShouldStop = std::function<bool()>;

/// Writes every file into its folder under a temporary name, brings all to the disk, and only then gives them their
/// names, one after the other: a file appears whole or not at all. When one cannot take its place, those before it are
/// put back: all or none. The files of one call get their names under a lock on their folders that every call takes, so
/// that of two at once neither gets the files of the other between its own. A folder that cannot be locked (one may
/// not list it, or its file system has no locks) is written to all the same; there two at once may mix.
///
/// Throws `Error` of kind `cannot_write`, also for two files in one place, and of kind `limit` when the lock is not to
/// be had for `limits::folder_wait_seconds`; temporary files are then removed. What a killed process left of them is
/// removed by the next call for that folder. Written through a symbolic link, the link's target is replaced, or made
/// where it is not there yet. Existing permission bits are kept. Devices and pipes are written to as they are.
///
/// `before_replacing` may be empty. It is called once, under the lock, when all files are ready and before anything is
/// replaced: what it finds is what will be replaced. It refuses by throwing `Error`; then nothing is changed.
///
/// When `should_stop` says so before the first file has its name, nothing is changed, and `Error` is thrown; after that
/// it is not asked any more.
void write_whole(const std::vector<Output>& outputs, const std::function<void()>& before_replacing = {},
                 const ShouldStop& should_stop = {});

}  // namespace krut::files
