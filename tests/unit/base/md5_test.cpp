#include "base/md5.h"

#include <gtest/gtest.h>

namespace krut {
namespace {

std::string digest(std::string_view bytes) { return digits_of(md5(bytes)); }

TEST(Md5, is_that_of_the_standard) {  // RFC 1321, A.5
  EXPECT_EQ(digest(""), "D41D8CD98F00B204E9800998ECF8427E");
  EXPECT_EQ(digest("a"), "0CC175B9C0F1B6A831C399E269772661");
  EXPECT_EQ(digest("message digest"), "F96B697D7CB7938D525A2F31AAF161D0");
  EXPECT_EQ(digest("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
            "57EDF4A22BE3C955AC49DA2E2107B67A");
}

TEST(Md5, does_not_depend_on_how_the_bytes_come) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += static_cast<char>(i);
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    Md5 pieces;
    for (std::size_t at = 0; at < size; at += 7) pieces.add(std::string_view(bytes).substr(0, size).substr(at, 7));
    EXPECT_EQ(digits_of(pieces.finish()), digest(bytes.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace krut
