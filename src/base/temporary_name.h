#pragma once

#include <string>
#include <string_view>

#include "base/folder.h"

/// Names of files that are not in place yet. For the files of this room only.
namespace krut::files {

/// A name that is hardly ever taken: ".krut-", six letters by chance, and six that follow from them, by which it is
/// known again. Always shorter than any limit of a file system.
[[nodiscard]] std::string temporary_name();

/// Whether `temporary_name` may have made it. A name that somebody else gave is not likely to pass: one in a billion.
[[nodiscard]] bool is_temporary_name(std::string_view name);

/// Removes what runs that were killed left in the folder: regular files of ours by name and by owner on which nobody
/// holds the lock that a living owner holds (flock(2)). Where another writes into the folder at this moment, nothing is
/// done: what it is about to replace has such a name too. Looks at `limits::swept_names` names at most. What cannot be
/// removed stays, without a word.
void sweep(const Folder& folder);

}  // namespace krut::files
