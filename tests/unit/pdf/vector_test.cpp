#include <gtest/gtest.h>

#include "base/error.h"
#include "pdf/foreign_page.h"
#include "pdf/foreign_value.h"
#include "pdf/pdf.h"
#include "picture/drawer.h"
#include "unit/pdf/page_builder.h"
#include "unit/pdf/tools.h"

/// Drawings that stay sharp at every size.
namespace krut::pdf::test {
namespace {

std::string svg(const std::string& inside) {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 92 100'>" +
         inside + "</svg>";
}

const std::string shapes =
    "<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/><stop offset='1' stop-color='#c00'/>"
    "</linearGradient></defs><rect width='92' height='50' fill='url(#g)'/>"
    "<g opacity='.5'><circle cx='30' cy='60' r='20' fill='#080'/><circle cx='40' cy='60' r='20' fill='#00c'/></g>"
    "<path d='M10 10L80 90' stroke='#000' stroke-width='3' stroke-dasharray='4 2'/>";

const picture::Drawer& drawer() {
  static const picture::Drawer one(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture");
  return one;
}

model::Pages page_with(const std::string& drawing) {
  model::Pages pages = document();
  pages.structure.emplace_back();
  pages.structure.back().role = model::Role::figure;
  pages.structure.back().parent = 1;
  pages.structure.back().alternative_text = "ภาพ";
  pages.pages = {empty_page()};
  model::PlacedImage image;
  image.owner = {static_cast<model::NodeIndex>(pages.structure.size() - 1)};
  model::Image drawn;
  drawn.kind = model::ImageKind::svg;
  drawn.bytes = std::make_shared<const std::string>(drawing);
  drawn.width = Length::millimetres(13.8);
  drawn.height = Length::millimetres(15);
  const auto look = drawer().draw(drawn.bytes, drawn.width, drawn.height, true);
  drawn.page = std::get<picture::Drawn>(look).page;
  drawn.png = std::get<picture::Drawn>(look).png;
  image.image = std::make_shared<const model::Image>(std::move(drawn));
  image.x = Length::millimetres(30);
  image.y = Length::millimetres(20);
  pages.pages[0].marks.emplace_back(image);
  return pages;
}

std::string written(const std::string& name, const std::string& drawing) {
  return unpacked(keep_file(name, write(page_with(drawing), {})));
}

TEST(Drawing, of_an_svg_is_lines_and_areas) {
  const std::string file = written("vector.pdf", svg(shapes));
  EXPECT_NE(file.find("/Subtype /Form"), std::string::npos);
  EXPECT_NE(file.find("/ShadingType 2"), std::string::npos);
  EXPECT_EQ(file.find("/Subtype /Image"), std::string::npos);
  EXPECT_EQ(file.find("/Interpolate"), std::string::npos);
}

TEST(Drawing, is_the_same_every_time) {
  EXPECT_EQ(write(page_with(svg(shapes)), {}), write(page_with(svg(shapes)), {}));
}

TEST(Drawing, stands_where_the_picture_shall_stand) {
  const std::string path =
      keep_file("vector-place.pdf", write(page_with(svg(R"(<rect width="92" height="100"/>)")), {}));
  const std::string boxes = read_with("mutool", "trace '" + path + "'").output;
  EXPECT_NE(boxes.find("fill_path"), std::string::npos) << boxes;
  const std::string seen = run("gs", "-q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=bbox '" + path + "'").output;
  EXPECT_NE(seen.find("%%BoundingBox: 85 742 125 786"), std::string::npos) << seen;
}

TEST(Drawing, with_letters_of_this_machine_becomes_pixels) {
  const std::string file = written("vector-text.pdf", svg(R"(<text x="10" y="50" font-size="30">ก</text>)"));
  EXPECT_NE(file.find("/Subtype /Image"), std::string::npos);
  EXPECT_EQ(file.find("/Interpolate"), std::string::npos);
}

TEST(Drawing, takes_nothing_from_outside_itself) {
  const std::string path = keep_file("outside.png", "no picture");
  const std::string file = written("vector-outside.pdf", svg("<image width='9' height='9' xlink:href='file://" + path +
                                                             "'/><script>while(1);</script>" + shapes));
  EXPECT_EQ(file.find("/Subtype /Image"), std::string::npos);
}

TEST(Drawing, that_is_damaged_on_the_way_is_our_own_fault) {
  for (const std::string damaged : {"", "%PDF-1.4", "startxref\n9999999", "xref\n0 1\nstartxref\n0\n",
                                    "xref\n0 0\ntrailer <</Root 1 0 R>>\nstartxref\n0\n"}) {
    ObjectFile file;
    EXPECT_THROW(static_cast<void>(import_page(file, damaged)), Error) << damaged;
  }
}

/// The smallest file that is read: a page, and two more objects.
std::string foreign_file(const std::string& page, const std::string& third, const std::string& fourth) {
  std::string file = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  for (const std::string& object : {std::string("<</Pages 2 0 R>>"), page, third, fourth}) {
    offsets.push_back(file.size());
    file += std::to_string(offsets.size()) + " 0 obj " + object + " endobj\n";
  }
  const std::size_t start = file.size();
  file += "xref\n1 4\n";
  for (const std::size_t offset : offsets) file += std::to_string(offset) + " 0 n\n";
  return file + "trailer <</Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n";
}

TEST(Drawing, that_refers_to_itself_on_the_way_ends_nobody) {
  const std::string page = "<</MediaBox [0 0 9 9]/Contents 3 0 R/Resources 4 0 R>>";
  const std::string content = "<</Length 0>> stream\n endstream";
  for (const std::string& file : {foreign_file(page, "<</Length 3 0 R>> stream\n endstream", "<<>>"),
                                  foreign_file(page, content, "<</A <</B 4 0 R>>>>"),
                                  foreign_file("<</MediaBox 2 0 R/Contents 2 0 R>>", content, "<<>>")}) {
    ObjectFile out;
    static_cast<void>(can_import(file));
    try {
      static_cast<void>(import_page(out, file));
    } catch (const Error&) {  // told is as good as left out
    }
  }
  EXPECT_TRUE(can_import(foreign_file(page, content, "<<>>")));
  EXPECT_FALSE(can_import("%PDF-1.4"));
}

}  // namespace
}  // namespace krut::pdf::test
