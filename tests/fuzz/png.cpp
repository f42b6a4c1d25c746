#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "mutators/mutation.h"
#include "picture/bitmap.h"
#include "picture/picture.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_png)

/// A picture from anywhere, mostly a PNG: it is judged sound or there is a reason why not, and a PNG that is sound has
/// as many pixels as it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace krut;
  const std::string_view picture(reinterpret_cast<const char*>(bytes), size);
  const picture::Verdict verdict = picture::judge(picture);
  if (const auto* fault = std::get_if<picture::Fault>(&verdict)) {
    if (fault->what.english.empty() || fault->what.thai.empty()) std::abort();
    return 0;
  }
  const auto& facts = std::get<picture::Facts>(verdict);
  constexpr double most_pixels = 1U << 22;  // of one that is decoded here: more would only take longer
  if (facts.kind != picture::Kind::png || facts.width * facts.height > most_pixels) return 0;
  const picture::Bitmap pixels = picture::decode_png(picture);
  if (pixels.rgba.size() != std::size_t{pixels.width} * pixels.height * 4) std::abort();
  const bool is_on_its_side = facts.orientation >= 5;
  if ((is_on_its_side ? pixels.height : pixels.width) != facts.width) std::abort();
  if ((is_on_its_side ? pixels.width : pixels.height) != facts.height) std::abort();
  return 0;
}
