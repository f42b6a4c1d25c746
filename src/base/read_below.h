#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace krut::files {

/// Where `path` leads once every link in it is followed; nothing when nothing is there.
[[nodiscard]] std::optional<std::string> resolved(const std::string& path);

/// Whether both, already resolved, are such that `path` lies in `folder` or in a folder in it.
[[nodiscard]] bool is_below(const std::string& path, const std::string& folder);

/// The whole of a regular file that lies below one of `folders` once every link is followed; a link that somebody
/// sets while it is opened leads nowhere. Throws `Error`: input_missing when it is not there, lies elsewhere
/// ("file.outside") or is no regular file ("file.not-regular": it might never end), limit when it is larger than
/// `most_bytes`. No message shows what is in it.
[[nodiscard]] std::string read_below(const std::vector<std::string>& folders, const std::string& path,
                                     std::size_t most_bytes);

}  // namespace krut::files
