#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Eight bytes looked at in one step, for what is read through by the megabyte.
namespace krut::eight_bytes {

/// The byte eight times.
[[nodiscard]] constexpr std::uint64_t each(unsigned char byte) { return byte * std::uint64_t{0x0101010101010101U}; }

/// The eight bytes from `from`, the first of them in the lowest bits.
[[nodiscard]] inline std::uint64_t load(const char* from) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

/// Not zero where one of the bytes is less than `limit`, which is at most 0x80. `first_of` tells where the first is;
/// what is told of those behind it may be wrong.
[[nodiscard]] constexpr std::uint64_t any_below(std::uint64_t bytes, unsigned char limit) {
  return (bytes - each(limit)) & ~bytes & each(0x80);
}

/// Not zero where one of the bytes is `byte`.
[[nodiscard]] constexpr std::uint64_t any_equal(std::uint64_t bytes, unsigned char byte) {
  return any_below(bytes ^ each(byte), 1);
}

/// Not zero where one of the bytes, without the bits of `left_out`, is `byte`.
[[nodiscard]] constexpr std::uint64_t any_equal(std::uint64_t bytes, unsigned char byte, unsigned char left_out) {
  return any_equal(bytes & ~each(left_out), byte);
}

/// The place of the first byte that one of the functions above, or several together, found: 8 where none did.
[[nodiscard]] constexpr std::size_t first_of(std::uint64_t found) {
  return static_cast<std::size_t>(std::countr_zero(found)) / 8;
}

}  // namespace krut::eight_bytes
