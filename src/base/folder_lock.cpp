#include "base/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/limits.h"

namespace krut::files {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds shortest_pause(1);
constexpr std::chrono::milliseconds longest_pause(20);

struct Folder {
  std::string path;
  Descriptor file;
  dev_t device;
  ino_t number;
};

bool is_before(const Folder& a, const Folder& b) { return std::tie(a.device, a.number) < std::tie(b.device, b.number); }

bool is_same(const Folder& a, const Folder& b) { return std::tie(a.device, a.number) == std::tie(b.device, b.number); }

/// Each folder that can be opened once, in an order that is the same for everybody: two who want the same folders
/// never wait for each other.
std::vector<Folder> opened(const std::vector<std::string>& paths) {
  std::vector<Folder> folders;
  for (const std::string& path : paths) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) continue;
    folders.push_back({path, std::move(file), status.st_dev, status.st_ino});
  }
  std::sort(folders.begin(), folders.end(), is_before);
  folders.erase(std::unique(folders.begin(), folders.end(), is_same), folders.end());
  return folders;
}

[[noreturn]] void cannot_wait_longer(const std::string& folder) {
  const std::string seconds = std::to_string(limits::folder_wait_seconds);
  throw Error(
      ErrorKind::limit, "file.folder-busy",
      {"โฟลเดอร์ \"" + folder + "\" มีโปรแกรมอื่นใช้เขียนอยู่ รอจนครบ " + seconds + " วินาที (folder_wait_seconds) แล้ว",
       "\"" + folder + "\" is held by another program that writes there; waited for the limit of " + seconds +
           " seconds (folder_wait_seconds)"},
      {"รอให้โปรแกรมนั้นจบแล้วลองใหม่ หรือเขียนลงโฟลเดอร์อื่น", "try again when it has ended, or write to another folder"});
}

/// False where the folder cannot be locked at all.
bool lock(const Folder& folder, Clock::time_point end) {
  for (auto pause = shortest_pause;; pause = std::min(2 * pause, longest_pause)) {
    if (::flock(folder.file.number(), LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return false;
    if (Clock::now() >= end) cannot_wait_longer(folder.path);
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

FolderLocks::FolderLocks(const std::vector<std::string>& folders) {
  const Clock::time_point end = Clock::now() + std::chrono::seconds(limits::folder_wait_seconds);
  for (Folder& folder : opened(folders)) {
    if (lock(folder, end)) held_.push_back(std::move(folder.file));
  }
}

}  // namespace krut::files
