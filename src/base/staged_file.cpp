#include "base/staged_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/temporary_name.h"

namespace krut::files {

namespace {

constexpr int most_links = 40;     ///< one after the other, as in Linux (path_resolution(7))
constexpr int most_attempts = 16;  ///< to find a name that is free
constexpr mode_t private_mode = 0600;
constexpr mode_t usual_mode = 0666;  ///< less what the caller's umask takes
constexpr mode_t mode_bits = 07777;

/// 0, or the errno of the failed write.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// The file system does not know such a way of renaming or linking (rename(2), link(2)).
bool is_unknown(int code) {
  return code == EINVAL || code == ENOSYS || code == EOPNOTSUPP || code == EPERM || code == EMLINK;
}

}  // namespace

Target target_of(const std::string& path) {
  std::filesystem::path place = path;
  std::error_code status;
  for (int followed = 0; std::filesystem::is_symlink(place, status); ++followed) {
    if (followed == most_links) cannot_write(path, ELOOP);
    place = place.parent_path() / std::filesystem::read_symlink(place, status);
  }
  if (!place.has_filename()) cannot_write(path, path.empty() ? ENOENT : EISDIR);
  const std::string folder = place.parent_path().string();
  return {path, folder.empty() ? "." : folder, place.filename().string()};
}

StagedFile::StagedFile(Target target, const Folder& folder, std::string_view bytes)
    : target_(std::move(target)), folder_(&folder) {
  struct stat former {};
  const bool is_there = ::fstatat(folder.file.number(), target_.name.c_str(), &former, 0) == 0;
  if (!is_there && errno != ENOENT) cannot_write(target_.path, errno);
  if (is_there && S_ISDIR(former.st_mode)) cannot_write(target_.path, EISDIR);
  create(is_there);
  try {
    fill(bytes);
    if (is_there && ::fchmod(file_.number(), former.st_mode & mode_bits) != 0) cannot_write(target_.path, errno);
    if (::fsync(file_.number()) != 0) cannot_write(target_.path, errno);
  } catch (...) {
    discard();
    throw;
  }
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target_(std::move(other.target_)),
      folder_(other.folder_),
      file_(std::move(other.file_)),
      temporary_(std::exchange(other.temporary_, {})),
      standing_(other.standing_) {}

StagedFile::~StagedFile() { discard(); }

void StagedFile::discard() {
  if (!temporary_.empty()) ::unlinkat(folder_->file.number(), temporary_.c_str(), 0);
  temporary_.clear();
}

void StagedFile::create(bool is_private) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const std::string name = temporary_name();
    file_ = Descriptor(::openat(folder_->file.number(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                                is_private ? private_mode : usual_mode));
    if (file_.number() < 0 && errno != EEXIST) cannot_write(target_.path, errno);
    if (file_.number() < 0) continue;
    // Somebody who sweeps may have seen it before it was locked: then it has no name any more, or soon has none.
    struct stat status {};
    const bool is_taken = ::flock(file_.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (is_taken || ::fstat(file_.number(), &status) != 0 || status.st_nlink == 0) continue;
    temporary_ = name;
    return;
  }
  cannot_write(target_.path, EEXIST);
}

void StagedFile::fill(std::string_view bytes) {
  if (const int status = write_all(file_.number(), bytes); status != 0) cannot_write(target_.path, status);
}

void StagedFile::put_in_place() {
  const int folder = folder_->file.number();
  struct stat former {};
  if (::fstatat(folder, target_.name.c_str(), &former, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno != ENOENT) cannot_write(target_.path, errno);
    return take_free_place();
  }
  if (!S_ISREG(former.st_mode)) cannot_write(target_.path, S_ISDIR(former.st_mode) ? EISDIR : EEXIST);
  exchange();
}

void StagedFile::take_free_place() {
  const int folder = folder_->file.number();
  int status = ::renameat2(folder, temporary_.c_str(), folder, target_.name.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
  if (is_unknown(status)) {
    status = ::renameat(folder, temporary_.c_str(), folder, target_.name.c_str()) == 0 ? 0 : errno;
  }
  if (status != 0) cannot_write(target_.path, status);
  temporary_.clear();
  standing_ = Standing::in_free_place;
}

void StagedFile::exchange() {
  const int folder = folder_->file.number();
  const auto swap = [&] {
    return ::renameat2(folder, temporary_.c_str(), folder, target_.name.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
  };
  const int status = swap();
  if (is_unknown(status)) return take_place_of_linked_former();
  if (status != 0) cannot_write(target_.path, status);
  // Somebody may have put another thing there since it was looked at.
  struct stat former {};
  if (::fstatat(folder, temporary_.c_str(), &former, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(former.st_mode)) {
    static_cast<void>(swap());
    cannot_write(target_.path, S_ISDIR(former.st_mode) ? EISDIR : EEXIST);
  }
  standing_ = Standing::in_place_of_former;
}

/// For file systems that cannot exchange two names: what stands there has a second name before it loses the first.
void StagedFile::take_place_of_linked_former() {
  const int folder = folder_->file.number();
  const std::string spare = temporary_name();
  const bool is_kept = ::linkat(folder, target_.name.c_str(), folder, spare.c_str(), 0) == 0;
  if (!is_kept && !is_unknown(errno)) cannot_write(target_.path, errno);
  if (::renameat(folder, temporary_.c_str(), folder, target_.name.c_str()) != 0) {
    const int status = errno;
    if (is_kept) ::unlinkat(folder, spare.c_str(), 0);
    cannot_write(target_.path, status);
  }
  temporary_ = is_kept ? spare : std::string();
  standing_ = is_kept ? Standing::in_place_of_former : Standing::over_former;
}

bool StagedFile::put_back() {
  const int folder = folder_->file.number();
  switch (standing_) {
    case Standing::staged:
      return true;
    case Standing::in_free_place:
      return ::unlinkat(folder, target_.name.c_str(), 0) == 0;
    case Standing::in_place_of_former: {
      const bool is_back = ::renameat(folder, temporary_.c_str(), folder, target_.name.c_str()) == 0;
      temporary_.clear();  // in place again, or kept where it is: nowhere is there another of it
      return is_back;
    }
    case Standing::over_former:
      break;
  }
  return false;
}

}  // namespace krut::files
