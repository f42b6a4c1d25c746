#include <csignal>
#include <iostream>
#include <new>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace {

extern "C" void leave_interrupted(int) { std::_Exit(krut::cli::exit_code::interrupted); }

}  // namespace

int main(int count, char** words) {
  std::signal(SIGINT, leave_interrupted);
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    const krut::cli::Parsed parsed = krut::cli::parse_arguments(count, words);
    return parsed.is_done ? parsed.exit_code : krut::cli::run(parsed.arguments);
  } catch (const std::bad_alloc&) {
    std::cerr << "krut: out of memory\n";
    return static_cast<int>(krut::api::Status::limit_reached);
  }
}
