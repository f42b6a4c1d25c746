#include "data/pattern.h"

#include <re2/re2.h>

#include "base/limits.h"
#include "data/pattern_translator.h"

namespace krut::data {

namespace {

re2::RE2::Options options() {
  re2::RE2::Options options(re2::RE2::Quiet);  // the library never prints
  options.set_max_mem(static_cast<std::int64_t>(limits::pattern_bytes));
  options.set_never_capture(true);
  return options;
}

PatternFault fault_of(const re2::RE2& machine) {
  const std::string& at = machine.error_arg();
  switch (machine.error_code()) {
    case re2::RE2::ErrorPatternTooLarge:
    case re2::RE2::ErrorRepeatSize:
      return {{"รูปแบบนี้ใหญ่เกินไป", "this pattern is too large"},
              {"ลดจำนวนการทำซ้ำ { } ซึ่งเกิน 1,000 ไม่ได้", "repeat less: { } goes to 1,000 at most"}};
    default:
      return {{"รูปแบบนี้อ่านไม่ได้", "this pattern is not a regular expression"},
              {"ตรวจวงเล็บและเครื่องหมาย \\ ตรง " + at, "look at its brackets and backslashes, at " + at}};
  }
}

}  // namespace

struct Pattern::Machine {
  explicit Machine(const std::string& expression) : machine(expression, options()) {}
  re2::RE2 machine;
};

Pattern::Pattern(std::string_view written) : machine_(std::make_unique<const Machine>(translated_pattern(written))) {
  if (!machine_->machine.ok()) throw fault_of(machine_->machine);
}

Pattern::~Pattern() = default;

bool Pattern::is_in(std::string_view text) const { return re2::RE2::PartialMatch(text, machine_->machine); }

}  // namespace krut::data
