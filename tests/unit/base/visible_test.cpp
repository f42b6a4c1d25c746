#include "base/visible.h"

#include <gtest/gtest.h>

#include "base/diagnostic.h"

namespace krut {
namespace {

TEST(Visible, what_acts_on_a_terminal_is_written_out) {
  EXPECT_EQ(utf8::made_visible("a\x1b[31mb\n\tc\x7f"), "a\\u001B[31mb\\n\\tc\\u007F");
  EXPECT_EQ(utf8::made_visible("\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6"), "\\u009B\\u202E\\u2066");
  EXPECT_EQ(utf8::made_visible("a\nb\tc", U"\n"), "a\nb\\tc");
  EXPECT_EQ(utf8::made_visible(std::string_view("\0", 1)), "\\u0000");
}

TEST(Visible, thai_and_emoji_stay_as_they_are) {
  const std::string text = "น้ำ กฎหมาย \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB \xC2\xA0";
  EXPECT_EQ(utf8::made_visible(text), text);
}

TEST(Visible, bytes_that_are_no_text_become_a_replacement) {
  EXPECT_EQ(utf8::repaired("a\xFF\xC3"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(utf8::repaired("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(utf8::repaired("กา"), "กา");
}

TEST(Visible, a_message_shows_the_names_in_it_and_its_file_so) {
  const std::string told = format_for_people({.code = "x.y",
                                              .message = {"ก", "no \"\x1b]0;x\x07\""},
                                              .where = {"a\n\xFF.json", 1, 2, "/k\xC2\x9B"},
                                              .hint = {"ข", "mend \r it"}},
                                             Language::english);
  EXPECT_EQ(told,
            "a\\n\xEF\xBF\xBD.json:1:2: error: no \"\\u001B]0;x\\u0007\" [x.y]\n"
            "  value: /k\\u009B\n  hint: mend \\u000D it\n");
}

TEST(Visible, a_word_that_is_no_text_is_near_to_nothing_and_harms_nothing) {
  EXPECT_EQ(did_you_mean("\xFF\xF0", {"memo", "letter"}), "");
  EXPECT_EQ(did_you_mean("mem\xFF", {"memo"}), "memo");
}

}  // namespace
}  // namespace krut
