#include "pdf/glyph_units.h"

#include <gtest/gtest.h>

#include <numeric>

#include "pdf/font_program.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/tools.h"

/// How clusters are taken apart, and the fonts that come of it.
namespace krut::pdf::test {
namespace {

/// What each unit says, joined by bars; a unit that does not move the pen in parentheses.
std::string units_of(const std::string& text) {
  const auto font = built_face();
  const EmbeddableFont embeddable(font);
  std::string out;
  for (const auto& run : shape(font, text)) {
    for (const model::Cluster& cluster : run->clusters) {
      for (const GlyphUnit& unit : split(*run, cluster, embeddable.advances())) {
        if (!out.empty()) out += '|';
        out += unit.advance == 0 ? "(" + unit.text + ")" : unit.text;
      }
    }
  }
  return out;
}

TEST(Clusters, keep_letter_marks_and_sara_am_apart) {
  EXPECT_EQ(units_of("น้ำ"), "น|(้)|ำ");
  EXPECT_EQ(units_of("ทำ"), "ท|ำ");
  EXPECT_EQ(units_of("ปี่"), "ป|(ี่)");
  EXPECT_EQ(units_of("กุ้ง"), "ก|(ุ้)|ง");
  EXPECT_EQ(units_of("เก่า a1"), "เ|ก|(่)|า| |a|1");
}

TEST(Clusters, of_a_shape_we_do_not_know_lose_no_character) {
  for (const std::string text : {"นำ้", "้น", "ำ", "กำ่ำ", "é", "à"}) {
    std::string joined = units_of(text);
    std::erase_if(joined, [](char c) { return c == '|' || c == '(' || c == ')'; });
    EXPECT_EQ(joined, text);
  }
}

TEST(Clusters, put_every_mark_where_shaping_put_it) {
  const auto font = built_face();
  const EmbeddableFont embeddable(font);
  const auto shaped = shape(font, "ปี่").at(0);
  const auto units = split(*shaped, shaped->clusters.at(0), embeddable.advances());
  ASSERT_EQ(units.size(), 2U);
  ASSERT_EQ(units[1].glyphs.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(units[1].glyphs[i].x, shaped->glyphs[i + 1].x_offset);
    EXPECT_EQ(units[1].glyphs[i].y, shaped->glyphs[i + 1].y_offset);
  }
}

TEST(Clusters, draw_the_ring_of_sara_am_with_it_below_a_tone_mark_too) {
  const auto font = built_face();
  const EmbeddableFont embeddable(font);
  const auto shaped = shape(font, "น้ำ").at(0);
  const auto units = split(*shaped, shaped->clusters.at(0), embeddable.advances());
  ASSERT_EQ(units.size(), 3U);
  ASSERT_EQ(units[1].glyphs.size(), 1U) << "the tone mark alone";
  EXPECT_EQ(units[1].glyphs[0].id, shaped->glyphs[2].id);
  ASSERT_EQ(units[2].glyphs.size(), 2U) << "ring and vowel";
  EXPECT_EQ(units[2].glyphs[0].id, shaped->glyphs[1].id);
  EXPECT_EQ(units[2].glyphs[1].id, shaped->glyphs[3].id);
  EXPECT_EQ(units[2].glyphs[0].y, shaped->glyphs[1].y_offset);
}

TEST(Clusters, without_composites_give_each_glyph_a_character) {
  const auto font = built_face();
  const EmbeddableFont embeddable(font);
  const auto shaped = shape(font, "ทำ").at(0);
  std::string said;
  for (const GlyphUnit& unit : split_by_glyph(*shaped, shaped->clusters.at(0), embeddable.advances()))
    said += unit.text + "|";
  EXPECT_EQ(said, "ท|ำ|\u200B|");
}

TEST(Composites, survive_a_font_editor) {
  const auto font = built_face("-Italic");
  const EmbeddableFont embeddable(font);
  const auto shaped = shape(font, "ป้ำ").at(0);
  std::vector<std::uint32_t> glyphs{0};
  std::vector<Composite> composites(1);
  std::int32_t pen = 0;
  for (const model::Glyph& glyph : shaped->glyphs) {
    glyphs.push_back(glyph.id);
    composites[0].glyphs.push_back({glyph.id, pen + glyph.x_offset, glyph.y_offset});
    pen += glyph.advance;
  }
  composites[0].advance = pen;
  composites.push_back({{{shaped->glyphs[1].id, -40, 25}}, 0});
  const SubsetProgram subset = embeddable.subset(glyphs, composites);
  std::string wanted;
  for (std::size_t i = 0; i < composites[0].glyphs.size(); ++i) {
    const PlacedGlyph& part = composites[0].glyphs[i];
    wanted +=
        std::to_string(subset.glyph_of[i + 1]) + " " + std::to_string(part.x) + " " + std::to_string(part.y) + " ";
  }
  const std::string path = keep_file("composites.ttf", subset.bytes);
  const ToolResult result = run(
      "/usr/bin/python3", std::string("'") + KRUT_SOURCE_FOLDER + "/tests/unit/pdf/check_composites.py' '" + path +
                              "' " + std::to_string(subset.first_composite) + " " + std::to_string(pen) + " " + wanted);
  EXPECT_EQ(result.status, 0) << result.output;
}

}  // namespace
}  // namespace krut::pdf::test
