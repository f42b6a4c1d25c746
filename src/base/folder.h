#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/open_file.h"

/// The folders into which files are written. For the files of this room only.
namespace krut::files {

/// An open folder.
struct Folder {
  std::string path;  ///< as it was first named
  Descriptor file;
  dev_t device = 0;
  ino_t number = 0;
  bool is_readable = false;  ///< else it can be neither listed nor locked nor synced
};

/// The folder at `path`. Throws `Error` (cannot_write), with `for_file` as the file that shall stand there.
[[nodiscard]] Folder open_folder(const std::string& path, const std::string& for_file);

/// Whether both are one folder, however they were named.
[[nodiscard]] bool is_same(const Folder& a, const Folder& b);

/// Locks each folder that can be locked, until it is closed: nobody else who asks gets it meanwhile. The lock is on the
/// folder itself (flock(2)): no file is left behind, and it ends with the process however that ends. No folder may be
/// given twice. Throws `Error` of kind `limit` after `limits::folder_wait_seconds`, or as `expect_wanted` does.
void lock(std::vector<Folder>& folders, const ShouldStop& should_stop);

/// Brings to the disk which names the folder has. Throws `Error` (cannot_write).
void sync(const Folder& folder);

/// Throws `Error` (cannot_write) when `should_stop` says so.
void expect_wanted(const ShouldStop& should_stop);

}  // namespace krut::files
