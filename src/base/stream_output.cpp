#include "base/stream_output.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

#include "base/error.h"
#include "base/folder.h"
#include "base/limits.h"

namespace krut::files {

namespace {

constexpr int pause_ms = 20;

[[noreturn]] void nobody_reads(const std::string& path) {
  const std::string seconds = std::to_string(limits::pipe_wait_seconds);
  throw Error(
      ErrorKind::limit, "file.pipe-unread",
      {"ไม่มีโปรแกรมใดอ่านท่อ \"" + path + "\" รอจนครบ " + seconds + " วินาที (pipe_wait_seconds) แล้ว",
       "nobody reads the pipe \"" + path + "\"; waited for the limit of " + seconds + " seconds (pipe_wait_seconds)"},
      {"เปิดโปรแกรมที่จะอ่านท่อก่อน", "start the program that reads it first"});
}

}  // namespace

bool is_stream(const std::string& path) {
  std::error_code status;
  const auto kind = std::filesystem::status(path, status).type();
  return kind == std::filesystem::file_type::character || kind == std::filesystem::file_type::block ||
         kind == std::filesystem::file_type::fifo;
}

StreamOutput::StreamOutput(const std::string& path, const ShouldStop& should_stop) : path_(path) {
  // Never blocked in the system, so that a wish to stop is seen.
  std::error_code status;
  const bool is_pipe = std::filesystem::is_fifo(path, status);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits::pipe_wait_seconds);
  for (;;) {
    file_ = Descriptor(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file_.number() >= 0) return;
    const bool has_no_reader = is_pipe && errno == ENXIO;  // open(2)
    if (!has_no_reader && errno != EINTR) cannot_write(path, errno);
    expect_wanted(should_stop);
    if (std::chrono::steady_clock::now() >= end) nobody_reads(path);
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  }
}

void StreamOutput::write(std::string_view bytes, const ShouldStop& should_stop) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    if (errno != EAGAIN && errno != EINTR) cannot_write(path_, errno);
    expect_wanted(should_stop);
    pollfd room{file_.number(), POLLOUT, 0};
    static_cast<void>(::poll(&room, 1, pause_ms));
  }
  if (const int status = file_.close(); status != 0) cannot_write(path_, status);
}

}  // namespace krut::files
