#pragma once

#include <cstddef>

namespace krut {

/// Throws std::bad_alloc unless so many bytes are to be had now; they are given back at once. Asked before and after
/// calls into libraries that crash for want of memory, or tell it as something else.
void expect_memory(std::size_t bytes);

}  // namespace krut
