#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/budget.h"

namespace krut::picture {

/// How the drawing program came to its end.
struct HelperEnd {
  enum class Kind {
    answered,     ///< `answer` is all that it said
    not_there,    ///< there is no such program, or none that may be run
    not_started,  ///< the system is short of what starting one needs
    out_of_time,  ///< it was ended after `wait`, or because the budget was spent
    died,         ///< of the signal `number`
    broken_off,   ///< it ended, with exit code `number`, or unknown when -1
    talks_on,     ///< it was ended because it said more than asked for
  };
  Kind kind = Kind::broken_off;
  int number = -1;  ///< an errno, a signal or an exit code
  std::string answer = {};
};

/// Starts the program `path`, an absolute one, gives it `order` and takes what it says until it ends its speech. The
/// one place in the house that starts a program. It gets an environment and signals of its own and no open file but its
/// socket; it is never left behind, not as a zombie either, whatever the caller does with SIGCHLD or SIGPIPE, and
/// however many threads start one at once.
[[nodiscard]] HelperEnd ask_helper(const std::string& path, std::string_view order, std::size_t most_bytes,
                                   std::chrono::milliseconds wait, const Budget& budget = {});

}  // namespace krut::picture
