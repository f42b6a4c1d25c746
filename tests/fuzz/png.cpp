#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "layout/image_size.h"
#include "mutators/mutation.h"
#include "pdf/bitmap.h"

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_png)

/// A PNG from anywhere: it has a size or there is a reason why not, and its pixels are as many as it says or told to be
/// damaged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace krut;
  const std::string picture(reinterpret_cast<const char*>(bytes), size);
  Bilingual cause;
  const auto facts = layout::look_at_image(picture, cause);
  if (!facts) {
    if (cause.english.empty() || cause.thai.empty()) std::abort();
    return 0;
  }
  constexpr double most_pixels = 1U << 22;  // of one that is drawn here: more would only take longer
  if (facts->kind != model::ImageKind::png || facts->width * facts->height > most_pixels) return 0;
  try {
    const pdf::Bitmap pixels = pdf::decode_png(picture);
    if (pixels.rgba.size() != std::size_t{pixels.width} * pixels.height * 4) std::abort();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::internal) std::abort();
  }
  return 0;
}
