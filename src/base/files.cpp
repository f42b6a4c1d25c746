#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/folder_lock.h"
#include "base/open_file.h"

namespace krut::files {

namespace {

constexpr int most_links = 40;  ///< one after the other, as in Linux (path_resolution(7))

/// The system's own words for `code`, which name the cause better than we could.
std::string cause(int code) { return std::generic_category().message(code); }

[[noreturn]] void cannot_write(const std::string& path, int code) {
  throw Error(ErrorKind::cannot_write, "file.cannot-write",
              {"เขียนไฟล์ \"" + path + "\" ไม่ได้: " + cause(code), "cannot write \"" + path + "\": " + cause(code)},
              {"ตรวจโฟลเดอร์ปลายทาง เนื้อที่ว่าง และสิทธิ์การเขียน",
               "check the folder, the room on the disk and that you may write there"});
}

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

mode_t permissions_for(const std::string& path) {
  struct stat existing {};
  if (::stat(path.c_str(), &existing) == 0) return existing.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// What `path` leads to, whether it is there yet or not.
std::string through_links(const std::string& path) {
  std::filesystem::path target = path;
  std::error_code status;
  for (int followed = 0; std::filesystem::is_symlink(target, status); ++followed) {
    if (followed == most_links) cannot_write(path, ELOOP);
    target = target.parent_path() / std::filesystem::read_symlink(target, status);
  }
  return target.string();
}

/// Devices and pipes cannot be replaced by renaming; they are written to as they are.
bool is_special(const std::string& path) {
  std::error_code status;
  const auto kind = std::filesystem::status(path, status).type();
  return kind == std::filesystem::file_type::character || kind == std::filesystem::file_type::fifo;
}

void write_in_place(const Output& output) {
  Descriptor file(::open(output.path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0) cannot_write(output.path, errno);
  if (const int status = write_all(file.number(), output.bytes); status != 0) cannot_write(output.path, status);
  if (const int status = file.close(); status != 0) cannot_write(output.path, status);
}

/// A complete file under a temporary name beside its target; removed again unless put in place.
class StagedFile {
 public:
  explicit StagedFile(const Output& output)
      : path_(output.path), target_(through_links(output.path)), temporary_(target_ + ".XXXXXX") {
    // Found out only when renaming, it would leave the files before this one replaced.
    if (std::error_code status; std::filesystem::is_directory(target_, status)) {
      temporary_.clear();
      cannot_write(path_, EISDIR);
    }
    Descriptor file(::mkostemp(temporary_.data(), O_CLOEXEC));
    if (file.number() < 0) {
      const int status = errno;
      temporary_.clear();
      cannot_write(path_, status);
    }
    int status = ::fchmod(file.number(), permissions_for(target_)) == 0 ? 0 : errno;
    if (status == 0) status = write_all(file.number(), output.bytes);
    if (status == 0 && ::fsync(file.number()) != 0) status = errno;
    if (const int closed = file.close(); status == 0) status = closed;
    if (status != 0) {
      ::unlink(temporary_.c_str());
      cannot_write(path_, status);
    }
  }
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  StagedFile(StagedFile&& other) noexcept
      : path_(std::move(other.path_)),
        target_(std::move(other.target_)),
        temporary_(std::exchange(other.temporary_, {})) {}
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  /// Throws when both would go to one place, so that one of them would be lost.
  void expect_elsewhere(const StagedFile& other) const {
    std::error_code status;
    const auto place = std::filesystem::weakly_canonical(target_, status);
    if (place != std::filesystem::weakly_canonical(other.target_, status)) return;
    throw Error(ErrorKind::cannot_write, "file.same-place",
                {"\"" + path_ + "\" กับ \"" + other.path_ + "\" เป็นไฟล์เดียวกัน",
                 "\"" + path_ + "\" and \"" + other.path_ + "\" are one file"});
  }

  [[nodiscard]] std::string folder() const {
    const std::string parent = std::filesystem::path(target_).parent_path().string();
    return parent.empty() ? "." : parent;
  }

  void put_in_place() {
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) cannot_write(path_, errno);
    temporary_.clear();
  }

 private:
  std::string path_;
  std::string target_;
  std::string temporary_;
};

/// What the file system says of it; 0 where it cannot say (pipes, devices).
std::size_t size_of(const Descriptor& file) {
  struct stat status {};
  return ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

int Descriptor::close() {
  if (number_ < 0) return 0;
  const int status = ::close(number_) == 0 ? 0 : errno;
  number_ = -1;
  return status;
}

void cannot_read(const std::string& path, int code) {
  throw Error(ErrorKind::input_missing, "file.cannot-read",
              {"อ่านไฟล์ \"" + path + "\" ไม่ได้: " + cause(code), "cannot read \"" + path + "\": " + cause(code)},
              {"ตรวจชื่อไฟล์และสิทธิ์การอ่าน", "check the name and that you may read it"});
}

std::string read_whole(const std::string& path, std::size_t most_bytes) {
  // Standard input may be a socket, which has no name to open it by.
  const bool is_stdin = path == "/dev/stdin";
  Descriptor file(is_stdin ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) cannot_read(path, errno);
  return read_open(file, path, most_bytes);
}

std::string read_open(const Descriptor& file, const std::string& path, std::size_t most_bytes) {
  std::string bytes;
  bytes.reserve(std::min(size_of(file), most_bytes));
  std::array<char, 65'536> buffer{};
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_read(path, errno);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > most_bytes) {
      const std::string limit = std::to_string(most_bytes);
      throw Error(ErrorKind::limit, "file.too-large",
                  {"ไฟล์ \"" + path + "\" ใหญ่เกิน " + limit + " ไบต์",
                   "\"" + path + "\" is larger than the limit of " + limit + " bytes"},
                  {"ใช้ไฟล์ที่เล็กลง หรือแบ่งเป็นหลายไฟล์", "use a smaller file, or split it into several"});
    }
  }
}

void write_whole(const std::vector<Output>& outputs, const std::function<void()>& before_replacing) {
  std::vector<StagedFile> staged;
  staged.reserve(outputs.size());
  for (const Output& output : outputs) {
    if (is_special(output.path)) continue;
    staged.emplace_back(output);
    for (const StagedFile& other : staged) {
      if (&other != &staged.back()) other.expect_elsewhere(staged.back());
    }
  }
  std::vector<std::string> folders;
  for (const StagedFile& file : staged) folders.push_back(file.folder());
  const FolderLocks locks(folders);
  if (before_replacing) before_replacing();
  for (const Output& output : outputs) {
    if (is_special(output.path)) write_in_place(output);
  }
  for (StagedFile& file : staged) file.put_in_place();
}

}  // namespace krut::files
