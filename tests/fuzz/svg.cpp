#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "mutators/mutation.h"
#include "picture/picture.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_xml)

/// A drawing from anywhere is judged: it has a size, or there is a reason why it is refused. It is not drawn here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace krut;
  const picture::Verdict verdict = picture::judge({reinterpret_cast<const char*>(bytes), size});
  if (const auto* fault = std::get_if<picture::Fault>(&verdict)) {
    if (fault->what.english.empty() || fault->what.thai.empty()) std::abort();
    return 0;
  }
  const auto& facts = std::get<picture::Facts>(verdict);
  if (!(facts.width > 0) || !(facts.height > 0)) std::abort();
  return 0;
}
