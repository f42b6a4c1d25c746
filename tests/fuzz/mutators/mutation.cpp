#include "mutation.h"

#include <algorithm>

namespace krut::fuzz {

std::size_t below(Dice& dice, std::size_t count) { return count == 0 ? 0 : dice() % count; }

std::string changed_bytes(std::string bytes, std::size_t growth) {
  const std::size_t size = bytes.size();
  bytes.resize(size + growth);
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size()));
  return bytes;
}

std::size_t mutate_input(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed, Mutate mutate) {
  constexpr std::size_t plain_share = 8;  // one in so many: bytes alone
  Dice dice(seed);
  if (one_in(dice, plain_share)) return LLVMFuzzerMutate(bytes, size, most);
  const std::string changed = mutate({reinterpret_cast<const char*>(bytes), size}, dice);
  if (changed.empty() || changed.size() > most) return LLVMFuzzerMutate(bytes, size, most);
  std::copy(changed.begin(), changed.end(), reinterpret_cast<char*>(bytes));
  return changed.size();
}

}  // namespace krut::fuzz
