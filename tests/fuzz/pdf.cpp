#include <cstdint>
#include <string_view>

#include "mutators/mutation.h"
#include "paper.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_pdf)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  krut::fuzz::read_paper({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
