#include "base/md5.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace krut {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t length_at = 56;  ///< where in the last block the length stands

/// RFC 1321, 3.4: the whole part of 2^32 times |sin i|, and by how much each step of a round turns.
constexpr std::array<std::uint32_t, 64> sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

using Words = std::array<std::uint32_t, 16>;

/// One of the four rounds: `mix` blends three words, step i takes the word `First + i * Stride`. Without a loop, so
/// that the four words never leave their registers.
template <std::size_t Round, std::size_t First, std::size_t Stride, typename Mix, std::size_t... Steps>
void turn(std::array<std::uint32_t, 4>& s, const Words& words, const std::array<int, 4>& turns, Mix mix,
          std::index_sequence<Steps...>) {
  const auto step = [&](std::size_t i, std::size_t word) {
    const std::uint32_t sum = s[0] + mix(s[1], s[2], s[3]) + words[word] + sines[Round * 16 + i];
    s = {s[3], s[1] + std::rotl(sum, turns[i % 4]), s[1], s[2]};
  };
  (step(Steps, (First + Steps * Stride) % 16), ...);
}

constexpr auto steps = std::make_index_sequence<16>();

}  // namespace

void Md5::take(const unsigned char* block) {
  static_assert(std::endian::native == std::endian::little);
  Words words;
  std::memcpy(words.data(), block, block_size);
  auto s = state_;
  turn<0, 0, 1>(
      s, words, {7, 12, 17, 22}, [](auto x, auto y, auto z) { return (x & y) | (~x & z); }, steps);
  turn<1, 1, 5>(
      s, words, {5, 9, 14, 20}, [](auto x, auto y, auto z) { return (x & z) | (y & ~z); }, steps);
  turn<2, 5, 3>(
      s, words, {4, 11, 16, 23}, [](auto x, auto y, auto z) { return x ^ y ^ z; }, steps);
  turn<3, 0, 7>(
      s, words, {6, 10, 15, 21}, [](auto x, auto y, auto z) { return y ^ (x | ~z); }, steps);
  for (std::size_t i = 0; i < state_.size(); ++i) state_[i] += s[i];
}

void Md5::add(std::string_view bytes) {
  const std::size_t kept = size_ % block_size;
  size_ += bytes.size();
  const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t left = bytes.size();
  if (kept > 0) {
    const std::size_t taken = std::min(left, block_size - kept);
    std::copy_n(from, taken, rest_.begin() + static_cast<std::ptrdiff_t>(kept));
    from += taken;
    left -= taken;
    if (kept + taken < block_size) return;
    take(rest_.data());
  }
  for (; left >= block_size; from += block_size, left -= block_size) take(from);
  std::copy_n(from, left, rest_.begin());
}

std::array<unsigned char, 16> Md5::finish() {
  const std::uint64_t bits = size_ * 8;
  const std::size_t kept = size_ % block_size;
  const std::size_t padding = (kept < length_at ? length_at : block_size + length_at) - kept;
  std::string tail(padding + sizeof bits, '\0');
  tail[0] = '\x80';
  std::memcpy(tail.data() + padding, &bits, sizeof bits);
  add(tail);
  std::array<unsigned char, 16> digest{};
  std::memcpy(digest.data(), state_.data(), digest.size());
  return digest;
}

std::array<unsigned char, 16> md5(std::string_view bytes) {
  Md5 digest;
  digest.add(bytes);
  return digest.finish();
}

std::string digits_of(const std::array<unsigned char, 16>& digest) {
  std::string text;
  for (const unsigned byte : digest) {
    text += "0123456789ABCDEF"[byte >> 4U];
    text += "0123456789ABCDEF"[byte & 0xFU];
  }
  return text;
}

}  // namespace krut
