#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "text/face_style.h"
#include "text/outside_face.h"
#include "workbench.h"

namespace krut::text {
namespace {

namespace fs = std::filesystem;

/// The faces that tests/fonts/real_fonts.txt pins.
const std::string real_fonts = KRUT_BUILD_FOLDER "/real-fonts/";

std::shared_ptr<const FontLibrary> loaded(const std::string& folder) {
  Diagnostics diagnostics;
  auto library = FontLibrary::load({folder}, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return library;
}

std::string name_found(const FontLibrary& library, const FaceRequest& request) {
  return program(*library.find(request).face)->full_name;
}

/// The weights in the order in which they are chosen.
std::vector<int> order_for(bool is_bold) {
  std::vector<int> weights = {100, 200, 300, 400, 500, 600, 700, 800, 900};
  const auto distance = [&](int weight) {
    FaceStyle style;
    style.weight = weight;
    return style_distance(style, is_bold, false);
  };
  std::sort(weights.begin(), weights.end(), [&](int a, int b) { return distance(a) < distance(b); });
  return weights;
}

TEST(Weights, are_tried_in_the_order_of_css) {
  EXPECT_EQ(order_for(false), (std::vector{400, 500, 300, 200, 100, 600, 700, 800, 900}));
  EXPECT_EQ(order_for(true), (std::vector{700, 800, 900, 600, 500, 400, 300, 200, 100}));
}

TEST(Weights, width_counts_for_more_than_slope_and_slope_for_more_than_weight) {
  const FaceStyle narrow_bold{700, 75, Slope::upright, true};
  const FaceStyle italic_bold{700, 100, Slope::italic, true};
  const FaceStyle regular{400, 100, Slope::upright, false};
  const FaceStyle oblique{400, 100, Slope::oblique, false};
  EXPECT_LT(style_distance(regular, true, false), style_distance(italic_bold, true, false));
  EXPECT_LT(style_distance(italic_bold, true, false), style_distance(narrow_bold, true, false));
  EXPECT_LT(style_distance(oblique, false, true), style_distance(regular, false, true));
  EXPECT_LT(style_distance(italic_bold, false, true), style_distance(oblique, false, true));
}

TEST(Weights, of_sarabuns_eight_the_regular_and_the_bold_one_are_found) {
  const auto library = loaded(real_fonts + "sarabun");
  EXPECT_EQ(name_found(*library, {"Sarabun", false, false}), "Sarabun Regular");
  EXPECT_EQ(name_found(*library, {"Sarabun", true, false}), "Sarabun Bold");
  EXPECT_EQ(name_found(*library, {"Sarabun", false, true}), "Sarabun Italic");
  EXPECT_EQ(name_found(*library, {"Sarabun", true, true}), "Sarabun Bold Italic");
  for (const bool is_bold : {false, true}) {
    EXPECT_EQ(library->find({"Sarabun", is_bold, false}).match, Match::exact);
  }
}

TEST(Weights, one_that_is_asked_for_by_its_own_name_is_exact) {
  const auto library = loaded(real_fonts + "sarabun");
  for (const char* name : {"Sarabun Thin", "Sarabun SemiBold", "Sarabun ExtraBold Italic"}) {
    EXPECT_EQ(name_found(*library, {name, false, false}), name);
    EXPECT_EQ(library->find({name, false, false}).match, Match::exact) << name;
  }
}

TEST(Weights, a_thin_and_a_semibold_one_are_substitutes_for_regular_and_bold) {
  const fs::path folder = fs::temp_directory_path() / "krut-text-weights";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const char* weight : {"Thin", "SemiBold"}) {
    const std::string file = std::string("Sarabun-") + weight + ".ttf";
    fs::copy_file(real_fonts + "sarabun/" + file, folder / file);
  }
  const auto library = loaded(folder.string());
  fs::remove_all(folder);
  EXPECT_EQ(name_found(*library, {"Sarabun", false, false}), "Sarabun Thin");
  EXPECT_EQ(name_found(*library, {"Sarabun", true, false}), "Sarabun SemiBold");
  for (const bool is_bold : {false, true}) {
    const FoundFace found = library->find({"Sarabun", is_bold, false});
    EXPECT_EQ(found.match, Match::substitute);
    EXPECT_TRUE(found.lacks_style);
  }
}

TEST(Weights, bold_of_a_family_with_only_a_regular_face_is_a_substitute) {
  const auto library = loaded(real_fonts + "th");
  EXPECT_EQ(library->find({"TH Niramit AS", false, false}).match, Match::exact);
  const FoundFace bold = library->find({"TH Niramit AS", true, false});
  EXPECT_EQ(bold.match, Match::substitute);
  EXPECT_TRUE(bold.lacks_style);
  EXPECT_EQ(program(*bold.face)->family, "TH Niramit AS");
}

TEST(Weights, bold_of_a_variable_font_is_an_instance_of_its_weight_axis) {
  const auto library = loaded(real_fonts + "noto");
  std::vector<std::int64_t> widths;
  for (const bool is_bold : {false, true}) {
    const FoundFace found = library->find({"Noto Sans Thai", is_bold, false});
    ASSERT_TRUE(found.face);
    EXPECT_EQ(found.match, Match::exact);
    const model::FontProgram& instance = *program(*found.face);
    EXPECT_EQ(instance.full_name, is_bold ? "Noto Sans Thai Bold" : "Noto Sans Thai Regular");
    EXPECT_EQ(instance.postscript_name, is_bold ? "NotoSansThai-Bold" : "NotoSansThai-Regular");
    EXPECT_EQ(instance.is_bold, is_bold);
    const OutsideFace embedded(*instance.bytes, instance.face_index);
    EXPECT_TRUE(embedded.axes().empty()) << "what is embedded has one weight";
    EXPECT_FALSE(embedded.has_table("gvar"));
    widths.push_back(embedded.advance_of(U'ก'));
  }
  EXPECT_LT(widths[0], widths[1]);
}

}  // namespace
}  // namespace krut::text
