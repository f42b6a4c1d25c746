#include "cli/memory.h"

#ifdef KRUT_OWN_ALLOCATOR

#include <mimalloc.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>

namespace krut::cli {

namespace {

/// The allocator tells it from any thread.
std::atomic<bool> is_short = false;

void note(int fault, void*) {
  if (fault == ENOMEM) is_short.store(true, std::memory_order_relaxed);
}

void* memory_for(std::size_t size) {
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void watch_memory() { mi_register_error(note, nullptr); }

bool was_memory_short() { return is_short.load(std::memory_order_relaxed); }

}  // namespace krut::cli

// The program's `new`, over whatever allocator is linked. Those written in C bring a `new` of their own that ends the
// program without a word when memory is short; this one throws, as the language asks (ISO C++20, 17.6.3).
void* operator new(std::size_t size) { return krut::cli::memory_for(size); }
void* operator new[](std::size_t size) { return krut::cli::memory_for(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

#else

namespace krut::cli {

void watch_memory() {}

bool was_memory_short() { return false; }

}  // namespace krut::cli

#endif
