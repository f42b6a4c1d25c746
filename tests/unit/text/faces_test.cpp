#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/utf8.h"
#include "workbench.h"

namespace krut::text {
namespace {

constexpr std::size_t most_bytes = 1U << 20;

/// A row of the width table of TH SarabunPSK: characters of one width, in thousandths of an em.
struct Widths {
  std::u32string_view characters;
  int regular;
  int bold;
};

const std::vector<Widths> sarabun_widths = {
    {U"ก", 386, 391},  {U"ข", 378, 415},   {U"ค", 393, 403},          {U"ฆ", 408, 453},          {U"ง", 294, 318},
    {U"จ", 367, 390},  {U"ฉ", 377, 405},   {U"ช", 380, 415},          {U"ซ", 384, 431},          {U"ฌญ", 519, 565},
    {U"ฎฏ", 425, 425}, {U"ฐ", 343, 372},   {U"ฑ", 461, 492},          {U"ฒ", 532, 551},          {U"ณ", 543, 576},
    {U"ดต", 391, 405}, {U"ถ", 378, 391},   {U"ท", 430, 438},          {U"ธ", 335, 358},          {U"น", 420, 433},
    {U"บป", 428, 445}, {U"ผฝ", 381, 414},  {U"พฟ", 447, 482},         {U"ภ", 425, 425},          {U"ม", 400, 417},
    {U"ย", 375, 386},  {U"ร", 322, 329},   {U"ฤ", 378, 391},          {U"ลส", 381, 399},         {U"ว", 335, 379},
    {U"ศ", 393, 403},  {U"ษ", 438, 461},   {U"ห", 427, 438},          {U"ฬ", 454, 468},          {U"อ", 387, 394},
    {U"ฮ", 372, 385},  {U"ะ", 357, 340},   {U"าำ", 316, 336},         {U"เ", 203, 208},          {U"แ", 377, 395},
    {U"โ", 237, 252},  {U"ใ", 242, 269},   {U"ไ", 244, 252},          {U"ๆ", 399, 437},          {U"ฯ", 391, 380},
    {U"฿", 411, 389},  {U"๏", 450, 450},   {U"๐๑๒๓๔๕๖๗๘๙", 449, 456}, {U"0123456789", 362, 378}, {U" ", 216, 226},
    {U"()", 190, 244}, {U".,:", 162, 172}, {U"/", 270, 276},          {U"-", 216, 226},          {U"A", 400, 451},
    {U"E", 351, 358},  {U"I", 147, 163},   {U"a", 344, 367},          {U"e", 374, 391}};

/// Advances are whole units of an em of 1503, and the table has three figures.
constexpr double tolerance = 1.0;

double thousandths_of(const model::ShapedText& shape) {
  return static_cast<double>(shape.advance) * 1000.0 / shape.font->units_per_em;
}

void expect_table_widths(bool is_bold) {
  Setter setter(our_faces());
  for (const Widths& row : sarabun_widths) {
    for (const char32_t character : row.characters) {
      model::Span span = span_of(utf8::encode(character));
      span.format.is_bold = is_bold;
      std::vector<MissingGlyph> missing;
      const auto runs = runs_of(setter.prepare({span}, missing));
      ASSERT_EQ(runs.size(), 1U);
      EXPECT_TRUE(missing.empty());
      EXPECT_EQ(runs[0].size, 16_pt) << "the nominal size is the size on paper";
      EXPECT_NEAR(thousandths_of(*runs[0].shape), is_bold ? row.bold : row.regular, tolerance)
          << span.text << (is_bold ? " bold" : " regular");
    }
  }
}

TEST(Faces, regular_letters_are_as_wide_as_those_of_th_sarabun_psk) { expect_table_widths(false); }
TEST(Faces, bold_letters_are_as_wide_as_those_of_th_sarabun_psk) { expect_table_widths(true); }

TEST(Faces, a_letter_is_as_wide_with_a_mark_as_without) {
  for (const char* marks : {"่", "้", "๊", "๋", "์", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "็", "ี่", "ื้"}) {
    const auto with_mark = runs_of(prepared(std::string("ก") + marks));
    ASSERT_EQ(with_mark.size(), 1U);
    EXPECT_EQ(with_mark[0].shape->advance, runs_of(prepared("ก"))[0].shape->advance) << marks;
    EXPECT_EQ(with_mark[0].shape->clusters.size(), 1U) << marks;
  }
}

/// The faces that we make from Laksaman.
std::vector<FaceSummary> sarabun_faces() {
  std::vector<FaceSummary> faces = listed(*our_faces());
  const auto is_other = [](const FaceSummary& face) { return face.family != "Krut Sarabun"; };
  faces.erase(std::remove_if(faces.begin(), faces.end(), is_other), faces.end());
  return faces;
}

TEST(Faces, four_faces_carry_our_name_and_their_licence) {
  const std::vector<FaceSummary> faces = sarabun_faces();
  ASSERT_EQ(faces.size(), 4U);
  int bold = 0;
  int italic = 0;
  for (const FaceSummary& face : faces) {
    EXPECT_EQ(face.family, "Krut Sarabun");
    EXPECT_EQ(face.full_name.rfind("Krut Sarabun", 0), 0U) << face.full_name;
    EXPECT_EQ(face.licence, "GPL-2.0-or-later with font exception");
    bold += face.is_bold ? 1 : 0;
    italic += face.is_italic ? 1 : 0;
  }
  EXPECT_EQ(bold, 2);
  EXPECT_EQ(italic, 2);
}

/// Reads the few tables of a TrueType file that say how it is set.
class FontFile {
 public:
  explicit FontFile(const std::string& path) : bytes_(files::read_whole(path, most_bytes)) {}

