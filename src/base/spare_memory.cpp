#include "base/spare_memory.h"

#include <cstdlib>
#include <memory>
#include <new>

namespace krut {

void expect_memory(std::size_t bytes) {
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  const std::unique_ptr<void, Free> memory(std::malloc(bytes));
  if (!memory) throw std::bad_alloc();
  *static_cast<volatile char*>(memory.get()) = 0;  // else a compiler may take both calls away
}

}  // namespace krut
