#include <fcntl.h>
#include <unistd.h>

#include <iostream>
#include <new>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/memory.h"
#include "cli/short_memory.h"
#include "cli/signals.h"

namespace {

/// Where the caller closed one of the three, the first file opened would take its number, and be read or written in its
/// stead. What stands there now fails when it is used, as the closed one does.
void hold_standard_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0) continue;
    // The lowest number that is free is the one that is missing.
    static_cast<void>(::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

/// The command's own code, or that of a standard output which did not take everything.
int finish(const krut::cli::Ended& ended, const krut::cli::Speaker& speaker) {
  return krut::cli::after_signals(speaker.after_stdout(ended));
}

/// The exit code. Throws `std::bad_alloc` where there is not even memory to say that there is none.
int run(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const krut::cli::Speaker speaker(krut::cli::wished_manner(count, words));
  const std::vector<krut::api::Diagnostic> short_of_memory = {krut::api::short_of_memory()};  // while there is some
  try {
    const krut::cli::Parsed parsed = krut::cli::parse_arguments(count, words, speaker);
    if (parsed.is_done) return finish({parsed.exit_code}, speaker);
    return finish(krut::cli::run(parsed.arguments, speaker), speaker);
  } catch (const std::bad_alloc&) {
    speaker.tell(short_of_memory);
    return static_cast<int>(krut::api::Status::limit_reached);
  }
}

}  // namespace

int main(int count, char** words) {
  hold_standard_streams();
  krut::cli::heed_signals();
  krut::cli::watch_memory();
  try {
    return run(count, words);
  } catch (const std::bad_alloc&) {
    return krut::cli::say_memory_is_short(count, words);
  }
}
