#include "cli/signals.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <initializer_list>

#include "cli/exit_code.h"

namespace krut::cli {

namespace {

std::atomic<bool> is_undisturbed = false;
std::atomic<int> later_code = 0;  ///< with which the program ends when it may be disturbed again; 0: it goes on
std::atomic<bool> is_file_too_large = false;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "only such may be touched in a handler (ISO C++20, 17.13.5)");

extern "C" void end_or_note(int number) {
  const int code = exit_code::first_of_signals + number;
  if (!ends_later(code)) std::_Exit(code);
}

extern "C" void note_file_too_large(int) { is_file_too_large = true; }

void heed(int number, void (*handler)(int)) {
  struct sigaction action {};
  // nohup, and shells for what runs in the background, have some ignored.
  if (sigaction(number, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, nullptr);
}

}  // namespace

void heed_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU}) {
    heed(number, end_or_note);
  }
  heed(SIGXFSZ, note_file_too_large);
  std::signal(SIGPIPE, SIG_IGN);
}

Undisturbed::Undisturbed() { is_undisturbed = true; }

Undisturbed::~Undisturbed() {
  is_undisturbed = false;
  if (later_code != 0) std::_Exit(later_code);
}

bool is_ending() { return later_code != 0; }

bool ends_later(int code) {
  if (is_undisturbed) later_code = code;
  return is_undisturbed;
}

int after_signals(int code) {
  return code != exit_code::ok && is_file_too_large ? exit_code::first_of_signals + SIGXFSZ : code;
}

}  // namespace krut::cli
