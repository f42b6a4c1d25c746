#pragma once

namespace krut::cli {

/// From here on a signal that ends the program (SIGINT, SIGTERM, SIGHUP, …) ends it at once with 128 and its number,
/// but waits while files are written. Signals that the caller ignores stay ignored. A limit on the size of files
/// (SIGXFSZ) is first told by the write that fails, and decides the exit code at the end.
void heed_signals();

/// While it lives, a signal that ends the program is only noted: nothing is half written, no temporary file stays. At
/// its end the program ends if one came.
class Undisturbed {
 public:
  Undisturbed();
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;
  ~Undisturbed();
};

/// Whether one came that waits.
[[nodiscard]] bool is_ending();

/// For a signal handler: notes, while an `Undisturbed` lives, that the program shall end with `code` at its end. False
/// when there is none, so that the program may end now.
[[nodiscard]] bool ends_later(int code);

/// `code`, or that of the limit on the size of files where a write ran into it.
[[nodiscard]] int after_signals(int code);

}  // namespace krut::cli
