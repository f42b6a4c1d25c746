#include "base/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/hash.h"

namespace krut {

struct Digest::State {
  XXH3_state_t hash;
};

Digest::Digest() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->hash); }

Digest::~Digest() = default;

void Digest::add(std::string_view bytes) { XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size()); }

std::string Digest::digits() const {
  const XXH128_hash_t sum = XXH3_128bits_digest(&state_->hash);
  std::string digits = hexadecimal(sum.high64);
  digits += hexadecimal(sum.low64);
  return digits;
}

}  // namespace krut
