#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace krut {

/// MD5 (RFC 1321): tells whether bytes are still the same. Not for secrets, and no proof of who made them.
class Md5 {
 public:
  void add(std::string_view bytes);
  [[nodiscard]] std::array<unsigned char, 16> finish();

 private:
  void take(const unsigned char* block);

  std::array<std::uint32_t, 4> state_{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::array<unsigned char, 64> rest_{};
  std::uint64_t size_ = 0;
};

/// The MD5 of `bytes`.
[[nodiscard]] std::array<unsigned char, 16> md5(std::string_view bytes);

/// A digest as 32 upper case hexadecimal digits.
[[nodiscard]] std::string digits_of(const std::array<unsigned char, 16>& digest);

}  // namespace krut
