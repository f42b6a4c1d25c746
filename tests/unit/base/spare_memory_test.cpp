#include "base/spare_memory.h"

#include <gtest/gtest.h>

#include <limits>
#include <new>

/// Asked by AddressSanitizer, which would end the program where malloc gives nothing.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options() {
  return "allocator_may_return_null=1";
}

namespace krut {

namespace {

TEST(SpareMemory, is_expected_in_vain_where_there_is_none) {
  EXPECT_NO_THROW(expect_memory(1U << 20));
  EXPECT_THROW(expect_memory(std::numeric_limits<std::size_t>::max() / 4), std::bad_alloc);
}

}  // namespace

}  // namespace krut
