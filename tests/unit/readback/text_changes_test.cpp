#include "readback/text_changes.h"

#include <gtest/gtest.h>

#include "model/said_text.h"

namespace krut::readback {
namespace {

using Texts = std::vector<std::string>;

/// "-1 +2": the paragraph 1 of before is gone, 2 of after is new; "1>2": one became the other.
std::string told(const Texts& before, const Texts& after, std::size_t most = 9) {
  const Changes all = changes(before, after, most);
  std::string text;
  for (const Change& change : all.found) {
    if (!text.empty()) text += ' ';
    if (change.before) text += (change.after ? "" : "-") + std::to_string(*change.before);
    if (change.before && change.after) text += '>';
    if (change.after) text += (change.before ? "" : "+") + std::to_string(*change.after);
  }
  return text + (all.has_more ? " ..." : "");
}

TEST(TextChanges, tell_what_became_of_each_paragraph) {
  EXPECT_EQ(told({"a", "b", "c"}, {"a", "b", "c"}), "");
  EXPECT_EQ(told({"a", "b", "c"}, {"a", "x", "c"}), "1>1");
  EXPECT_EQ(told({"a", "b", "c"}, {"a", "c"}), "-1");
  EXPECT_EQ(told({"a", "c"}, {"a", "b", "c"}), "+1");
  EXPECT_EQ(told({}, {"a"}), "+0");
  EXPECT_EQ(told({"a", "b"}, {}), "-0 -1");
}

TEST(TextChanges, of_one_that_only_moved_are_none) { EXPECT_EQ(told({"a", "b", "c"}, {"b", "c", "a"}), ""); }

TEST(TextChanges, end_where_enough_were_found) {
  Texts before;
  Texts after;
  for (int i = 0; i < 5'000; ++i) {
    before.push_back("old " + std::to_string(i));
    after.push_back("new " + std::to_string(i));
  }
  EXPECT_EQ(told(before, after, 2), "0>0 1>1 ...");
}

TEST(DifferingWords, stand_with_a_little_around_them) {
  const auto words = differing_words("ตามที่องค์การได้จัดทำแผนไว้แล้ว", "ตามที่องค์การได้แก้ไขแผนไว้แล้ว");
  EXPECT_EQ(words.first, "…ค์การได้จัดทำแผนไว้แล…");
  EXPECT_EQ(words.second, "…ค์การได้แก้ไขแผนไว้แล…");
}

TEST(PlainText, knows_spaces_and_entities_of_every_kind) {
  EXPECT_EQ(plain_text(" a \t b\u00A0c ", false), "a b c");
  EXPECT_EQ(plain_text("a &amp;&#x0E01;&#65;&nbsp;&#x1B;z", true), "a &กA&nbsp; z");
  EXPECT_EQ(plain_text("&amp;", false), "&amp;");
  EXPECT_EQ(plain_text("a\xFF\xE0\xB8z", false), "a\uFFFD\uFFFD\uFFFDz");
}

std::string said(std::string_view xml) {
  std::string text;
  model::for_each_paragraph(xml, [&](const model::SaidParagraph& one) {
    text += "[" + one.escaped + "]";
    if (one.table > 0) {
      text += std::to_string(one.table) + "." + std::to_string(one.row) + "." + std::to_string(one.cell);
    }
  });
  return text;
}

TEST(SaidText, is_that_of_each_paragraph_with_its_place) {
  EXPECT_EQ(said("<w:p><w:r><w:t>a</w:t><w:tab/><w:t xml:space='preserve'>b &amp; </w:t></w:r></w:p><w:p/>"),
            "[a b &amp; ]");
  EXPECT_EQ(said("<w:tbl><w:tr><w:tc><w:p><w:t>a</w:t></w:p></w:tc><w:tc><w:p><w:t>b</w:t></w:p></w:tc></w:tr>"
                 "<w:tr><w:tc><w:p><w:t>c</w:t></w:p></w:tc></w:tr></w:tbl><w:p><w:t>d</w:t></w:p>"),
            "[a]1.1.1[b]1.1.2[c]1.2.1[d]");
  EXPECT_EQ(said("<w:p><w:t>outer</w:t><w:p><w:t>inner</w:t></w:p></w:p>"), "[inner][outer]");
}

TEST(SaidText, leaves_out_page_numbers_taken_out_words_and_stand_ins) {
  EXPECT_EQ(
      said("<w:p><w:t>- </w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText> PAGE </w:instrText>"
           "<w:fldChar w:fldCharType=\"separate\"/><w:t>7</w:t><w:fldChar w:fldCharType=\"end\"/><w:t> -</w:t></w:p>"),
      "[-  -]");
  EXPECT_EQ(said("<w:p><w:fldSimple w:instr=\"PAGE\"><w:t>7</w:t></w:fldSimple><w:t>x</w:t></w:p>"), "[x]");
  EXPECT_EQ(said("<w:p><w:del><w:delText>old</w:delText></w:del><w:moveFrom><w:t>there</w:t></w:moveFrom>"
                 "<mc:Fallback><w:t>box</w:t></mc:Fallback><w:t>new</w:t></w:p>"),
            "[new]");
}

TEST(SaidText, of_what_is_no_xml_ends) {
  EXPECT_EQ(said("<w:p><w:t>a<w:p <w:t \"<w:t>b</w:p>"), "");
  EXPECT_EQ(said("<"), "");
  EXPECT_EQ(said("</w:p></w:tbl></w:fldSimple><w:t>a</w:t>"), "");
}

}  // namespace
}  // namespace krut::readback
