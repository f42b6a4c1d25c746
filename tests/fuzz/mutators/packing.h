#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What several formats share: deflate, its sums, and numbers of bytes.
namespace krut::fuzz {

enum class Wrapping { none, zlib };

inline constexpr std::size_t most_unpacked = 1U << 22;  ///< more is not looked at

[[nodiscard]] std::string packed(std::string_view bytes, Wrapping wrapping);
/// Nothing when the bytes are damaged or become more than `most_unpacked`.
[[nodiscard]] std::optional<std::string> unpacked(std::string_view bytes, Wrapping wrapping);
[[nodiscard]] std::uint32_t crc_of(std::string_view bytes);

[[nodiscard]] std::uint32_t big_endian(std::string_view bytes, std::size_t offset, std::size_t width);
void append_big_endian(std::string& bytes, std::uint32_t value, std::size_t width);
void append_little_endian(std::string& bytes, std::uint32_t value, std::size_t width);

}  // namespace krut::fuzz
