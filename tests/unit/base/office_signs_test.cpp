#include "base/office_signs.h"

#include <gtest/gtest.h>

namespace krut {
namespace {

TEST(OfficeSigns, private_characters_of_word_are_printed_as_what_they_mean) {
  EXPECT_EQ(signs::as_set("\uF0FC \uF0A8ผ่าน\uF0FE"), "✓ ☐ผ่าน☑");
  EXPECT_EQ(signs::meant_by_private(0xF0B7), U'•');
  EXPECT_EQ(signs::meant_by_private(0xF0E0), U'→');
}

TEST(OfficeSigns, one_that_could_be_several_stays_what_it_is) {
  EXPECT_EQ(signs::meant_by_private(0xF041), 0U);
  EXPECT_EQ(signs::meant_by_private(0xF70A), 0U);
  EXPECT_EQ(signs::meant_by_private(U'✓'), 0U);
  EXPECT_EQ(signs::as_set("ก\uF041"), "ก\uF041");
}

TEST(OfficeSigns, what_is_nothing_on_paper_is_left_out) {
  EXPECT_EQ(signs::as_set("\uFEFFก\u202Eข\u202C\u2066ค\u2069\u200E\u061C\u034F\u00ADง\U000E0041"), "กขคง");
  EXPECT_TRUE(signs::is_left_out(0x202E));
}

TEST(OfficeSigns, what_is_obeyed_and_what_belongs_to_a_sign_stays) {
  const std::string text = "ก\u200Bข\u2060ค\u200D 1\uFE0F\u20E3 ✔\uFE0F “ก” – ½ é ≤ 中 👍";
  EXPECT_EQ(signs::as_set(text), text);
}

TEST(OfficeSigns, plain_is_what_is_thai_or_ascii_wherever_another_stands) {
  const std::string thai = "ก Aกำที่๑ zฯ๛ก";
  EXPECT_TRUE(signs::is_plain(thai));
  EXPECT_TRUE(signs::is_plain(""));
  for (const char* other : {"\u00AD", "\u202E", "\uF0FC", "\uFEFF", "é", "\U000E0041"}) {
    for (std::size_t at = 0; at <= thai.size(); ++at) {
      const bool is_inside = at < thai.size() && (static_cast<unsigned char>(thai[at]) & 0xC0U) == 0x80U;
      if (is_inside) continue;
      EXPECT_FALSE(signs::is_plain(std::string(thai).insert(at, other))) << at;
    }
  }
}

TEST(OfficeSigns, a_tab_is_a_space) { EXPECT_EQ(signs::as_set("ก\tข"), "ก ข"); }

}  // namespace
}  // namespace krut
