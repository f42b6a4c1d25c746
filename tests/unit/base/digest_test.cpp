#include "base/digest.h"

#include <gtest/gtest.h>

namespace krut {

namespace {

std::string digest(std::string_view bytes) {
  Digest whole;
  whole.add(bytes);
  return whole.digits();
}

TEST(Digest, is_that_of_xxhsum) {  // printf … | xxhsum -H2, version 0.8.1
  EXPECT_EQ(digest(""), "99AA06D3014798D86001C324468D497F");
  EXPECT_EQ(digest("krut"), "E5389193132C014A8995364A6FFC9D7D");
}

TEST(Digest, does_not_depend_on_how_the_bytes_come) {
  const std::string bytes(1'000, 'k');
  for (const std::size_t step : {1U, 7U, 64U, 255U, 999U}) {
    Digest pieces;
    for (std::size_t at = 0; at < bytes.size(); at += step) pieces.add(std::string_view(bytes).substr(at, step));
    EXPECT_EQ(pieces.digits(), digest(bytes)) << step;
  }
}

TEST(Digest, goes_on_after_it_was_asked) {
  Digest pieces;
  pieces.add("ก");
  EXPECT_EQ(pieces.digits(), digest("ก"));
  pieces.add("ข");
  EXPECT_EQ(pieces.digits(), digest("กข"));
}

}  // namespace

}  // namespace krut
