#include <gtest/gtest.h>
#include <png.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>

#include "base/error.h"
#include "pdf/pdf.h"
#include "picture/bitmap.h"
#include "picture/drawer.h"
#include "unit/pdf/content_scanner.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/report_builder.h"
#include "unit/pdf/tools.h"

/// Whole files: what stands on the pages and what a program finds in them.
namespace krut::pdf::test {
namespace {

const Options dated{.producer = "krut 1.0", .created_at = 1'681'095'600};

std::string png(std::uint32_t format, std::vector<unsigned char> samples, std::uint32_t width, std::uint32_t height) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  std::string bytes(100'000, '\0');
  png_alloc_size_t size = bytes.size();
  EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &size, 0, samples.data(), 0, nullptr), 0);
  bytes.resize(size);
  return bytes;
}

model::PlacedImage placed(model::ImageKind kind, std::string bytes) {
  model::PlacedImage placed;
  placed.owner.node = paragraph_node;
  model::Image image;
  image.kind = kind;
  image.bytes = std::make_shared<const std::string>(std::move(bytes));
  image.width = image.height = Length::millimetres(15);
  image.alternative_text = "ตราครุฑ";
  if (kind == model::ImageKind::svg) {
    const picture::Drawer drawer(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture");
    image.page = std::get<picture::Drawn>(drawer.draw(image.bytes, image.width, image.height, false)).page;
  }
  placed.image = std::make_shared<const model::Image>(std::move(image));
  placed.x = Length::millimetres(30);
  placed.y = Length::millimetres(15);
  return placed;
}

/// A page with everything that can stand on one.
model::Pages full_pages() {
  model::Pages pages = lines_document(built_face(), nasty_lines());
  std::vector<model::Mark>& marks = pages.pages[0].marks;
  model::TextLine underlined = line(built_face("-Bold"), "ขีดเส้นใต้  ", Length::millimetres(30), Length::points(600));
  for (model::TextPiece& piece : underlined.pieces) piece.is_underlined = true;
  marks.emplace_back(underlined);
  marks.emplace_back(line(built_face(), "กระจายเต็มบรรทัด", Length::millimetres(30), Length::points(620),
                          Length::points(16), Length::points(0.3)));
  marks.emplace_back(line(built_face(), "ก", Length::millimetres(30), Length::points(630)));
  model::TextLine footer = line(built_face(), "- ๑ -", Length::millimetres(100), Length::points(800));
  footer.owner = {0, model::ArtifactKind::page_footer};
  marks.emplace_back(footer);
  model::Rule dots;
  dots.x1 = Length::millimetres(40);
  dots.x2 = Length::millimetres(190);
  dots.y1 = dots.y2 = Length::points(640);
  dots.thickness = Length::points(0.48);
  dots.dash = Length::points(0.48);
  dots.gap = Length::points(2.4);
  marks.emplace_back(dots);
  model::Box box;
  box.owner.node = paragraph_node;
  box.x = Length::millimetres(30);
  box.y = Length::points(650);
  box.width = box.height = Length::points(6.4);
  box.thickness = Length::points(0.48);
  box.is_ticked = true;
  marks.emplace_back(box);
  marks.emplace_back(
      placed(model::ImageKind::png, png(PNG_FORMAT_RGBA, std::vector<unsigned char>(400, 0x80), 10, 10)));
  return pages;
}

TEST(Page, has_every_operator_inside_a_tag_or_an_artifact) {
  const std::string path = keep_file("full.pdf", write(full_pages(), dated));
  const std::vector<std::string> streams = content_streams(unpacked(path));
  ASSERT_EQ(streams.size(), 1U);
  const std::vector<Operation> operations = scan(streams[0]);
  std::set<std::string> painting;
  for (const Operation& operation : operations) {
    if (operation.name == "BDC" || operation.name == "BMC" || operation.name == "EMC") continue;
    EXPECT_TRUE(std::any_of(operation.tags.begin(), operation.tags.end(), [](const std::string& tag) {
      return tag.starts_with("/Artifact") || tag.find("/MCID") != std::string::npos;
    })) << operation.name;
    painting.insert(operation.name);
  }
  for (const char* name : {"Tj", "TJ", "S", "re", "Do"}) EXPECT_EQ(painting.count(name), 1U) << name;
  const ToolResult check = run("qpdf", "--check '" + path + "'");
  EXPECT_EQ(check.status, 0) << check.output;
}

TEST(Page, gives_every_content_of_the_text_its_own_number) {
  const std::vector<std::string> streams = content_streams(unpacked(keep_file("mcid.pdf", write(full_pages(), dated))));
  std::set<std::string> numbers;
  for (const Operation& operation : scan(streams.at(0))) {
    if (operation.name != "BDC" || operation.operands[1].find("/MCID") == std::string::npos) continue;
    EXPECT_TRUE(numbers.insert(operation.operands[1]).second) << operation.operands[1];
  }
  EXPECT_GT(numbers.size(), nasty_lines().size());
}

TEST(Page, uses_no_code_without_unicode) {
  const std::string file = unpacked(keep_file("codes.pdf", write(lines_document(built_face(), nasty_lines()), {})));
  std::set<std::string> mapped;
  std::istringstream lines(file);
  bool is_inside = false;
  for (std::string text; std::getline(lines, text);) {
    if (text.find("endbfchar") != std::string::npos) is_inside = false;
    if (is_inside) {
      EXPECT_GE(text.size(), std::string("<0001> <0E01>").size()) << text;
      mapped.insert(text.substr(1, 4));
    }
    if (text.find("beginbfchar") != std::string::npos) is_inside = true;
  }
  std::size_t used = 0;
  for (const Operation& operation : scan(content_streams(file).at(0))) {
    if (operation.name != "Tj" && operation.name != "TJ") continue;
    for (const std::string& operand : operation.operands) {
      for (std::size_t i = 0; i + 1 < operand.size() && operand[0] == '\0'; i += 2, ++used) {
        char hex[5];
        std::snprintf(hex, sizeof hex, "%02X%02X", static_cast<unsigned char>(operand[i]),
                      static_cast<unsigned char>(operand[i + 1]));
        EXPECT_EQ(mapped.count(hex), 1U) << hex;
      }
    }
  }
  EXPECT_GT(used, 500U);
}

/// Where MuPDF finds each character that stands on the pen, by order.
std::vector<double> origins(const std::string& path) {
  const ToolResult text = read_with("mutool", "draw -q -F stext '" + path + "'");
  std::vector<double> out;
  for (std::size_t at = 0; (at = text.output.find("<char ", at)) != std::string::npos; ++at) {
    const std::size_t x = text.output.find(" x=\"", at);
    out.push_back(std::stod(text.output.substr(x + 4)));
  }
  return out;
}

TEST(Page, has_every_letter_within_a_hundredth_of_a_point) {
  model::Pages pages = document();
  pages.pages.push_back(empty_page());
  model::TextLine text = line(built_face(), "กขคงจ abc", Length::points(100.123), Length::points(100),
                              Length::points(16), Length::points(0.37));
  const model::TextLine bold = line(built_face("-Bold"), "ก x ข", Length::points(333.333), Length::points(100),
                                    Length::points(14.5), Length::points(0.11));
  text.pieces.insert(text.pieces.end(), bold.pieces.begin(), bold.pieces.end());
  const model::TextLine late = line(built_face(), "ท้าย", Length::points(450.5), Length::points(100));
  text.pieces.insert(text.pieces.end(), late.pieces.begin(), late.pieces.end());
  pages.pages[0].marks.emplace_back(text);
  std::vector<double> wanted;
  for (const model::TextPiece& piece : text.pieces) {
    Length x = piece.x;
    for (const model::Cluster& cluster : piece.shape->clusters) {
      wanted.push_back(x.in_points());
      if (cluster.text_size > 3) wanted.push_back(-1);  // a mark follows
      x += piece.size.scaled(cluster.advance, piece.shape->font->units_per_em) + piece.cluster_spacing;
    }
  }
  const std::vector<double> got = origins(keep_file("places.pdf", write(pages, {})));
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (wanted[i] > 0) {
      EXPECT_NEAR(got[i], wanted[i], 0.01) << i;
    }
  }
}

TEST(Page, may_be_empty) {
  model::Pages pages = document();
  pages.pages.push_back(empty_page());
  const std::string path = keep_file("empty.pdf", write(pages, {}));
  const ToolResult check = run("qpdf", "--check '" + path + "'");
  EXPECT_EQ(check.status, 0) << check.output;
  EXPECT_EQ(read_with("pdftotext", "'" + path + "' -").output, "\f");
}

TEST(File, is_the_same_byte_for_byte_when_made_again) {
  EXPECT_EQ(write(full_pages(), dated), write(full_pages(), dated));
  EXPECT_NE(write(full_pages(), dated), write(full_pages(), {.producer = "krut 1.0", .created_at = 1}));
}

TEST(File, tells_its_title_dates_and_maker_and_no_date_unasked) {
  const std::string info = run("pdfinfo", "'" + keep_file("info.pdf", write(full_pages(), dated)) + "'").output;
  EXPECT_NE(info.find("รายงานผล"), std::string::npos) << info;
  EXPECT_NE(info.find("องค์การบริหารส่วนตำบลตัวอย่าง"), std::string::npos) << info;
  EXPECT_NE(info.find("krut 1.0"), std::string::npos) << info;
  EXPECT_NE(info.find("Mon Apr 10"), std::string::npos) << info;
  EXPECT_NE(info.find("595.276 x 841.89 pts"), std::string::npos) << info;
  const std::string undated = run("pdfinfo", "'" + keep_file("undated.pdf", write(full_pages(), {})) + "'").output;
  EXPECT_EQ(undated.find("Date"), std::string::npos) << undated;
}

TEST(File, with_long_names_is_read_without_complaint) {
  model::Pages pages = report();
  std::string words;
  for (int i = 0; i < 40; ++i) words += "คำยาว";
  pages.title = pages.author = pages.outline[0].title = words;
  pages.structure[2].alternative_text = words;
  // Enough parts for the number of an object stream to look like a place in the file.
  for (int i = 0; i < 1'000; ++i) {
    pages.structure.emplace_back();
    pages.structure.back().role = model::Role::data_cell;
    pages.structure.back().parent = 1;
  }
  const std::string path = keep_file("long.pdf", write(pages, dated));
  const std::string info = run("pdfinfo", "'" + path + "'").output;
  EXPECT_NE(info.find(words), std::string::npos) << info;
  const std::string tags = run("pdfinfo", "-struct '" + path + "'").output;
  EXPECT_EQ((info + tags).find("Error"), std::string::npos) << info;
}

TEST(File, has_an_outline_and_page_labels_in_thai) {
  model::Pages pages = document();
  for (const char* label : {"๑", "๒", "๓"}) pages.pages.push_back(empty_page(label));
  pages.outline = {{1, "บทนำ", 0, Length::points(80)},
                   {2, "น้ำท่วม", 1, Length::points(90)},
                   {4, "ลึก", 1, Length::points(120)},
                   {1, "สรุป", 2, Length::points(70)}};
  const std::string path = keep_file("outline.pdf", write(pages, {}));
  const std::string outline = read_with("mutool", "show '" + path + "' outline").output;
  const std::vector<std::string> rows = split_lines(outline);
  ASSERT_EQ(rows.size(), 4U) << outline;
  const std::vector<std::string> wanted = {"บทนำ", "น้ำท่วม", "ลึก", "สรุป"};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NE(rows[i].find(wanted[i]), std::string::npos) << outline;
  const std::string json = read_with("qpdf", "--json=1 --json-key=pagelabels '" + path + "'").output;
  for (const char* label : {"๑", "๒", "๓"}) EXPECT_NE(json.find(label), std::string::npos) << json;
}

TEST(File, may_have_more_pages_than_libharu_puts_on_one_branch) {
  model::Pages pages = document();
  pages.pages.resize(33'000, empty_page(""));
  const std::string path = keep_file("many.pdf", write(pages, {}));
  EXPECT_EQ(read_with("qpdf", "--show-npages '" + path + "'").output, "33000\n");
}

TEST(File, with_more_pages_than_the_limit_is_refused) {
  model::Pages pages = document();
  pages.pages.resize(50'001);
  EXPECT_THROW(static_cast<void>(write(pages, {})), Error);
}

TEST(File, never_embeds_a_font_against_its_makers_will) {
  auto font = std::make_shared<model::FontProgram>(*built_face());
  font->may_be_embedded = false;
  try {
    static_cast<void>(write(lines_document(font, {"ก"}), {}));
    FAIL() << "it was embedded";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::conformance);
  }
}

TEST(File, never_shows_a_letter_that_the_font_lacks) {
  EXPECT_THROW(static_cast<void>(write(lines_document(built_face(), {"ก中"}), {})), Error);
}

TEST(Picture, of_every_kind_is_drawn) {
  const std::vector<unsigned char> black(400, 0x00);
  std::vector<unsigned char> half(400, 0x00);
  for (std::size_t i = 3; i < half.size(); i += 4) half[i] = i < 200 ? 0xFF : 0x00;
  const std::string svg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10H0z" fill="#c00"/></svg>)";
  const std::vector<std::pair<model::ImageKind, std::string>> pictures = {
      {model::ImageKind::png, png(PNG_FORMAT_GRAY, black, 10, 10)},
      {model::ImageKind::png, png(PNG_FORMAT_RGBA, half, 10, 10)},
      {model::ImageKind::svg, svg}};
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    model::Pages pages = document();
    pages.pages.push_back(empty_page());
    pages.pages[0].marks.emplace_back(placed(pictures[i].first, pictures[i].second));
    const std::string path = keep_file("picture" + std::to_string(i) + ".pdf", write(pages, {}));
    // 5 mm square, a third of the picture from its top left corner, at one dot a millimetre.
    const ToolResult drawn = read_with("mutool", "draw -q -r 25.4 -c rgb -F ppm -o - '" + path + "'");
    const std::string samples = drawn.output.substr(drawn.output.size() - 3 * 210 * 297);
    const auto sample = [&](std::size_t x, std::size_t y) { return samples.substr(3 * (210 * y + x), 3); };
    EXPECT_EQ(sample(37, 18),
              pictures[i].first == model::ImageKind::svg ? std::string("\xCC\0\0", 3) : std::string(3, 0))
        << i;
    EXPECT_EQ(sample(50, 18), "\xFF\xFF\xFF") << i;
    EXPECT_EQ(sample(37, 28) == "\xFF\xFF\xFF", i == 1) << i;
  }
}

TEST(Picture, as_svg_becomes_the_same_png_each_time_with_600_dots_to_the_inch) {
  const std::string svg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H10V10H0z" fill="#c00"/></svg>)";
  const auto drawn = [&] {
    const picture::Drawer drawer(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture");
    const auto bytes = std::make_shared<const std::string>(svg);
    const auto look = drawer.draw(bytes, Length::millimetres(254) / 5, Length::millimetres(127) / 5, true);
    return *std::get<picture::Drawn>(look).png;
  };
  const std::string png = drawn();
  EXPECT_EQ(png, drawn());
  const picture::Bitmap bitmap = picture::decode_png(png);
  EXPECT_EQ(bitmap.width, 1200U);
  EXPECT_EQ(bitmap.height, 600U);
  const auto pixel = [&](std::size_t x, std::size_t y) { return bitmap.rgba.substr(4 * (y * bitmap.width + x), 4); };
  EXPECT_EQ(pixel(300, 300), "\xCC" + std::string(2, '\0') + "\xFF");
  EXPECT_EQ(pixel(900, 300), std::string(4, '\0'));
}

TEST(Picture, that_is_damaged_is_an_error_and_not_the_end) {
  std::string damaged = png(PNG_FORMAT_GRAY, std::vector<unsigned char>(10'000, 0x55), 100, 100);
  damaged.resize(damaged.size() / 2);
  for (const auto& [kind, bytes] : std::vector<std::pair<model::ImageKind, std::string>>{
           {model::ImageKind::png, damaged}, {model::ImageKind::png, "no picture"}}) {
    model::Pages pages = document();
    pages.pages.push_back(empty_page());
    pages.pages[0].marks.emplace_back(placed(kind, bytes));
    try {
      static_cast<void>(write(pages, {}));
      FAIL() << "it was drawn";
    } catch (const Error& error) {
      EXPECT_EQ(error.diagnostic().code, "picture.not-decoded");
    }
  }
}

}  // namespace
}  // namespace krut::pdf::test
