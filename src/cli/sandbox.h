#pragma once

#include <string>
#include <vector>

namespace krut::cli {

/// Files and folders, by any path that leads to them; a folder stands for everything below it. One that is not there is
/// passed over.
struct Access {
  std::vector<std::string> readable;
  std::vector<std::string> writable;  ///< also read; in folders, files are made, renamed and removed
  std::vector<std::string> runnable;  ///< programs
};

/// From here on this process, and whatever it starts, opens nothing but what `access` and the system's own libraries,
/// fonts and word lists ask for, runs no other program and reaches no network: by Landlock and seccomp. To be called
/// before threads are started; there is no way back. What is open already stays so. A kernel that has one of them not
/// (Linux before 5.13, other systems) goes without it, silently: the work is the same.
void confine(const Access& access);

}  // namespace krut::cli
