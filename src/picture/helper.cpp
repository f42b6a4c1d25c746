#include "picture/helper.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace krut::picture {

namespace {

using Clock = std::chrono::steady_clock;
using Kind = HelperEnd::Kind;

/// Of ours; closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// What `posix_spawn` is told of the new process.
struct Manner {
  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};

  /// The program's own end of the socket is its input and its output.
  explicit Manner(int socket) {
    constexpr int first_other = STDERR_FILENO + 1;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, STDIN_FILENO, STDOUT_FILENO);
    ::posix_spawn_file_actions_addclose(&files, STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&files, first_other);
    ::posix_spawnattr_init(&attributes);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Manner(const Manner&) = delete;
  Manner& operator=(const Manner&) = delete;
  ~Manner() {
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
  }
};

/// Starts it, with what it says and hears going over `socket`. 0, or an errno.
int start(const std::string& path, int socket, pid_t& process) {
  const Manner manner(socket);
  std::string name = "krut-picture";
  // One thread, so that its time is what it takes; no settings of the caller's.
  std::string threads = "RAYON_NUM_THREADS=1";
  std::string arenas = "MALLOC_ARENA_MAX=1";
  const std::array<char*, 2> arguments = {name.data(), nullptr};
  const std::array<char*, 3> environment = {threads.data(), arenas.data(), nullptr};
  return ::posix_spawn(&process, path.c_str(), &manner.files, &manner.attributes, arguments.data(), environment.data());
}

/// A running program. Whoever lets go of it ends it.
class Process {
 public:
  explicit Process(pid_t number) : number_(number), handle_(static_cast<int>(::syscall(SYS_pidfd_open, number, 0))) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (number_ > 0) static_cast<void>(end());
  }

  /// Waits a little for a program that has said all, so that its own end can be told from ours.
  void let_end() const {
    constexpr int little = 2'000;  // milliseconds
    pollfd watched{handle_.number(), POLLIN, 0};
    if (handle_.number() >= 0) ::poll(&watched, 1, little);
  }

  /// Ends it and takes its status; -1 when somebody else took it.
  [[nodiscard]] int end() {
    // By its handle where the system has such: a number may be another program's by now where the caller ignores
    // SIGCHLD.
    if (handle_.number() >= 0) {
      ::syscall(SYS_pidfd_send_signal, handle_.number(), SIGKILL, nullptr, 0);
    } else {
      ::kill(number_, SIGKILL);
    }
    int status = -1;
    pid_t ended = 0;
    do {
      ended = ::waitpid(number_, &status, 0);
    } while (ended < 0 && errno == EINTR);
    number_ = 0;
    return ended < 0 ? -1 : status;
  }

 private:
  pid_t number_;
  Descriptor handle_;
};

/// Says `order` and hears the answer at the same time, so that neither waits for the other.
/// It looks up now and then, to end soon after a caller's bound was reached.
HelperEnd talk(int socket, std::string_view order, std::size_t most_bytes, Clock::time_point end,
               const Budget& budget) {
  constexpr std::int64_t longest_sleep = 20;  // milliseconds
  HelperEnd heard{Kind::answered};
  std::array<char, 65'536> buffer{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0 || budget.is_spent()) return {Kind::out_of_time};
    pollfd watched{socket, static_cast<short>(order.empty() ? POLLIN : POLLIN | POLLOUT), 0};
    if (::poll(&watched, 1, static_cast<int>(std::min<std::int64_t>(left, longest_sleep))) < 0 && errno != EINTR)
      return {Kind::broken_off};
    if ((watched.revents & POLLOUT) != 0 && !order.empty()) {
      const ssize_t count = ::send(socket, order.data(), order.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (count > 0) order.remove_prefix(static_cast<std::size_t>(count));
      if (count < 0 && errno != EAGAIN && errno != EINTR) order = {};  // it hears no more
    }
    if ((watched.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (count <= 0) return heard;
    if (static_cast<std::size_t>(count) > most_bytes - heard.answer.size()) return {Kind::talks_on};
    heard.answer.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

HelperEnd not_started(int reason) {
  const bool is_short = reason == EAGAIN || reason == ENOMEM || reason == EMFILE || reason == ENFILE;
  return {is_short ? Kind::not_started : Kind::not_there, reason};
}

}  // namespace

HelperEnd ask_helper(const std::string& path, std::string_view order, std::size_t most_bytes,
                     std::chrono::milliseconds wait, const Budget& budget) {
  if (path.empty() || path.front() != '/') return {Kind::not_there, ENOENT};
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return not_started(errno);
  const Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  pid_t number = 0;
  if (const int reason = start(path, theirs.number(), number); reason != 0) return not_started(reason);
  Process process(number);
  theirs.close();
  HelperEnd heard = talk(ours.number(), order, most_bytes, Clock::now() + wait, budget);
  if (heard.kind != Kind::answered) return heard;
  process.let_end();
  const int status = process.end();
  // Of whom nobody can tell how it ended, the answer must tell: it is looked through in any case.
  if (status == -1 || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) return heard;
  if (WIFSIGNALED(status)) return {Kind::died, WTERMSIG(status)};
  return {Kind::broken_off, WEXITSTATUS(status)};
}

}  // namespace krut::picture
