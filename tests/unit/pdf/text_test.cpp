#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "pdf/pdf.h"
#include "unit/cannot_check.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/tools.h"

/// What readers get out of our files must be what the data said.
namespace krut::pdf::test {
namespace {

std::string squeezed(const std::string& line) {
  const std::size_t end = line.find_last_not_of(' ');
  return end == std::string::npos ? "" : line.substr(0, end + 1);
}

std::string without_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

void expect_lines(const std::vector<std::string>& wanted, const std::string& output, const std::string& reader) {
  const std::vector<std::string> got = split_lines(output);
  ASSERT_EQ(got.size(), wanted.size()) << reader << "\n" << output;
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(squeezed(got[i]), squeezed(wanted[i])) << reader;
}

void expect_text_comes_back(const std::vector<std::string>& lines,
                            const std::shared_ptr<const model::FontProgram>& font, const std::string& name,
                            Length size = Length::points(16), Length cluster_spacing = {}) {
  const std::string path = keep_file(name + ".pdf", write(lines_document(font, lines, size, cluster_spacing), {}));
  const ToolResult poppler = read_with("pdftotext", "-raw '" + path + "' -");
  ASSERT_EQ(poppler.status, 0) << poppler.output;
  expect_lines(lines, poppler.output, "pdftotext -raw, " + name);
  const ToolResult mupdf = read_with("mutool", "draw -q -F txt '" + path + "'");
  ASSERT_EQ(mupdf.status, 0) << mupdf.output;
  expect_lines(lines, mupdf.output, "mutool, " + name);
  // Poppler's layout mode sorts by place: a letter that stands before the mark of the last would come before it.
  const ToolResult layout = read_with("pdftotext", "-layout '" + path + "' -");
  EXPECT_EQ(without_space(layout.output), without_space(poppler.output)) << name;
}

TEST(Text, comes_back_exactly_from_every_face) {
  for (const char* style : {"", "-Bold", "-Italic", "-BoldItalic"}) {
    expect_text_comes_back(nasty_lines(), built_face(style), std::string("text") + style);
  }
}

TEST(Text, of_the_shared_list_of_hard_words_comes_back_exactly) {
  std::ifstream file(KRUT_SOURCE_FOLDER "/../shared/tools/thai_nasty.txt");
  if (!file) KRUT_CANNOT_CHECK("../shared/tools/thai_nasty.txt is not there");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const char* style : {"", "-Bold", "-Italic"}) {
    expect_text_comes_back(split_lines(text), built_face(style), std::string("shared-text") + style,
                           Length::points(14));
  }
}

TEST(Text, comes_back_exactly_when_a_line_is_spread) {
  expect_text_comes_back(nasty_lines(), built_face(), "spread", Length::points(16), Length::points(0.8));
}

TEST(Text, comes_back_exactly_when_a_line_is_drawn_narrower) {
  expect_text_comes_back(nasty_lines(), built_face(), "narrower", Length::points(16), Length::points(-0.3));
}

TEST(Text, of_an_unaltered_laksaman_comes_back_exactly) {
  expect_text_comes_back(nasty_lines(), load_program("/usr/share/fonts/truetype/tlwg/Laksaman.ttf"), "laksaman",
                         Length::points(10.645));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

TEST(Text, set_with_cff_outlines_comes_back_from_readers_that_know_actual_text) {
  const std::string otf = keep_file("cff.otf", "");
  const ToolResult made =
      run("/usr/bin/python3", std::string("'") + KRUT_SOURCE_FOLDER + "/tests/unit/pdf/make_cff.py' '" +
                                  KRUT_FONT_FOLDER + "/KrutSarabun.ttf' '" + otf + "'");
  ASSERT_EQ(made.status, 0) << made.output;
  const auto font = load_program(otf);
  ASSERT_FALSE(font->has_glyf_outlines);
  const std::string path = keep_file("cff.pdf", write(lines_document(font, nasty_lines()), {}));
  expect_lines(nasty_lines(), read_with("pdftotext", "-raw '" + path + "' -").output, "pdftotext -raw");
  const ToolResult fonts = run("pdffonts", "'" + path + "'");
  EXPECT_EQ(count_of(fonts.output, "CID Type 0C"), 1U) << fonts.output;
  EXPECT_EQ(count_of(fonts.output, "yes yes yes"), 1U) << fonts.output;
}

TEST(Fonts, are_embedded_subset_and_have_unicode_maps) {
  model::Pages pages = lines_document(built_face(), {"ทั้งนี้ น้ำ"});
  pages.pages[0].marks.emplace_back(line(built_face("-Bold"), "ตัวหนา", Length::millimetres(30), Length::points(300)));
  const std::string path = keep_file("fonts.pdf", write(pages, {}));
  const ToolResult fonts = run("pdffonts", "'" + path + "'");
  const std::vector<std::string> rows = split_lines(fonts.output);
  ASSERT_EQ(rows.size(), 4U) << fonts.output;
  for (std::size_t i = 2; i < rows.size(); ++i) {
    EXPECT_NE(rows[i].find("CID TrueType"), std::string::npos) << rows[i];
    EXPECT_NE(rows[i].find("yes yes yes"), std::string::npos) << rows[i];
    EXPECT_EQ(rows[i].find('+'), 6U) << rows[i];
  }
}

}  // namespace
}  // namespace krut::pdf::test
