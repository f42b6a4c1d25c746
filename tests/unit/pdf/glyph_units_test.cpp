#include "pdf/glyph_units.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/utf8.h"
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
  EXPECT_EQ(units_of("ปี่"), "ป|(ี)|(่)");
  EXPECT_EQ(units_of("กุ้ง"), "ก|(ุ)|(้)|ง");
  EXPECT_EQ(units_of("เก่า a1"), "เ|ก|(่)|า| |a|1");
}

TEST(Clusters, of_a_shape_we_do_not_know_lose_no_character) {
  for (const std::string text : {"นำ้", "้น", "ำ", "กำ่ำ", "é", "à"}) {
    std::string joined = units_of(text);
    std::erase_if(joined, [](char c) { return c == '|' || c == '(' || c == ')'; });
    EXPECT_EQ(joined, text);
  }
}

/// A cluster of `text` as units of the built face.
std::vector<GlyphUnit> first_cluster(const std::string& text) {
  const auto font = built_face();
  const auto shaped = shape(font, text).at(0);
  return split(*shaped, shaped->clusters.at(0), EmbeddableFont(font).advances());
}

/// How far a unit moves the pen, in thousandths of an em.
double width_of(const GlyphUnit& unit, int units_per_em) { return unit.advance * 1000.0 / units_per_em + unit.nudge; }

TEST(Clusters, say_one_character_a_code_in_every_hard_text) {
  for (const std::string& line : nasty_lines()) {
    const std::string units = "|" + units_of(line) + "|";
    std::string joined;
    for (std::size_t begin = 1, end = 0; begin < units.size(); begin = end + 1) {
      end = units.find('|', begin);
      std::string said = units.substr(begin, end - begin);
      if (said.size() > 1 && said.front() == '(' && said.back() == ')') said = said.substr(1, said.size() - 2);
      EXPECT_EQ(utf8::to_utf32(said).size(), 1U) << said << " of " << line;
      joined += said;
    }
    EXPECT_EQ(joined, line);
  }
}

TEST(Clusters, put_every_mark_where_shaping_put_it) {
  const auto font = built_face();
  const double em = font->units_per_em;
  for (const std::string text : {"ปี่", "ผู้", "ก็", "ที่่", "ศักดิ์"}) {
    const auto shaped = shape(font, text).at(0);
    for (const model::Cluster& cluster : shaped->clusters) {
      double shaped_pen = 0;
      double written_pen = 0;
      std::size_t next = cluster.glyph_begin;
      for (const GlyphUnit& unit : split(*shaped, cluster, EmbeddableFont(font).advances())) {
        for (const PlacedGlyph& glyph : unit.glyphs) {
          const model::Glyph& wanted = shaped->glyphs.at(next++);
          EXPECT_EQ(glyph.id, wanted.id);
          EXPECT_NEAR(written_pen + glyph.x, shaped_pen + wanted.x_offset, 0.5) << text;
          EXPECT_EQ(glyph.y, wanted.y_offset);
          shaped_pen += wanted.advance;
        }
        written_pen += width_of(unit, font->units_per_em) * em / 1000;
      }
      EXPECT_NEAR(written_pen, cluster.advance, 0.5) << text;
    }
  }
}

TEST(Clusters, give_marks_a_hair_of_width_that_their_letter_lacks) {
  for (const std::string text : {"ที่", "ก็", "น้ำ"}) {
    std::int32_t sum = 0;
    for (const GlyphUnit& unit : first_cluster(text)) {
      EXPECT_EQ(unit.advance == 0, unit.nudge > 0) << unit.text;
      EXPECT_LE(unit.nudge, 3);
      sum += unit.nudge;
    }
    EXPECT_EQ(sum, 0) << text;
  }
}

TEST(Clusters, take_the_room_behind_them_before_their_marks_or_into_sara_am) {
  const auto font = built_face();
  const std::int32_t units_per_em = font->units_per_em;
  for (const std::string text : {"ที่", "ก", "น้ำ", "ทำ", "ก็"}) {
    const auto closed = first_cluster(text);
    auto opened = closed;
    open(opened, 40, units_per_em);
    ASSERT_EQ(opened.size(), closed.size());
    double pen = 0;
    double opened_pen = 0;
    for (std::size_t i = 0; i < closed.size(); ++i) {
      for (std::size_t k = 0; k < closed[i].glyphs.size(); ++k) {
        EXPECT_NEAR(opened_pen + opened[i].glyphs[k].x, pen + closed[i].glyphs[k].x, 1) << text;
      }
      pen += width_of(closed[i], units_per_em) * units_per_em / 1000;
      opened_pen += width_of(opened[i], units_per_em) * units_per_em / 1000;
    }
    EXPECT_NEAR(opened_pen - pen, 0.04 * units_per_em, 0.1) << text;
    EXPECT_EQ(opened.back().nudge - closed.back().nudge, closed.back().advance == 0 ? 0 : 40) << text;
  }
}

TEST(Clusters, keep_a_mark_typed_twice_a_tenth_of_an_em_apart) {
  const auto units = first_cluster("ที่่");
  ASSERT_EQ(units.size(), 4U);
  EXPECT_GT(units[2].nudge, 100);
  EXPECT_EQ(units[0].nudge + units[1].nudge + units[2].nudge + units[3].nudge, 0);
}

TEST(Clusters, of_ligatures_share_the_advance_among_their_letters) {
  model::ShapedText shaped;
  shaped.font = built_face();
  shaped.text = "ffi";
  shaped.glyphs.resize(1);
  shaped.glyphs[0].id = 7;
  shaped.glyphs[0].advance = 1000;
  shaped.clusters.resize(1);
  shaped.clusters[0].text_size = 3;
  shaped.clusters[0].glyph_count = 1;
  shaped.clusters[0].advance = 1000;
  const auto units = split(shaped, shaped.clusters[0], std::vector<std::uint16_t>(8, 1000));
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(units[0].text + units[1].text + units[2].text, "ffi");
  EXPECT_EQ(units[0].advance + units[1].advance + units[2].advance, 1000);
  EXPECT_EQ(units[1].advance, 333);
  EXPECT_EQ(units[0].glyphs.size(), 1U);
  EXPECT_TRUE(units[1].glyphs.empty() && units[2].glyphs.empty());
}

TEST(Clusters, of_a_drawn_font_have_wide_marks_only_where_two_follow_each_other) {
  const auto font = built_face();
  const auto nudges = [&](const std::string& text) {
    const auto shaped = shape(font, text).at(0);
    std::string out;
    for (const GlyphUnit& unit : split(*shaped, shaped->clusters.at(0), EmbeddableFont(font).advances(), 2)) {
      out += unit.nudge == 0 ? '0' : unit.nudge > 0 ? '+' : '-';
    }
    return out;
  };
  EXPECT_EQ(nudges("ก็"), "00");
  EXPECT_EQ(nudges("ที่"), "-++");
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
