#pragma once

#include <string>
#include <vector>

#include "base/open_file.h"

namespace krut::files {

/// Held while it lives: nobody else who asks for a lock on one of the folders gets it. The lock is on the folder
/// itself (flock(2)), so no file is left behind, and it ends with the process however that ends.
class FolderLocks {
 public:
  /// Waits for at most `limits::folder_wait_seconds`, then throws `Error` of kind `limit`. Folders that cannot be
  /// locked (not readable, or on a file system without locks) are passed over.
  explicit FolderLocks(const std::vector<std::string>& folders);

 private:
  std::vector<Descriptor> held_;
};

}  // namespace krut::files
