#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "workbench.h"

namespace krut::text {
namespace {

namespace fs = std::filesystem;

/// Strings of ours that break careless renderers of Thai: SARA AM after every mark, tall and footed letters, mixtures.
const std::vector<std::string> hard_lines = {
    "น้ำใจค่ำซ้ำย้ำก๋ำทำจำนำ",           "ปี่ ป้า ฝั่ง ฟื้น ฬ้า ปั้น ฟ้ำ",           "ญู ฐู ญุ ฐุ ฎู ฏุ ฤๅษี ฦๅ",
    "ศักดิ์สิทธิ์ พันธุ์ จันทร์ องค์",          "เเปลก แปลก โป๊ะ ใบ้ ไม้",          "งาน ITA/OIT (IIT) e-Service ข้อ i๗ และ O๔๒",
    "๑,๒๓๔.๕๖ 1,234.56 ๙๙.๙% ฿๑๐๐", "“อ้าง” ‘ใน’ – — • … ฯลฯ ฯพณฯ ๆ", "สองช่อง  สามช่อง   จบ",
};

std::vector<std::string> lines_to_set() {
  std::vector<std::string> lines = hard_lines;
  for (const char* name : {"thai_nasty.txt", "thai_segmentation_cases.txt"}) {
    if (const auto shared = shared_lines(name)) lines.insert(lines.end(), shared->begin(), shared->end());
  }
  return lines;
}

TEST(Shaping, nothing_of_a_hard_line_is_lost) {
  for (const std::string& line : lines_to_set()) EXPECT_EQ(joined(prepared(line)), line);
}

TEST(Shaping, the_shared_hard_lines_are_among_those_tried) {
  if (!shared_lines("thai_nasty.txt")) KRUT_CANNOT_CHECK("../shared/tools/thai_nasty.txt is not there");
  EXPECT_GT(lines_to_set().size(), hard_lines.size() + 30);
}

TEST(Shaping, clusters_follow_each_other_through_text_and_glyphs) {
  for (const std::string& line : lines_to_set()) {
    for (const auto& run : runs_of(prepared(line))) {
      std::size_t text = 0;
      std::size_t glyph = 0;
      std::int64_t advance = 0;
      for (const model::Cluster& cluster : run.shape->clusters) {
        EXPECT_EQ(cluster.text_begin, text);
        EXPECT_EQ(cluster.glyph_begin, glyph);
        EXPECT_GT(cluster.text_size, 0U);
        EXPECT_GT(cluster.glyph_count, 0U);
        text += cluster.text_size;
        glyph += cluster.glyph_count;
        advance += cluster.advance;
      }
      EXPECT_EQ(text, run.shape->text.size());
      EXPECT_EQ(glyph, run.shape->glyphs.size());
      EXPECT_EQ(advance, run.shape->advance);
      EXPECT_EQ(run.width, width_of(advance, run.shape->font->units_per_em, run.size));
    }
  }
}

TEST(Shaping, sara_am_stays_with_its_consonant) {
  const auto runs = runs_of(prepared("น้ำ"));
  ASSERT_EQ(runs.size(), 1U);
  ASSERT_EQ(runs[0].shape->clusters.size(), 1U);
  EXPECT_EQ(runs[0].shape->clusters[0].text_size, std::string("น้ำ").size());
  EXPECT_EQ(runs[0].shape->glyphs.size(), 4U);
}

TEST(Shaping, kerning_is_off_so_that_widths_are_words) {
  for (const char* word : {"AV", "To", "1/2", "เก", "โต", "ไป"}) {
    const std::string text = word;
    std::int64_t sum = 0;
    for (const auto& run : runs_of(prepared(text))) sum += run.shape->advance;
    std::int64_t alone = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = (static_cast<unsigned char>(text[at]) & 0x80U) == 0 ? 1 : 3;
      for (const auto& run : runs_of(prepared(text.substr(at, size)))) alone += run.shape->advance;
      at += size;
    }
    EXPECT_EQ(sum, alone) << word;
  }
}

TEST(Shaping, letters_that_the_font_ligates_are_one_cluster_with_all_their_text) {
  const auto runs = runs_of(prepared("ffl"));
  ASSERT_EQ(runs.size(), 1U);
  ASSERT_EQ(runs[0].shape->clusters.size(), 1U);
  EXPECT_EQ(runs[0].shape->clusters[0].text_size, 3U);
  EXPECT_EQ(runs[0].shape->glyphs.size(), 1U);
}

using Pipe = std::unique_ptr<FILE, decltype(&pclose)>;

std::string output_of(const std::string& command) {
  std::string output;
  const Pipe pipe(popen(command.c_str(), "r"), pclose);
  std::array<char, 4096> part{};
  for (std::size_t size = 0; pipe && (size = fread(part.data(), 1, part.size(), pipe.get())) > 0;) {
    output.append(part.data(), size);
  }
  return output;
}

/// Ours, Debian's, and those that tests/fonts/real_fonts.txt pins.
std::vector<std::string> folders_of_thai_faces() {
  const std::string real = KRUT_BUILD_FOLDER "/real-fonts/";
  return {KRUT_FONT_FOLDER, "/usr/share/fonts/truetype/tlwg", real + "th", real + "sarabun", real + "noto"};
}

/// By the habit of naming the axes in the file's name.
bool is_variable(const FaceSummary& face) { return face.path.find('[') != std::string::npos; }

/// Each line as hb-shape prints it when it is given the whole line at once.
std::vector<std::string> shaped_by_the_tool(const FaceSummary& face, const std::vector<std::string>& lines) {
  const fs::path file = fs::temp_directory_path() / "krut-text-shaping.txt";
  std::ofstream text(file, std::ios::binary);
  for (const std::string& line : lines) text << line << '\n';
  text.close();
  const std::string output = output_of(
      "hb-shape --script=thai --language=th --direction=ltr --features=-kern --no-glyph-names "
      "--no-clusters --text-file=" +
      file.string() + (is_variable(face) && face.is_bold ? " --variations=wght=700" : "") + " '" + face.path + "'");
  fs::remove(file);
  std::vector<std::string> shaped;
  for (std::size_t at = 0; at < output.size();) {
    const std::size_t end = output.find('\n', at);
    shaped.push_back(output.substr(at, end - at));
    at = end + 1;
  }
  return shaped;
}

/// Our words in the tool's notation.
std::string in_the_tools_notation(const PreparedText& text) {
  std::string shown;
  for (const auto& run : runs_of(text)) {
    for (const model::Glyph& glyph : run.shape->glyphs) {
      shown += shown.empty() ? "[" : "|";
      shown += std::to_string(glyph.id);
      if (glyph.x_offset != 0 || glyph.y_offset != 0) {
        shown += "@" + std::to_string(glyph.x_offset) + "," + std::to_string(glyph.y_offset);
      }
      shown += "+" + std::to_string(glyph.advance);
    }
  }
  return shown + "]";
}

/// Whether the face alone has every character of the line.
bool is_set_in_one_face(const PreparedText& text, const std::vector<MissingGlyph>& missing, const std::string& name) {
  if (!missing.empty()) return false;
  const auto runs = runs_of(text);
  return std::all_of(runs.begin(), runs.end(), [&](const Run& run) { return run.shape->font->full_name == name; });
}

/// The number of lines that were compared.
std::size_t expect_words_equal_lines(std::shared_ptr<const FontLibrary> library, const FaceSummary& face) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_to_set()) {
    if (!line.empty()) lines.push_back(line);
  }
  const std::vector<std::string> expected = shaped_by_the_tool(face, lines);
  EXPECT_EQ(expected.size(), lines.size()) << face.path;
  if (expected.size() != lines.size()) return 0;
  Setter setter(std::move(library));
  std::size_t compared = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<MissingGlyph> missing;
    const PreparedText text = setter.prepare({span_of(lines[i], face.full_name)}, missing);
    if (!is_set_in_one_face(text, missing, face.full_name)) continue;
    ++compared;
    EXPECT_EQ(in_the_tools_notation(text), expected[i]) << face.full_name << ": " << lines[i];
  }
  return compared;
}

