#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "mutators/mutation.h"
#include "picture/jpeg.h"
#include "picture/picture.h"
#include "picture/program/photo.h"

namespace {

using namespace krut;

picture::Facts sound(std::string_view bytes) {
  const picture::Verdict verdict = picture::judge(bytes);
  const auto* facts = std::get_if<picture::Facts>(&verdict);
  if (facts == nullptr) std::abort();
  return *facts;
}

/// What is made of a sound one by the drawing program, or told there, is sound itself and upright.
void remake(const std::string& bytes, const picture::Facts& facts, const picture::JpegLook& look) {
  picture::PhotoOrder order;
  order.size = static_cast<std::uint32_t>(bytes.size());
  order.orientation = static_cast<std::uint32_t>(facts.orientation);
  order.is_inverted = look.is_inverted ? 1 : 0;
  order.wants_rgb = look.components == 4 ? 1 : 0;
  for (const std::uint32_t part : {1U, 3U}) {
    order.width = part == 1 ? 0 : static_cast<std::uint32_t>(facts.width) / part + 1;
    order.height = part == 1 ? 0 : static_cast<std::uint32_t>(facts.height) / part + 1;
    const picture::Photo made = picture::remade(order, bytes);
    if (made.reason.empty() && sound(made.bytes).orientation != 1) std::abort();
  }
}

}  // namespace

KRUT_FUZZ_MUTATES_WITH(krut::fuzz::changed_jpeg)

/// A photo from anywhere: it is judged sound or there is a reason why not; without its camera's notes it is as sound
/// and as large, and nothing is left to take out of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const picture::Verdict verdict = picture::judge(bytes);
  if (const auto* fault = std::get_if<picture::Fault>(&verdict)) {
    if (fault->what.english.empty() || fault->what.thai.empty() || fault->hint.english.empty()) std::abort();
    return 0;
  }
  const auto& facts = std::get<picture::Facts>(verdict);
  if (facts.kind != picture::Kind::jpeg) return 0;
  const picture::JpegLook look = picture::look_of_jpeg(bytes);
  const std::string kept = picture::without_notes(bytes);
  if (kept.size() > bytes.size() || picture::without_notes(kept) != kept || sound(kept).orientation != 1) std::abort();
  const picture::JpegLook again = picture::look_of_jpeg(kept);
  if (again.width != look.width || again.height != look.height || again.profile != look.profile ||
      again.is_inverted != look.is_inverted || again.is_plain_rgb != look.is_plain_rgb) {
    std::abort();
  }
  constexpr double most_pixels = 1U << 16;  // of one that is decoded here: more would only take longer
  if (facts.width * facts.height <= most_pixels) remake(bytes, facts, look);
  return 0;
}
