#include "text/setter.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "workbench.h"

namespace krut::text {
namespace {

std::int64_t advance_of(const std::string& text) {
  std::int64_t sum = 0;
  for (const auto& run : runs_of(prepared(text))) sum += run.shape->advance;
  return sum;
}

TEST(Setter, two_spaces_stay_two) {
  const PreparedText text = prepared("เรียน  นายกเทศมนตรี");
  ASSERT_EQ(text.pieces.size(), 2U);
  ASSERT_EQ(text.pieces[0].spaces.size(), 1U);
  EXPECT_EQ(text.pieces[0].spaces[0].shape->text, "  ");
  EXPECT_EQ(text.pieces[0].space_width, text.pieces[0].spaces[0].width);
  EXPECT_EQ(text.pieces[0].width, text.pieces[0].runs[0].width) << "spaces hang outside";
}

TEST(Setter, spaces_before_the_first_word_count_as_part_of_it) {
  const PreparedText text = prepared("   ก");
  ASSERT_EQ(text.pieces.size(), 1U);
  EXPECT_EQ(text.pieces[0].width, width_of(advance_of("   ") + advance_of("ก"), 1503, 16_pt));
}

TEST(Setter, only_spaces_are_a_piece_of_spaces) {
  const PreparedText text = prepared("  ");
  ASSERT_EQ(text.pieces.size(), 1U);
  EXPECT_TRUE(text.pieces[0].runs.empty());
  EXPECT_EQ(joined(text), "  ");
}

TEST(Setter, a_no_break_space_holds_and_is_given_back_as_it_was) {
  const PreparedText text = prepared("กอง\u00A0คลัง");
  EXPECT_EQ(with_ends(text), "กอง\u00A0คลัง");
  EXPECT_EQ(advance_of("\u00A0"), advance_of(" "));
}

TEST(Setter, a_no_break_hyphen_is_drawn_as_a_hyphen) {
  EXPECT_EQ(with_ends(prepared("ก\u2011ข")), "ก\u2011ข");
  const auto hyphen = runs_of(prepared("-"));
  const auto held = runs_of(prepared("\u2011"));
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].shape->glyphs[0].id, hyphen[0].shape->glyphs[0].id);
}

TEST(Setter, en_and_em_spaces_are_two_and_four_spaces_wide) {
  EXPECT_EQ(advance_of("\u2002"), 2 * advance_of(" "));
  EXPECT_EQ(advance_of("\u2003"), 4 * advance_of(" "));
  EXPECT_EQ(with_ends(prepared("ก่อน\u2003หลัง")), "ก่อน\u2003|หลัง");
  EXPECT_EQ(runs_of(prepared("\u2003"))[0].shape->clusters.size(), 1U);
}

TEST(Setter, invisible_signs_are_obeyed_and_not_set) {
  EXPECT_EQ(with_ends(prepared("กข\u200Bคง")), "กข|คง") << "ZERO WIDTH SPACE";
  EXPECT_EQ(with_ends(prepared("แผน\u2060งาน")), "แผนงาน") << "WORD JOINER";
  EXPECT_EQ(with_ends(prepared("กอง \u2060คลัง")), "กอง คลัง");
  EXPECT_EQ(joined(prepared("ก\u200Cข\u200Dค")), "กขค");
  EXPECT_EQ(joined(prepared("ก\u200B่")), "ก่") << "never between a letter and its mark";
  EXPECT_EQ(runs_of(prepared("ก\u200B่")).size(), 1U);
  EXPECT_TRUE(prepared("\u200B").pieces.empty());
}

TEST(Setter, the_edge_of_a_span_neither_makes_nor_hides_a_line_end) {
  const std::string text = "ตามข้อ ๑ ของเว็บไซต์หน่วยงาน";
  const std::string whole = with_ends(prepared(text));
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_inside_a_character = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
    if (is_inside_a_character) continue;
    model::Span tail = span_of(text.substr(at));
    tail.format.is_bold = true;
    EXPECT_EQ(with_ends(prepared({span_of(text.substr(0, at)), tail})), whole) << at;
  }
}

TEST(Setter, a_run_knows_its_span_and_a_mark_stays_with_its_letter) {
  model::Span bold = span_of("ุ่ม");
  bold.format.is_bold = true;
  const auto runs = runs_of(prepared({span_of("กล"), bold}));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].shape->text, "กลุ่");
  EXPECT_EQ(runs[0].span, 0U);
  EXPECT_EQ(runs[1].shape->text, "ม");
  EXPECT_EQ(runs[1].span, 1U);
  EXPECT_TRUE(runs[1].shape->font->is_bold);
}

TEST(Setter, each_span_is_set_at_its_own_size) {
  model::Span large = span_of("ใหญ่");
  large.format.size = 32_pt;
  const auto runs = runs_of(prepared({span_of("เล็ก "), large}));
  EXPECT_EQ(runs.front().size, 16_pt);
  EXPECT_EQ(runs.back().size, 32_pt);
  EXPECT_EQ(runs.back().width, width_of(runs.back().shape->advance, 1503, 32_pt));
}

TEST(Setter, a_line_break_is_forced_even_where_nothing_stands) {
  EXPECT_EQ(with_ends(prepared({span_of("หนึ่ง"), line_break(), span_of("สอง")})), "หนึ่ง¶สอง");
  EXPECT_EQ(with_ends(prepared({line_break(), line_break(), span_of("สาม")})), "¶¶สาม");
  EXPECT_EQ(with_ends(prepared({span_of("ท้าย "), line_break()})), "ท้าย ¶");
  EXPECT_TRUE(prepared(std::vector<model::Span>{}).pieces.empty());
  EXPECT_TRUE(prepared("").pieces.empty());
}

