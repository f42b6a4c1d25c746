#include <cstdint>
#include <cstdlib>
#include <string>

#include "layout/image_size.h"
#include "mutators/mutation.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_xml)

/// A drawing from anywhere is judged: it has a size, or there is a reason why it has none. What is drawn is not drawn
/// here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace krut;
  Bilingual cause;
  const auto facts = layout::look_at_image({reinterpret_cast<const char*>(bytes), size}, cause);
  if (!facts && (cause.english.empty() || cause.thai.empty())) std::abort();
  if (facts && (facts->width <= 0 || facts->height <= 0)) std::abort();
  if (facts && facts->offence && facts->offence->found.empty()) std::abort();
  return 0;
}