  [[nodiscard]] int at(std::string_view table, std::size_t offset) const {
    const std::size_t place = table_offset(table) + offset;
    const unsigned value = byte(place) << 8U | byte(place + 1);
    return static_cast<std::int16_t>(value);
  }
  /// True when some name, in either encoding of the table, holds the ASCII word.
  [[nodiscard]] bool names(std::string_view word) const {
    std::string wide;
    for (const char letter : word) wide.append({'\0', letter});
    const std::string table = bytes_.substr(table_offset("name"));
    return table.find(word) != std::string::npos || table.find(wide) != std::string::npos;
  }

 private:
  [[nodiscard]] unsigned byte(std::size_t place) const { return static_cast<unsigned char>(bytes_.at(place)); }
  [[nodiscard]] std::size_t table_offset(std::string_view table) const {
    constexpr std::size_t header = 12;
    constexpr std::size_t record = 16;
    const std::size_t count = byte(4) << 8U | byte(5);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = header + i * record;
      if (bytes_.compare(place, 4, table) != 0) continue;
      return byte(place + 8) << 24U | byte(place + 9) << 16U | byte(place + 10) << 8U | byte(place + 11);
    }
    throw std::out_of_range("no such table");
  }

  std::string bytes_;
};

TEST(Faces, lines_stand_as_far_apart_as_those_of_th_sarabun_psk) {
  for (const FaceSummary& face : sarabun_faces()) {
    const FontFile file(face.path);
    const double em = file.at("head", 18);
    EXPECT_EQ(em, 1503);
    const auto in_em = [&](int units) { return units / em; };
    EXPECT_NEAR(in_em(file.at("hhea", 4)), 0.850, 0.0005);
    EXPECT_NEAR(in_em(file.at("hhea", 6)), -0.250, 0.0005);
    EXPECT_NEAR(in_em(file.at("hhea", 8)), 0.030, 0.0005);
    EXPECT_NEAR(in_em(file.at("OS/2", 68)), 0.850, 0.0005);
    EXPECT_NEAR(in_em(file.at("OS/2", 70)), -0.250, 0.0005);
    EXPECT_NEAR(in_em(file.at("OS/2", 72)), 0.030, 0.0005);
    EXPECT_NEAR(in_em(file.at("OS/2", 74)), 0.850, 0.0005);
    EXPECT_NEAR(in_em(file.at("OS/2", 76)), 0.250, 0.0005);
    EXPECT_EQ(file.at("OS/2", 62) & (1 << 7), 0) << "Word must take the win metrics";
    EXPECT_LT(in_em(file.at("post", 8)), -0.030) << "the underline must not touch the baseline";
    EXPECT_EQ(file.at("OS/2", 8), 0) << "may be embedded";
  }
}

TEST(Faces, signs_that_thai_faces_lack_come_from_krut_symbols_at_the_nominal_size) {
  Setter setter(our_faces());
  for (const char* sign : {"↔", "→", "✓", "☐", "☑", "☒", "℃", "α", "β", "①", "㎡", "✅", "№", "★"}) {
    std::vector<MissingGlyph> missing;
    const auto runs = runs_of(setter.prepare({span_of(sign)}, missing));
    EXPECT_TRUE(missing.empty()) << sign;
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].shape->font->family, "Krut Symbols") << sign;
    EXPECT_EQ(runs[0].size, 16_pt) << sign;
  }
}

TEST(Faces, a_box_stands_alone_so_that_it_can_be_read_aloud) {
  const auto runs = runs_of(prepared("→☐☑→"));
  ASSERT_EQ(runs.size(), 4U);
  EXPECT_EQ(runs[1].shape->text, "☐");
  EXPECT_EQ(runs[2].shape->text, "☑");
}

TEST(Faces, no_face_bears_the_name_of_the_font_it_was_made_from) {
  for (const FaceSummary& face : sarabun_faces()) {
    const FoundFace found = our_faces()->find({"Krut Sarabun", face.is_bold, face.is_italic});
    ASSERT_TRUE(found.face);
    EXPECT_EQ(program(*found.face)->full_name, face.full_name);
    EXPECT_EQ(program(*found.face)->postscript_name.rfind("KrutSarabun-", 0), 0U);
    EXPECT_TRUE(program(*found.face)->has_glyf_outlines);
    EXPECT_TRUE(program(*found.face)->may_be_embedded);
    const FontFile file(face.path);
    EXPECT_TRUE(file.names("Krut Sarabun is Laksaman with other units per em")) << "changes are named";
    EXPECT_TRUE(file.names("GNU General Public License")) << "the licence is kept";
    EXPECT_TRUE(file.names("Theppitak Karoonboonyanan")) << "the copyright is kept";
  }
}

}  // namespace
}  // namespace krut::text