TEST(Shaping, word_by_word_gives_the_glyphs_of_the_whole_line_in_every_thai_face) {
  ASSERT_FALSE(output_of("command -v hb-shape").empty()) << "hb-shape (libharfbuzz-bin) is not installed";
  const auto shared = shared_lines("thai_nasty.txt");
  std::size_t faces = 0;
  for (const std::string& folder : folders_of_thai_faces()) {
    Diagnostics diagnostics;
    const auto library = FontLibrary::load({folder}, diagnostics);
    for (const FaceSummary& face : listed(*library)) {
      const std::size_t compared = expect_words_equal_lines(library, face);
      const bool has_thai = face.family != "Krut Symbols" && face.family != "Krut Emoji";
      if (!has_thai) continue;
      EXPECT_GE(compared, shared ? shared->size() : 1) << face.full_name;
      ++faces;
    }
  }
  EXPECT_GE(faces, 4U + 22U + 14U + 16U + 2U);
}

/// In hundred-thousandths of an em.
double advance_in(Setter& setter, const std::string& text, const char* family) {
  std::vector<MissingGlyph> missing;
  double advance = 0;
  for (const auto& run : runs_of(setter.prepare({span_of(text, family)}, missing))) {
    advance += static_cast<double>(run.shape->advance) * 100'000 / run.shape->font->units_per_em;
  }
  return advance;
}

/// The next character of ASCII and of the Thai block.
char32_t after(char32_t c) {
  if (c == '~') return U'ก';
  return c == U'ฺ' ? U'฿' : c + char32_t{1};
}

TEST(Shaping, the_real_faces_are_as_wide_as_krut_sarabun) {
  constexpr double letter_tolerance = 100;  // hundred-thousandths of an em: a unit of a real face
  Diagnostics diagnostics;
  Setter real(FontLibrary::load({KRUT_BUILD_FOLDER "/real-fonts/th"}, diagnostics));
  Setter ours(our_faces());
  for (const char* family : {"TH Sarabun New", "TH SarabunPSK"}) {
    for (const std::string& line : lines_to_set()) {
      // Where the real faces ligate ฤๅ and ฦๅ, ours does not: two words, seven thousandths of an em.
      if (line.find("ฤๅ") != std::string::npos || line.find("ฦๅ") != std::string::npos) continue;
      const double letters = static_cast<double>(utf8::to_utf32(line).size());
      EXPECT_NEAR(advance_in(real, line, family), advance_in(ours, line, family), letters * letter_tolerance / 4)
          << family << ": " << line;
    }
    for (char32_t c = ' '; c <= U'๛'; c = after(c)) {
      const std::string letter = utf8::encode(c);
      EXPECT_NEAR(advance_in(real, letter, family), advance_in(ours, letter, family), letter_tolerance) << letter;
    }
  }
}

}  // namespace
}  // namespace krut::text
