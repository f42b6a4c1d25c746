#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// PNGs made by hand, so that each of their bytes may be wrong.
namespace krut::picture::test {

inline std::string word(std::uint32_t value) {
  std::string bytes;
  for (unsigned shift = 32; shift > 0; shift -= 8) bytes += static_cast<char>(value >> (shift - 8) & 0xFFU);
  return bytes;
}

/// CRC-32 (ISO/IEC 15948, annex D), bit by bit.
inline std::uint32_t sum_of(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    sum ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? 0xEDB88320U ^ sum >> 1U : sum >> 1U;
  }
  return ~sum;
}

inline std::string chunk(const std::string& name, const std::string& inside) {
  return word(static_cast<std::uint32_t>(inside.size())) + name + inside + word(sum_of(name + inside));
}

/// Bytes as a zlib stream of stored blocks (RFC 1950, RFC 1951).
inline std::string stored(std::string_view bytes) {
  constexpr std::size_t most = 65'535;
  std::string out = "\x78\x01";
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char byte : bytes) {
    a = (a + static_cast<unsigned char>(byte)) % 65'521U;
    b = (b + a) % 65'521U;
  }
  for (bool is_last = false; !is_last; bytes.remove_prefix(std::min(most, bytes.size()))) {
    const auto size = static_cast<std::uint32_t>(std::min(most, bytes.size()));
    is_last = size == bytes.size();
    out += static_cast<char>(is_last ? 1 : 0);
    for (const std::uint32_t each : {size, ~size}) {
      out += static_cast<char>(each & 0xFFU);
      out += static_cast<char>(each >> 8U & 0xFFU);
    }
    out += bytes.substr(0, size);
  }
  return out + word(b << 16U | a);
}

inline const std::string signature("\x89PNG\r\n\x1a\n", 8);

inline std::string header(std::uint32_t width, std::uint32_t height, char depth = 8, char colour = 0,
                          char interlace = 0) {
  return chunk("IHDR", word(width) + word(height) + std::string{depth, colour, '\0', '\0', interlace});
}

/// The rows of a white picture of eight bits of grey.
inline std::string grey_rows(std::uint32_t width, std::uint32_t height) {
  std::string rows;
  for (std::uint32_t y = 0; y < height; ++y) rows += '\0' + std::string(width, '\xFF');
  return rows;
}

/// A whole white picture.
inline std::string png(std::uint32_t width, std::uint32_t height) {
  return signature + header(width, height) + chunk("IDAT", stored(grey_rows(width, height))) + chunk("IEND", "");
}

}  // namespace krut::picture::test
