#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace krut {

/// FNV-1a, 64 bit: names for things that must be the same in every run (element ids, file ids, subset tags).
/// Not for secrets.
[[nodiscard]] constexpr std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325U) {
  std::uint64_t hash = seed;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// Sixteen upper case hexadecimal digits.
[[nodiscard]] inline std::string hexadecimal(std::uint64_t hash) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789ABCDEF"[hash >> static_cast<unsigned>(shift) & 0xFU];
  return text;
}

/// `content_hash` as sixteen hexadecimal digits.
[[nodiscard]] inline std::string hash_text(std::string_view bytes) { return hexadecimal(content_hash(bytes)); }

/// `content_hash` with its own seed and with `second_seed`, for twice as many digits in one walk over the bytes.
[[nodiscard]] constexpr std::pair<std::uint64_t, std::uint64_t> content_hash_pair(std::string_view bytes,
                                                                                  std::uint64_t second_seed) {
  std::uint64_t first = 0xcbf29ce484222325U;
  std::uint64_t second = second_seed;
  for (const char byte : bytes) {
    first = (first ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    second = (second ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  return {first, second};
}

}  // namespace krut
