#include "base/xml_tags.h"

#include <gtest/gtest.h>

#include <string>

namespace krut {
namespace {

std::string attributes(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += " a" + std::to_string(i) + "='1'";
  return text;
}

TEST(XmlTags, one_with_too_many_attributes_is_found_where_it_begins) {
  EXPECT_EQ(crowded_tag("<a><b" + attributes(3) + "/></a>", 3), std::nullopt);
  EXPECT_EQ(crowded_tag("<a><b" + attributes(4) + "/></a>", 3), 3U);
  EXPECT_EQ(crowded_tag("<a" + attributes(4), 3), 0U);
}

TEST(XmlTags, signs_that_are_no_attributes_do_not_count) {
  EXPECT_EQ(crowded_tag("<a b='=====' c=\">=<=\"/>= = = =", 2), std::nullopt);
  EXPECT_EQ(
      crowded_tag("<!-- <a" + attributes(9) + "> --><?a" + attributes(9) + "?><![CDATA[<a" + attributes(9) + ">]]>", 2),
      std::nullopt);
  EXPECT_EQ(crowded_tag("<!-- --><a b='-->'" + attributes(3) + "/>", 3), 8U);
}

TEST(XmlTags, what_is_not_well_formed_comes_to_an_end) {
  for (const char* text : {"", "<", "<a b='", "<!--", "<![CDATA[", "<?", "<a <b", ">", "a"}) {
    EXPECT_EQ(crowded_tag(text, 1), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace krut
