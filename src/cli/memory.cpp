/// The program's `new`, over whatever allocator is linked. Those written in C bring a `new` of their own that ends the
/// program without a word when memory is short; this one throws, as the language asks (ISO C++20, 17.6.3).
#include <cstdlib>
#include <new>

namespace {

void* memory_for(std::size_t size) {
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return memory_for(size); }
void* operator new[](std::size_t size) { return memory_for(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
