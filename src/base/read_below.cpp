#include "base/read_below.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/error.h"
#include "base/open_file.h"

namespace krut::files {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void outside(const std::string& path, const std::vector<std::string>& folders) {
  const std::string folder = folders.empty() ? std::string() : folders.front();
  throw Error(ErrorKind::input_missing, "file.outside",
              {"ไฟล์ \"" + path + "\" อยู่นอกโฟลเดอร์ \"" + folder + "\"",
               "\"" + path + "\" lies outside the folder \"" + folder + "\""},
              {"ย้ายไฟล์จริง (ไม่ใช่ลิงก์) มาไว้ในโฟลเดอร์นั้น", "put the file itself, not a link to it, into that folder"});
}

[[noreturn]] void not_regular(const std::string& path) {
  throw Error(ErrorKind::input_missing, "file.not-regular",
              {"\"" + path + "\" ไม่ใช่ไฟล์ธรรมดา", "\"" + path + "\" is no regular file"},
              {"ใช้ไฟล์ธรรมดา ไม่ใช่โฟลเดอร์ ไปป์ หรืออุปกรณ์", "name a file, not a folder, a pipe or a device"});
}

/// Opens `file`, both resolved, from `folder` on down, and follows no link on the way.
Descriptor open_below(const fs::path& folder, const fs::path& file, const std::string& path) {
  Descriptor at(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (at.number() < 0) cannot_read(path, errno);
  const fs::path way = file.lexically_relative(folder);
  for (const fs::path& step : way.parent_path()) {
    Descriptor next(::openat(at.number(), step.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (next.number() < 0) cannot_read(path, errno);
    at = std::move(next);
  }
  // To open a device may do something, and to open a pipe may wait: so it is looked at before, and again after.
  const std::string name = way.filename().string();
  struct stat status {};
  if (::fstatat(at.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) cannot_read(path, errno);
  if (!S_ISREG(status.st_mode)) not_regular(path);
  Descriptor opened(::openat(at.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (opened.number() < 0 || ::fstat(opened.number(), &status) != 0) cannot_read(path, errno);
  if (!S_ISREG(status.st_mode)) not_regular(path);
  return opened;
}

}  // namespace

std::optional<std::string> resolved(const std::string& path) {
  std::error_code status;
  fs::path found = fs::canonical(path, status);
  if (status) return std::nullopt;
  return found.string();
}

bool is_below(const std::string& path, const std::string& folder) {
  if (folder == "/") return path.size() > 1;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string read_below(const std::vector<std::string>& folders, const std::string& path, std::size_t most_bytes) {
  std::error_code status;
  const std::string file = fs::canonical(path, status).string();
  if (status) cannot_read(path, status.value());
  for (const std::string& each : folders) {
    const auto folder = resolved(each);
    if (folder && is_below(file, *folder)) return read_open(open_below(*folder, file, path), path, most_bytes);
  }
  outside(path, folders);
}

}  // namespace krut::files
