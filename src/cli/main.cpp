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
  const krut::cli::Speaker speaker(krut::cli::wished_manner(count, words));
  // Made while there is memory for it.
  const std::vector<krut::api::Diagnostic> short_of_memory = {
      krut::cli::told({.code = "memory.short",
                       .thai = "หน่วยความจำไม่พอ",
                       .english = "out of memory",
                       .hint_thai = "ปิดโปรแกรมอื่น หรือแบ่งข้อมูลเป็นหลายเอกสาร",
                       .hint_english = "close other programs, or split the data into several documents"})};
  try {
    const krut::cli::Parsed parsed = krut::cli::parse_arguments(count, words, speaker);
    const int code = parsed.is_done ? parsed.exit_code : krut::cli::run(parsed.arguments, speaker);
    return code == krut::cli::exit_code::ok ? speaker.after_stdout(code) : code;
  } catch (const std::bad_alloc&) {
    speaker.tell(short_of_memory);
    return static_cast<int>(krut::api::Status::limit_reached);
  }
}
