#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/error.h"
#include "base/open_file.h"
#include "base/system_reason.h"

namespace krut::files {

namespace {

constexpr const char* standard_input = "/dev/stdin";

/// As the user named it.
std::string name_of(const std::string& path) { return path == standard_input ? "-" : path; }

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
  const Bilingual cause = system_reason(code);
  const Bilingual what = path == standard_input ? Bilingual{"stdin", "standard input"}
                                                : Bilingual{"ไฟล์ \"" + path + "\"", "\"" + path + "\""};
  throw Error(ErrorKind::input_missing, "file.cannot-read",
              {"อ่าน" + what.thai + " ไม่ได้: " + cause.thai, "cannot read " + what.english + ": " + cause.english},
              {"ตรวจชื่อไฟล์และสิทธิ์การอ่าน", "check the name and that you may read it"}, name_of(path));
}

void cannot_write(const std::string& path, int code) {
  const Bilingual cause = system_reason(code);
  throw Error(ErrorKind::cannot_write, "file.cannot-write",
              {"เขียนไฟล์ \"" + path + "\" ไม่ได้: " + cause.thai, "cannot write \"" + path + "\": " + cause.english},
              {"ตรวจโฟลเดอร์ปลายทาง เนื้อที่ว่าง และสิทธิ์การเขียน",
               "check the folder, the room on the disk and that you may write there"},
              path);
}

std::string read_whole(const std::string& path, std::size_t most_bytes) {
  // Standard input may be a socket, which has no name to open it by.
  const bool is_stdin = path == standard_input;
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
                  {"ใช้ไฟล์ที่เล็กลง หรือแบ่งเป็นหลายไฟล์", "use a smaller file, or split it into several"}, name_of(path));
    }
  }
}

}  // namespace krut::files
