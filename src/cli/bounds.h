#pragma once

#include "cli/arguments.h"
#include "cli/speaker.h"
#include "krut/krut.hpp"

namespace krut::cli {

/// What is left of the bounds that the command line asks for; the time began with the program.
[[nodiscard]] api::Bounds bounds_of(const Arguments& arguments);

/// The speaker who names the time that the command line gives, whoever ends the work when it is over.
[[nodiscard]] Speaker heeding_deadline(const Arguments& arguments, const Speaker& speaker);

/// Lets the operating system see to the bounds as well, for what the library cannot: input that never comes, memory
/// that is not counted. A little after the deadline the program ends with the code of a limit and says why.
void enforce_bounds(const Arguments& arguments, const Speaker& speaker);

/// The work is done and its results are about to be written: those are not cut short any more. Throws
/// `std::bad_alloc` when memory was short meanwhile, so that nothing is written that a library made with less.
void conclude_work();

}  // namespace krut::cli
