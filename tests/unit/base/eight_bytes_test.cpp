#include "base/eight_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace {

using namespace krut;

/// The place of the first byte that `is_sought`, looked for one by one.
template <typename Sought>
std::size_t place_of(const std::array<char, 8>& bytes, Sought is_sought) {
  const auto found =
      std::find_if(bytes.begin(), bytes.end(), [&](char byte) { return is_sought(static_cast<unsigned char>(byte)); });
  return static_cast<std::size_t>(found - bytes.begin());
}

TEST(EightBytes, the_first_of_each_kind_is_found_among_any_others) {
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp,cert-msc32-c): the same each time
  // Near the edges of what is looked for, where a step that borrows from its neighbour would go wrong.
  constexpr std::array<unsigned char, 14> values = {0,   1,   0x1F, 0x20, 0x21, '"',  '&',
                                                    '<', '>', 0x7F, 0x80, 0xED, 0xEF, 0xFF};
  for (int round = 0; round < 100'000; ++round) {
    std::array<char, 8> bytes{};
    for (char& byte : bytes) byte = static_cast<char>(values[random() % values.size()]);
    const std::uint64_t eight = eight_bytes::load(bytes.data());
    using eight_bytes::first_of;
    EXPECT_EQ(first_of(eight_bytes::any_below(eight, 0x20)), place_of(bytes, [](auto c) { return c < 0x20; }));
    EXPECT_EQ(first_of(eight_bytes::any_equal(eight, '<')), place_of(bytes, [](auto c) { return c == '<'; }));
    EXPECT_EQ(first_of(eight_bytes::any_equal(eight, '<', 0x02)),
              place_of(bytes, [](auto c) { return c == '<' || c == '>'; }));
    EXPECT_EQ(first_of(eight_bytes::any_equal(eight, '"') | eight_bytes::any_below(eight, 0x20)),
              place_of(bytes, [](auto c) { return c == '"' || c < 0x20; }));
  }
}

}  // namespace
