#include "cli/bounds.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>

#include "cli/amounts.h"
#include "cli/memory.h"

namespace krut::cli {

namespace {

using std::chrono::nanoseconds;

/// The library ends by itself soon after the deadline; only what it cannot stop is ended by the signal.
constexpr nanoseconds grace = std::chrono::milliseconds(50);
/// What the program holds beside the work: fonts, the dictionary, stacks, and what its allocator keeps in store.
[[maybe_unused]] constexpr rlim_t beside_the_work = rlim_t{256} << 20U;

/// A handler can be given nothing, and must not make anything. Never destroyed: the signal may come while the program
/// ends.
std::string& last_words() {
  static std::string& words = *new std::string;
  return words;
}

extern "C" void end_late(int) {
  const std::string& words = last_words();
  static_cast<void>(!::write(STDERR_FILENO, words.data(), words.size()));
  ::_exit(static_cast<int>(api::Status::limit_reached));
}

itimerval once_after(nanoseconds time) {
  constexpr auto second = std::chrono::seconds(1);
  itimerval timer{};
  timer.it_value.tv_sec = time / second;
  timer.it_value.tv_usec = std::chrono::duration_cast<std::chrono::microseconds>(time % second).count();
  return timer;
}

/// Not under sanitizers, which map address space without end.
void limit_memory([[maybe_unused]] std::size_t bytes) {
#ifdef KRUT_OWN_ALLOCATOR
  rlimit limit{};
  ::getrlimit(RLIMIT_DATA, &limit);
  const rlim_t most = std::numeric_limits<rlim_t>::max() - beside_the_work;
  limit.rlim_cur = std::min({limit.rlim_cur, limit.rlim_max, std::min<rlim_t>(bytes, most) + beside_the_work});
  ::setrlimit(RLIMIT_DATA, &limit);
#endif
}

api::Diagnostic late(nanoseconds timeout) {
  const std::string most = seconds_text(timeout);
  return told({.code = "limit.timeout",
               .thai = "งานไม่เสร็จภายใน " + most + " วินาทีที่กำหนดด้วย --timeout",
               .english = "the work was not done within the " + most + " seconds of --timeout",
               .hint_thai = "กำหนด --timeout ให้มากขึ้น หรือแบ่งข้อมูลเป็นหลายไฟล์",
               .hint_english = "allow more time with --timeout, or split the data into several files"});
}

nanoseconds time_left(const Arguments& arguments) {
  return std::max(nanoseconds::zero(), *arguments.timeout - (std::chrono::steady_clock::now() - arguments.started));
}

}  // namespace

api::Bounds bounds_of(const Arguments& arguments) {
  api::Bounds bounds;
  if (arguments.timeout) bounds.timeout = time_left(arguments);
  bounds.max_memory = arguments.max_memory;
  return bounds;
}

Speaker heeding_deadline(const Arguments& arguments, const Speaker& speaker) {
  return arguments.timeout ? speaker.with_deadline(late(*arguments.timeout)) : speaker;
}

void enforce_bounds(const Arguments& arguments, const Speaker& speaker) {
  if (arguments.max_memory) limit_memory(*arguments.max_memory);
  if (!arguments.timeout) return;
  last_words() = speaker.words_of(late(*arguments.timeout));
  struct sigaction action {};
  action.sa_handler = end_late;
  ::sigaction(SIGALRM, &action, nullptr);
  const itimerval timer = once_after(time_left(arguments) + grace);
  ::setitimer(ITIMER_REAL, &timer, nullptr);
}

void conclude_work() {
  const itimerval never{};
  ::setitimer(ITIMER_REAL, &never, nullptr);
  if (was_memory_short()) throw std::bad_alloc();
}

}  // namespace krut::cli
