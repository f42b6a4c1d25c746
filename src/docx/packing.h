#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace krut::docx {

/// Bytes as a ZIP file holds them, with what it tells about them.
struct Packed {
  std::string bytes;
  std::size_t size = 0;     ///< before packing
  std::uint32_t crc32 = 0;  ///< of the bytes before packing
  bool is_deflated = false;
};

/// Deflates `bytes`, or keeps them as they are where that is no gain.
[[nodiscard]] Packed deflated(std::string_view bytes);

/// Takes `bytes` as they are.
[[nodiscard]] Packed stored(std::string bytes);

/// CRC-32 as ZIP files have it.
[[nodiscard]] std::uint32_t check_sum(std::string_view bytes);

}  // namespace krut::docx