TEST(Setter, a_list_marker_after_a_line_break_opens_its_line) {
  EXPECT_EQ(with_ends(prepared({span_of("ดังนี้"), line_break(), span_of("ก. จัดทำแผน")})), "ดังนี้¶ก. จัดทำ|แผน");
}

TEST(Setter, a_span_that_stays_on_one_line_is_one_piece) {
  model::Span name = span_of("(นางสาวฟ้าใส ปิ่นทอง)");
  name.stays_on_one_line = true;
  EXPECT_EQ(with_ends(prepared({span_of("ลงชื่อ "), name, span_of(" ผู้รายงาน")})), "ลงชื่อ |(นางสาวฟ้าใส ปิ่นทอง) |ผู้รายงาน");
}

TEST(Setter, a_character_that_no_face_has_is_reported_and_shown) {
  Setter setter(our_faces());
  std::vector<MissingGlyph> missing;
  const PreparedText text = setter.prepare({span_of("ก่อน "), span_of("น\u094Bน")}, missing);
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].character, 0x094BU);
  EXPECT_EQ(joined(text), "ก่อน น\u094Bน") << "the text stays what the data said";
  for (const auto& run : runs_of(text)) {
    for (const model::Glyph& glyph : run.shape->glyphs) EXPECT_NE(glyph.id, 0U) << "never an empty box";
  }
  missing.clear();
  (void)setter.prepare({span_of("น\u094Bน")}, missing);
  EXPECT_EQ(missing.size(), 1U) << "reported again, cache or not";
}

TEST(Setter, a_character_that_another_face_has_is_set_in_that_face) {
  const std::string symbols = "/usr/share/fonts/truetype/dejavu";
  ASSERT_TRUE(std::filesystem::exists(symbols)) << "DejaVu is not installed";
  Diagnostics diagnostics;
  const auto library = FontLibrary::load({symbols, KRUT_FONT_FOLDER}, diagnostics);
  Setter setter(library);
  std::vector<MissingGlyph> missing;
  const auto runs = runs_of(setter.prepare({span_of("ก→ข")}, missing));
  EXPECT_TRUE(missing.empty());
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[1].shape->text, "→");
  EXPECT_EQ(runs[1].shape->font->family.rfind("DejaVu", 0), 0U);
  EXPECT_LT(runs[1].size, 16_pt) << "as small as Sarabun looks";
  EXPECT_EQ(runs[2].shape->font->family, "Krut Sarabun");
}

TEST(Setter, a_word_is_shaped_once_for_all_sizes) {
  Setter setter(our_faces());
  std::vector<MissingGlyph> missing;
  model::Span large = span_of("ประชาชน");
  large.format.size = 32_pt;
  const PreparedText small_text = setter.prepare({span_of("ประชาชน")}, missing);
  const PreparedText large_text = setter.prepare({large}, missing);
  EXPECT_EQ(small_text.pieces[0].runs[0].shape, large_text.pieces[0].runs[0].shape);
}

TEST(Setter, a_slice_is_the_middle_of_a_word) {
  const auto shape = runs_of(prepared("ขั้นตอน"))[0].shape;
  ASSERT_EQ(shape->clusters.size(), 5U);
  EXPECT_EQ(slice(*shape, 0, 1)->text, "ขั้");
  const auto part = slice(*shape, 1, 3);
  EXPECT_EQ(part->text, "นต");
  EXPECT_EQ(part->advance, shape->clusters[1].advance + shape->clusters[2].advance);
  EXPECT_EQ(part->clusters[0].text_begin, 0U);
  EXPECT_EQ(part->clusters[0].glyph_begin, 0U);
  EXPECT_EQ(part->glyphs[0].id, shape->glyphs[shape->clusters[1].glyph_begin].id);
  EXPECT_EQ(slice(*shape, 0, 99)->text, shape->text);
  EXPECT_TRUE(slice(*shape, 2, 2)->clusters.empty());
}

TEST(Setter, eight_threads_set_the_same_as_one) {
  const std::vector<std::string> lines = {"น้ำท่วมบ้านเรือน ๑๐ หลัง (IIT)", "ประกาศ ณ วันที่ ๑ เมษายน ๒๕๖๖",
                                          "ผู้รับผิดชอบเว็บไซต์ของ อบต.ก่าปัง", "e-Service 1,234.50 บาท"};
  const auto set_all = [&] {
    Setter setter(our_faces());
    std::string all;
    for (int round = 0; round < 50; ++round) {
      for (const std::string& line : lines) {
        model::Span span = span_of(line);
        span.format.is_bold = round % 2 == 1;
        std::vector<MissingGlyph> missing;
        const PreparedText text = setter.prepare({span}, missing);
        all += with_ends(text);
        for (const auto& run : runs_of(text)) all += std::to_string(run.width.in_emu()) + " ";
      }
    }
    return all;
  };
  const std::string expected = set_all();
  constexpr std::size_t count = 8;
  std::vector<std::string> results(count);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = set_all(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Setter, takes_time_that_grows_with_the_number_of_lines) {
  std::vector<model::Span> spans;
  for (int i = 0; i < 200'000; ++i) {
    spans.push_back(span_of("ก"));
    spans.push_back(line_break());
  }
  Setter setter(our_faces());
  std::vector<MissingGlyph> missing;
  const std::clock_t start = std::clock();
  EXPECT_EQ(setter.prepare(spans, missing).pieces.size(), 200'000U);
  EXPECT_LT(std::clock() - start, 60 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace krut::text
