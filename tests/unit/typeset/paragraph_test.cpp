#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <random>

#include "base/utf8.h"
#include "typeset/line_breaker.h"
#include "typeset/line_placer.h"
#include "typeset/paragraph_setter.h"
#include "typeset/typeset_kit.h"

namespace krut::typeset {
namespace {

using model::Alignment;

struct Set {
  model::Pages pages;
  Diagnostics diagnostics;
  std::vector<model::TextLine> lines;
};

Set set_paragraph(const model::Paragraph& paragraph, Length width) {
  Set set;
  Context context{kit::setter(), set.pages, set.diagnostics};
  set.lines = set_lines(paragraph.spans, paragraph.format, width, Length(), {}, context);
  return set;
}

std::vector<model::TextLine> lines_in(const model::Paragraph& paragraph, Length width) {
  return set_paragraph(paragraph, width).lines;
}

std::string text_of(const std::vector<model::TextLine>& lines) {
  std::string text;
  for (const model::TextLine& line : lines) text += kit::text_of(line);
  return text;
}

TEST(Paragraph, every_character_stands_once_and_in_order_at_any_width) {
  std::mt19937 random(7);
  constexpr std::array alignments{Alignment::left, Alignment::center, Alignment::right, Alignment::thai_distribute,
                                  Alignment::justify};
  for (unsigned i = 0; i < 400; ++i) {
    const std::string text = kit::thai_text(1 + static_cast<int>(random() % 80), i);
    auto paragraph = kit::paragraph(1, text, kit::format(alignments[i % alignments.size()]));
    paragraph.format.first_line_indent = Length::points(static_cast<double>(random() % 60));
    const Length width = Length::points(20.0 + static_cast<double>(random() % 450));
    EXPECT_EQ(text_of(set_paragraph(paragraph, width).lines), text) << "width " << width.in_points();
  }
}

TEST(Paragraph, words_of_another_language_are_marked_over_all_their_lines) {
  model::Paragraph paragraph = kit::paragraph(7, "ระบบ ");
  model::Span english = kit::span("Integrity and Transparency Assessment of government agencies in every province ");
  english.format.language = "en-GB";
  paragraph.spans.push_back(english);
  paragraph.spans.push_back(kit::span("ทุกปี"));
  model::Section section = kit::paper_of_lines(20);
  section.blocks = {{paragraph}};
  const model::Pages pages = kit::set(kit::document(section));
  model::NodeIndex node = 0;
  std::string said;
  for (const model::Mark& mark : pages.pages[0].marks) {
    const auto* line = std::get_if<model::TextLine>(&mark);
    if (line == nullptr) continue;
    for (const model::TextPiece& piece : line->pieces) {
      if (piece.node == 0) continue;
      said += piece.shape->text;
      node = piece.node;
    }
  }
  EXPECT_EQ(said, english.text);
  EXPECT_EQ(pages.structure[node].role, model::Role::span);
  EXPECT_EQ(pages.structure[node].language, "en-GB");
  EXPECT_EQ(pages.structure[pages.structure[node].parent].role, model::Role::paragraph);
  EXPECT_EQ(pages.structure[node].element, 7U);
}

TEST(Paragraph, no_line_is_wider_than_its_column_and_no_warning_is_missing) {
  std::mt19937 random(11);
  for (unsigned i = 0; i < 400; ++i) {
    auto paragraph = kit::paragraph(1, kit::thai_text(60, i), kit::format(Alignment::thai_distribute));
    const Length width = Length::points(30.0 + static_cast<double>(random() % 300));
    const Set set = set_paragraph(paragraph, width);
    for (const model::TextLine& line : set.lines) EXPECT_LE(kit::right_edge(line), width) << kit::text_of(line);
  }
}

TEST(Paragraph, a_spread_line_ends_exactly_at_the_right_edge) {
  const auto paragraph = kit::paragraph(1, kit::thai_text(300), kit::format(Alignment::thai_distribute));
  const Length width = 160_mm;
  int spread = 0;
  for (const model::TextLine& line : lines_in(paragraph, width)) {
    if (!line.is_spread) continue;
    ++spread;
    EXPECT_EQ(kit::right_edge(line), width) << kit::text_of(line);
    EXPECT_GE(line.pieces.front().x, Length());
    EXPECT_LT(line.pieces.front().x, Length::emu(100));
  }
  EXPECT_GT(spread, 8);
}

TEST(Paragraph, spreading_opens_clusters_evenly_by_at_most_a_twelfth_of_an_em_and_leaves_latin_words_alone) {
  const auto paragraph = kit::paragraph(1, kit::thai_text(400), kit::format(Alignment::thai_distribute));
  for (const model::TextLine& line : lines_in(paragraph, 160_mm)) {
    Length widest;
    Length narrowest = Length::points(1'000);
    for (const model::TextPiece& piece : line.pieces) {
      if (piece.shape->text.front() == ' ') continue;
      if (piece.shape->text == "Website") {
        EXPECT_EQ(piece.cluster_spacing, Length());
        continue;
      }
      widest = std::max(widest, piece.cluster_spacing);
      narrowest = std::min(narrowest, piece.cluster_spacing);
    }
    EXPECT_EQ(widest, narrowest) << "uneven: " << kit::text_of(line);
    EXPECT_LE(widest, (16_pt).scaled(most_cluster_stretch_percent, 100));
  }
}

TEST(Paragraph, all_gaps_open_alike_then_spaces_and_then_letters) {
  const auto paragraph = kit::paragraph(1, kit::thai_text(400), kit::format(Alignment::thai_distribute));
  const Length even = (16_pt).scaled(most_even_stretch_percent, 100);
  const Length most = (16_pt).scaled(most_space_stretch_percent, 100);
  int alike = 0;
  for (const model::TextLine& line : lines_in(paragraph, 160_mm)) {
    if (!line.is_spread) continue;
    Length space;
    Length letters;
    for (const model::TextPiece& piece : line.pieces) {
      Length& seen = piece.shape->text.front() == ' ' ? space : letters;
      seen = std::max(seen, piece.cluster_spacing);
    }
    if (space == Length()) continue;  // a line without spaces
    if (letters < even) {
      EXPECT_EQ(space, letters) << kit::text_of(line);
      ++alike;
    } else {
      EXPECT_TRUE(letters == even ? space <= most : space == most) << kit::text_of(line);
    }
  }
  EXPECT_GT(alike, 0);
}

TEST(Paragraph, a_mark_never_leaves_its_letter) {
  const auto paragraph =
      kit::paragraph(1, "เจ้าหน้าที่ปี่น้ำญี่ปุ่น ทดสอบการกระจายข้อความทั้งบรรทัด ให้เต็ม", kit::format(Alignment::thai_distribute));
  for (const model::TextLine& line : lines_in(paragraph, 45_mm)) {
    for (const model::TextPiece& piece : line.pieces) {
      const model::ShapedText& shape = *piece.shape;
      for (const model::Cluster& cluster : shape.clusters) {
        const auto first = utf8::decode(shape.text, cluster.text_begin).character;
        EXPECT_FALSE(utf8::is_thai_mark(first)) << "a cluster begins with a mark in " << shape.text;
      }
    }
  }
}

TEST(Paragraph, a_line_that_would_open_too_wide_stays_natural) {
  const auto paragraph = kit::paragraph(1, "ปรับปรุง ประชาสัมพันธ์ข้อมูล", kit::format(Alignment::thai_distribute));
  const Set set = set_paragraph(paragraph, Length::points(90));
  ASSERT_GE(set.lines.size(), 2U);
  EXPECT_FALSE(set.lines.front().is_spread);
  EXPECT_EQ(set.lines.front().pieces.front().cluster_spacing, Length());
}

TEST(Paragraph, the_last_line_and_a_line_before_a_line_break_stay_natural) {
  auto paragraph = kit::paragraph(1, kit::thai_text(40), kit::format(Alignment::thai_distribute));
  model::Span line_break;
  line_break.kind = model::SpanKind::line_break;
  line_break.format = kit::letters();
  paragraph.spans.push_back(line_break);
  paragraph.spans.push_back(kit::span(kit::thai_text(40, 2)));
  const Set set = set_paragraph(paragraph, 160_mm);
  int natural = 0;
  for (const model::TextLine& line : set.lines) natural += line.is_spread ? 0 : 1;
  EXPECT_EQ(natural, 2);
  EXPECT_FALSE(set.lines.back().is_spread);
  EXPECT_TRUE(set.lines.back().ends_paragraph);
}

TEST(Paragraph, spaces_at_a_line_s_end_are_kept_outside_the_measure) {
  const Length width = 80_mm;
  const auto paragraph = kit::paragraph(1, kit::thai_text(200), kit::format(Alignment::thai_distribute));
  int hanging = 0;
  for (const model::TextLine& line : lines_in(paragraph, width)) {
    if (line.pieces.back().shape->text != " ") continue;
    ++hanging;
    EXPECT_GE(line.pieces.back().x, kit::right_edge(line));
  }
  EXPECT_GT(hanging, 0);
}

TEST(Paragraph, a_word_wider_than_its_column_is_cut_between_clusters_and_named) {
  auto paragraph = kit::paragraph(1, "การ Supercalifragilistic น้ำ");
  paragraph.spans.front().pointer = "/parts/0/name";
  const Set set = set_paragraph(paragraph, Length::points(50));
  EXPECT_EQ(text_of(set.lines), "การ Supercalifragilistic น้ำ");
  ASSERT_EQ(set.diagnostics.items().size(), 1U);
  const Diagnostic& told = set.diagnostics.items().front();
  EXPECT_EQ(told.code, "text.word-too-wide");
  EXPECT_EQ(told.severity, Severity::warning);
  EXPECT_EQ(told.where.pointer, "/parts/0/name");
  EXPECT_NE(told.message.english.find("Supercalifragilistic"), std::string::npos);
  EXPECT_EQ(kit::text_of(set.lines.front()), "การ ");
  for (const model::TextLine& line : set.lines) EXPECT_LE(kit::right_edge(line), Length::points(50));
}

TEST(Paragraph, a_word_a_little_too_wide_is_closed_up_rather_than_cut_and_named) {
  const std::string word = "ประชาสัมพันธ์";
  const auto natural = lines_in(kit::paragraph(1, word), 100_mm);
  const Length width = kit::right_edge(natural.front()) - 2_pt;
  const Set set = set_paragraph(kit::paragraph(1, word), width);
  ASSERT_EQ(set.lines.size(), 1U);
  EXPECT_EQ(kit::right_edge(set.lines.front()), width);
  EXPECT_FALSE(set.lines.front().is_spread);
  ASSERT_EQ(set.diagnostics.items().size(), 1U);
  EXPECT_EQ(set.diagnostics.items().front().code, "text.word-too-wide");
  EXPECT_NE(set.diagnostics.items().front().message.english.find("closer"), std::string::npos);
  EXPECT_EQ(set_paragraph(kit::paragraph(1, word), width - 20_pt).lines.size(), 2U);
}

TEST(Paragraph, words_held_together_part_at_their_space_before_one_of_them_is_cut) {
  const Set set = set_paragraph(kit::paragraph(1, "มาตรา ๑๓๗๕"), Length::points(36));
  ASSERT_EQ(set.lines.size(), 2U);
  EXPECT_EQ(kit::text_of(set.lines.front()), "มาตรา ");
  EXPECT_EQ(kit::text_of(set.lines.back()), "๑๓๗๕");
  ASSERT_EQ(set.diagnostics.items().size(), 1U);
  EXPECT_EQ(set.diagnostics.items().front().code, "text.word-too-wide");
}

TEST(Paragraph, no_word_is_cut_behind_its_hyphen) {
  for (int width = 18; width < 110; ++width) {
    const auto lines = lines_in(kit::paragraph(1, "ab-cd-ef-gh-ij-kl-mn"), Length::points(width));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      EXPECT_FALSE(kit::text_of(lines[i]).ends_with("-")) << "at " << width << " pt";
    }
  }
}

TEST(Paragraph, no_width_with_room_for_it_lets_a_line_begin_with_mai_yamok) {
  for (int width = 18; width < 60; ++width) {
    for (const model::TextLine& line : lines_in(kit::paragraph(1, "ประชาชนต่าง ๆ"), Length::points(width))) {
      EXPECT_FALSE(kit::text_of(line).starts_with("ๆ")) << "at " << width << " pt";
    }
  }
}

TEST(Paragraph, no_cut_parts_a_consonant_from_the_vowel_before_or_behind_it) {
  for (const char* word : {"ความพึงพอใจ", "วิสัยทัศน์ไทยแท้", "กระทรวงสาธารณะ", "ธรรมนูญไตรภูมิ"}) {
    for (int width = 24; width < 70; ++width) {
      const auto lines = lines_in(kit::paragraph(1, word), Length::points(width));
      for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        for (const char* vowel : {"เ", "แ", "โ", "ใ", "ไ"}) {
          EXPECT_FALSE(kit::text_of(lines[i]).ends_with(vowel)) << word << " at " << width << " pt";
        }
        for (const char* vowel : {"ะ", "า", "ำ"}) {
          EXPECT_FALSE(kit::text_of(lines[i + 1]).starts_with(vowel)) << word << " at " << width << " pt";
        }
      }
    }
  }
}

TEST(Paragraph, a_column_narrower_than_a_letter_still_ends) {
  const Set set = set_paragraph(kit::paragraph(1, "น้ำประปา"), Length::points(-10));
  EXPECT_EQ(text_of(set.lines), "น้ำประปา");
}

using text::LineEnd;

struct Word {
  double width;
  LineEnd end;
};

/// Where the lines of such words end, in columns that hold `first` on the first line and `rest` on all others.
std::vector<std::size_t> ends_of(const std::vector<Word>& words, Length first, Length rest) {
  text::PreparedText text;
  for (const Word& word : words) {
    text::Piece piece;
    piece.width = Length::points(word.width);
    piece.line_end = word.end;
    text.pieces.push_back(piece);
  }
  std::vector<WideWord> cut;
  std::vector<std::size_t> ends;
  for (const LineRange& line : break_into_lines(text, {first, rest}, cut)) ends.push_back(line.end);
  EXPECT_TRUE(cut.empty());
  return ends;
}

using Ends = std::vector<std::size_t>;

TEST(Paragraph, an_allowed_place_is_better_than_a_discouraged_one_further_on) {
  const std::vector<Word> words = {{30, LineEnd::allowed}, {30, LineEnd::discouraged}, {30, LineEnd::allowed}};
  EXPECT_EQ(ends_of(words, 70_pt, 70_pt), (Ends{1, 3}));
}

TEST(Paragraph, words_held_together_that_no_line_can_hold_begin_on_the_line_before) {
  const std::vector<Word> words = {{30, LineEnd::allowed}, {30, LineEnd::discouraged}, {30, LineEnd::allowed}};
  EXPECT_EQ(ends_of(words, 70_pt, 40_pt), (Ends{2, 3}));
  EXPECT_EQ(ends_of(words, 50_pt, 40_pt), (Ends{1, 2, 3})) << "nothing of them fits there";
}

TEST(Paragraph, a_discouraged_place_is_better_than_an_avoided_one_further_on) {
  const std::vector<Word> words = {{30, LineEnd::discouraged}, {30, LineEnd::avoided}, {20, LineEnd::allowed}};
  EXPECT_EQ(ends_of(words, 70_pt, 70_pt), (Ends{1, 3}));
  EXPECT_EQ(ends_of(words, 65_pt, 45_pt), (Ends{2, 3})) << "what follows would have to part once more";
}

TEST(Paragraph, an_avoided_place_never_fills_the_line_before) {
  const std::vector<Word> words = {{30, LineEnd::allowed}, {30, LineEnd::avoided}, {30, LineEnd::allowed}};
  EXPECT_EQ(ends_of(words, 70_pt, 40_pt), (Ends{1, 2, 3}));
}

TEST(Paragraph, indents_move_the_first_line_and_the_others) {
  auto paragraph = kit::paragraph(1, kit::thai_text(60));
  paragraph.format.left_indent = 20_pt;
  paragraph.format.first_line_indent = 25_mm;
  const Set set = set_paragraph(paragraph, 160_mm);
  ASSERT_GE(set.lines.size(), 2U);
  EXPECT_EQ(set.lines[0].pieces.front().x, 20_pt + 25_mm);
  EXPECT_EQ(set.lines[1].pieces.front().x, 20_pt);
  EXPECT_EQ(set.lines[0].baseline, (18.1_pt).scaled(8, 10));
}

TEST(Paragraph, centred_and_right_lines_stand_where_they_should) {
  const Length width = 100_mm;
  const auto centred = set_paragraph(kit::paragraph(1, "รายงาน", kit::format(Alignment::center)), width);
  const model::TextLine& line = centred.lines.front();
  const Length left = line.pieces.front().x;
  EXPECT_LE(std::abs((width - kit::right_edge(line) - left).in_emu()), 1);
  const auto right = set_paragraph(kit::paragraph(1, "รายงาน", kit::format(Alignment::right)), width);
  EXPECT_EQ(kit::right_edge(right.lines.front()), width);
}

TEST(Paragraph, a_word_of_a_hundred_thousand_letters_is_cut_in_a_moment) {
  std::string word;
  for (int i = 0; i < 100'000; ++i) word += "ก";
  const std::clock_t start = std::clock();
  const auto lines = lines_in(kit::paragraph(1, word), 60_mm);
  EXPECT_LT(std::clock() - start, 5 * CLOCKS_PER_SEC);
  EXPECT_GT(lines.size(), 2'000U);
  EXPECT_EQ(text_of(lines), word);
}

TEST(Paragraph, a_value_s_place_in_the_data_stays_with_its_text) {
  auto paragraph = kit::paragraph(1, "เรียน ");
  paragraph.spans.push_back(kit::span("นายกเทศมนตรี"));
  paragraph.spans.back().pointer = "/memo/addressee";
  paragraph.spans.back().format.is_underlined = true;
  std::string from_data;
  const Set set = set_paragraph(paragraph, 160_mm);
  for (const model::TextPiece& piece : set.lines.front().pieces) {
    EXPECT_EQ(piece.is_underlined, piece.value != 0);
    if (set.pages.values[piece.value] == "/memo/addressee") from_data += piece.shape->text;
  }
  EXPECT_EQ(from_data, "นายกเทศมนตรี");
}

TEST(Paragraph, indents_wider_than_the_column_do_not_push_text_out_of_it) {
  model::Paragraph paragraph = kit::paragraph(1, "ผู้ที่มีส่วนได้ส่วนเสีย");
  paragraph.format.first_line_indent = paragraph.format.left_indent = 12_mm;
  const auto lines = lines_in(paragraph, 20_mm);
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(text_of(lines), "ผู้ที่มีส่วนได้ส่วนเสีย");
  for (const model::TextLine& line : lines) EXPECT_LE(kit::right_edge(line), 20_mm);
}

TEST(Paragraph, an_empty_paragraph_keeps_its_line) {
  const auto strips = strips_of(set_paragraph(kit::paragraph(1, ""), 100_mm).lines, kit::format(), 1);
  ASSERT_EQ(strips.size(), 1U);
  EXPECT_EQ(strips.front().height, 18.1_pt);
  EXPECT_TRUE(strips.front().marks.empty());
}

}  // namespace
}  // namespace krut::typeset
