#include "base/utf8.h"

#include <gtest/gtest.h>

namespace krut::utf8 {
namespace {

TEST(Utf8Test, characters_are_counted_not_bytes) {
  EXPECT_EQ(count("น้ำ A"), 5U);
  EXPECT_EQ(count(""), 0U);
}

TEST(Utf8Test, what_is_decoded_encodes_to_the_same_bytes) {
  const std::string text = "กำ A é 😀";
  EXPECT_EQ(from_utf32(to_utf32(text)), text);
  EXPECT_EQ(decode("😀", 0).character, char32_t{0x1F600});
  EXPECT_EQ(decode("😀", 0).size, 4U);
}

TEST(Utf8Test, every_ill_formed_sequence_is_found_where_it_starts) {
  EXPECT_EQ(first_fault("ตรง"), std::nullopt);
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\xB8", "\xFF"}) {
    EXPECT_EQ(first_fault(std::string("ab") + bad), 2U) << bad;
  }
}

TEST(Utf8Test, a_long_text_is_shortened_in_its_middle_and_never_inside_a_character) {
  EXPECT_EQ(shortened("กขคงจฉ", 6), "กขคงจฉ");
  EXPECT_EQ(shortened("กขคงจฉ", 5), "กขค…จฉ");
  EXPECT_EQ(shortened("กขคงจฉ", 4), "กข…จฉ");
  EXPECT_EQ(shortened("abcdef", 1), "a…");
  EXPECT_EQ(shortened("", 4), "");
}

TEST(Utf8Test, only_ascii_digits_become_thai) { EXPECT_EQ(with_thai_digits("1,250.05 น. ๙"), "๑,๒๕๐.๐๕ น. ๙"); }

TEST(Utf8Test, marks_are_told_from_letters) {
  EXPECT_TRUE(is_thai_mark(0x0E49));
  EXPECT_TRUE(is_thai_mark(0x0E31));
  EXPECT_FALSE(is_thai_mark(0x0E33));
  EXPECT_FALSE(is_thai_mark(0x0E40));
}

}  // namespace
}  // namespace krut::utf8
