#include <gtest/gtest.h>

#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

model::Section section_with_catch_words(int lines) {
  model::Section section = kit::paper_of_lines(lines);
  model::CatchWord word;
  word.text = kit::letters();
  word.line_pitch = 18.1_pt;
  section.catch_word = word;
  return section;
}

model::Section lines_of_text(int lines_on_page, int lines) {
  model::Section section = section_with_catch_words(lines_on_page);
  for (int i = 0; i < lines; ++i) {
    section.blocks.push_back({kit::paragraph(static_cast<unsigned>(i + 1), "จึงเรียนมาเพื่อโปรดทราบ")});
  }
  return section;
}

const model::TextLine* catch_word_of(const model::Page& page) {
  for (const model::Mark& mark : page.marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line != nullptr && line->owner.artifact == model::ArtifactKind::catch_word) return line;
  }
  return nullptr;
}

std::string words_of(const model::Page& page) {
  const model::TextLine* line = catch_word_of(page);
  return line == nullptr ? "" : kit::text_of(*line);
}

/// The catch word of a first page whose successor begins with `block`.
std::string announced(const model::Block& block) {
  model::Section section = lines_of_text(12, 9);
  section.blocks.push_back({model::PageBreak{}});
  section.blocks.push_back(block);
  return words_of(kit::set(kit::document(section)).pages.front());
}

TEST(CatchWords, announce_the_first_words_of_the_next_page) {
  const model::Pages pages = kit::set(kit::document(lines_of_text(12, 20)));
  ASSERT_EQ(pages.pages.size(), 2U);
  EXPECT_EQ(words_of(pages.pages[0]), "/จึงเรียน...");
  EXPECT_EQ(words_of(pages.pages[1]), "");
}

TEST(CatchWords, stand_at_the_right_three_lines_below_the_last_line) {
  const model::Pages pages = kit::set(kit::document(lines_of_text(12, 20)));
  const model::TextLine* word = catch_word_of(pages.pages.front());
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(kit::lines_of(pages.pages.front()).size(), 9U) << "the room is kept";
  const model::TextLine* first = kit::find_line(pages.pages.front(), "จึง");
  EXPECT_EQ(word->baseline, first->baseline + 18.1_pt * (9 - 1 + model::catch_word_lines));
  EXPECT_NEAR(kit::right_edge(*word).in_points(), (130_mm).in_points(), 0.05);
}

TEST(CatchWords, take_no_room_where_everything_ends_on_the_page) {
  const model::Pages one = kit::set(kit::document(lines_of_text(12, 12)));
  ASSERT_EQ(one.pages.size(), 1U);
  EXPECT_EQ(words_of(one.pages[0]), "");
  const model::Pages two = kit::set(kit::document(lines_of_text(12, 9 + 12)));
  ASSERT_EQ(two.pages.size(), 2U) << "the last page is full";
  EXPECT_EQ(kit::lines_of(two.pages[1]).size(), 12U);
}

TEST(CatchWords, are_whole_words_long_enough_to_know_again) {
  EXPECT_EQ(announced({kit::paragraph(90, "ข้อเท็จจริง")}), "/ข้อเท็จจริง...");
  EXPECT_EQ(announced({kit::paragraph(90, "พ.ศ. ๒๕๖๖ เป็นต้นไป")}), "/พ.ศ. ๒๕๖๖...");
  EXPECT_EQ(announced({kit::paragraph(90, "ต่าง ๆ นั้น")}), "/ต่าง ๆ นั้น...");
  EXPECT_EQ(announced({kit::paragraph(90, "(หนึ่งแสนบาทถ้วน) ตามที่เสนอ")}).rfind("/(หนึ่งแสน", 0), 0U);
}

TEST(CatchWords, take_the_number_of_a_list_along) {
  model::List list;
  list.id = 90;
  list.hang = 20_pt;
  model::ListItem item;
  item.id = 91;
  item.marker = "๓.";
  item.blocks = {{kit::paragraph(92, "ประชาสัมพันธ์แผนให้ทราบ")}};
  list.items = {item};
  EXPECT_EQ(announced({list}), "/๓. ประชาสัมพันธ์...");
}

TEST(CatchWords, leave_a_table_to_announce_itself) {
  model::Table table;
  table.id = 90;
  table.columns = {{}};
  model::Cell cell;
  cell.id = 92;
  cell.blocks = {{kit::paragraph(93, "ประเด็น")}};
  model::Row row;
  row.id = 91;
  row.cells = {cell};
  model::RowGroup group;
  group.rows = {row};
  table.groups = {group};
  EXPECT_EQ(announced({table}), "");
}

TEST(CatchWords, are_no_part_of_the_text) {
  const model::Pages pages = kit::set(kit::document(lines_of_text(12, 20)));
  std::string wanted;
  for (int i = 0; i < 20; ++i) wanted += "จึงเรียนมาเพื่อโปรดทราบ";
  EXPECT_EQ(kit::text_of(pages), wanted);
}

TEST(Signatures, of_a_letter_take_the_closing_phrase_and_two_lines_along) {
  for (int before = 4; before < 12; ++before) {
    model::Section section = lines_of_text(12, before);
    model::ParagraphFormat closing = kit::format();
    closing.keeps_with_next = true;
    section.blocks.push_back({kit::paragraph(80, "ขอแสดงความนับถือ", closing)});
    model::Signatures signatures;
    signatures.id = 81;
    signatures.format = kit::format();
    signatures.axis = 50_mm;
    signatures.lines_kept_before = 3;
    model::Signer signer;
    signer.id = 82;
    signer.name = {kit::span("(นายก ข)")};
    signatures.signers = {signer};
    section.blocks.push_back({signatures});
    const model::Pages pages = kit::set(kit::document(section));
    const auto last = kit::lines_of(pages.pages.back());
    EXPECT_GE(last.size(), 4U) << before << " lines: two of text, the closing phrase, the name";
  }
}

}  // namespace
}  // namespace krut::typeset
