#pragma once

#include <string>
#include <string_view>

#include "base/files.h"
#include "base/open_file.h"

/// What cannot be replaced by renaming. For the files of this room only.
namespace krut::files {

/// Whether `path` leads to a device or a pipe, which are written to as they are.
[[nodiscard]] bool is_stream(const std::string& path);

/// An open device or pipe.
class StreamOutput {
 public:
  /// Opens it; a pipe that nobody reads yet is waited for, at most `limits::pipe_wait_seconds`. Throws `Error`
  /// (cannot_write, or limit), or as `expect_wanted` does.
  StreamOutput(const std::string& path, const ShouldStop& should_stop);

  /// Writes and closes it. Throws likewise.
  void write(std::string_view bytes, const ShouldStop& should_stop);

 private:
  std::string path_;
  Descriptor file_{-1};
};

}  // namespace krut::files
