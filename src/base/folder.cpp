#include "base/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <tuple>

#include "base/error.h"
#include "base/limits.h"

namespace krut::files {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds shortest_pause(1);
constexpr std::chrono::milliseconds longest_pause(20);

[[noreturn]] void cannot_wait_longer(const std::string& folder) {
  const std::string seconds = std::to_string(limits::folder_wait_seconds);
  throw Error(
      ErrorKind::limit, "file.folder-busy",
      {"โฟลเดอร์ \"" + folder + "\" มีโปรแกรมอื่นใช้เขียนอยู่ รอจนครบ " + seconds + " วินาที (folder_wait_seconds) แล้ว",
       "\"" + folder + "\" is held by another program that writes there; waited for the limit of " + seconds +
           " seconds (folder_wait_seconds)"},
      {"รอให้โปรแกรมนั้นจบแล้วลองใหม่ หรือเขียนลงโฟลเดอร์อื่น", "try again when it has ended, or write to another folder"});
}

void lock(const Folder& folder, Clock::time_point end, const ShouldStop& should_stop) {
  for (auto pause = shortest_pause;; pause = std::min(2 * pause, longest_pause)) {
    if (::flock(folder.file.number(), LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK && errno != EINTR) return;  // a file system without locks
    expect_wanted(should_stop);
    if (Clock::now() >= end) cannot_wait_longer(folder.path);
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

Folder open_folder(const std::string& path, const std::string& for_file) {
  Folder folder{path, Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)), 0, 0, true};
  if (folder.file.number() < 0 && errno == EACCES) {
    // One may write into a folder that one may not list.
    folder.file = Descriptor(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    folder.is_readable = false;
  }
  struct stat status {};
  if (folder.file.number() < 0 || ::fstat(folder.file.number(), &status) != 0) cannot_write(for_file, errno);
  folder.device = status.st_dev;
  folder.number = status.st_ino;
  return folder;
}

bool is_same(const Folder& a, const Folder& b) { return std::tie(a.device, a.number) == std::tie(b.device, b.number); }

void lock(std::vector<Folder>& folders, const ShouldStop& should_stop) {
  // The same order for everybody: two who want the same folders never wait for each other.
  std::vector<const Folder*> ordered;
  for (const Folder& folder : folders) {
    if (folder.is_readable) ordered.push_back(&folder);
  }
  std::sort(ordered.begin(), ordered.end(), [](const Folder* a, const Folder* b) {
    return std::tie(a->device, a->number) < std::tie(b->device, b->number);
  });
  const Clock::time_point end = Clock::now() + std::chrono::seconds(limits::folder_wait_seconds);
  for (const Folder* folder : ordered) lock(*folder, end, should_stop);
}

void sync(const Folder& folder) {
  // EINVAL: a file system that has nothing to sync (fsync(2)).
  if (!folder.is_readable || ::fsync(folder.file.number()) == 0 || errno == EINVAL) return;
  cannot_write(folder.path, errno);
}

void expect_wanted(const ShouldStop& should_stop) {
  if (!should_stop || !should_stop()) return;
  throw Error(ErrorKind::cannot_write, "file.stopped",
              {"หยุดก่อนเขียนไฟล์ตามที่มีผู้สั่ง ไม่มีไฟล์ใดเปลี่ยน", "writing was stopped before any file was changed"},
              {"สั่งใหม่เมื่อต้องการไฟล์", "run it again when the files are wanted"});
}

}  // namespace krut::files
