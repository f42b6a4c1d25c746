#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "text/families.h"
#include "text/fonts.h"
#include "workbench.h"

namespace krut::text {
namespace {

namespace fs = std::filesystem;

/// A folder that goes when the test does.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(fs::temp_directory_path() / ("krut-text-" + name)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  [[nodiscard]] std::string path() const { return path_.string(); }
  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

 private:
  fs::path path_;
};

std::string face_bytes(const std::string& file) {
  return files::read_whole(std::string(KRUT_FONT_FOLDER) + "/" + file, 1U << 20);
}

/// The same face under another family name of equal length, in all its names.
std::string renamed(std::string bytes, const std::string& from, const std::string& to) {
  std::string wide_from;
  std::string wide_to;
  for (const char letter : from) wide_from.append({'\0', letter});
  for (const char letter : to) wide_to.append({'\0', letter});
  for (const auto& [old_name, new_name] : {std::pair(from, to), std::pair(wide_from, wide_to)}) {
    for (std::size_t at = 0; (at = bytes.find(old_name, at)) != std::string::npos; at += new_name.size()) {
      bytes.replace(at, old_name.size(), new_name);
    }
  }
  return bytes;
}

std::shared_ptr<const FontLibrary> load(const std::vector<std::string>& folders) {
  Diagnostics diagnostics;
  auto library = FontLibrary::load(folders, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return library;
}

TEST(Families, names_are_compared_without_case_spaces_and_thai_nine) {
  EXPECT_EQ(folded_family("TH SarabunIT๙"), folded_family("th sarabun it9"));
  EXPECT_EQ(folded_family("TH Sarabun PSK"), folded_family("THSarabunPSK"));
  EXPECT_NE(folded_family("TH Sarabun New"), folded_family("TH SarabunPSK"));
}

TEST(Library, every_name_of_thai_sarabun_finds_our_face_at_the_nominal_size) {
  for (const char* family : {"TH SarabunPSK", "TH Sarabun PSK", "th sarabunpsk", "TH SarabunIT๙", "TH SarabunIT9",
                             "TH Sarabun New", "THSarabunNew"}) {
    const FoundFace found = our_faces()->find({family, true, false});
    ASSERT_TRUE(found.face) << family;
    EXPECT_EQ(found.match, Match::metric_compatible) << family;
    EXPECT_EQ(program(*found.face)->full_name, "Krut Sarabun Bold") << family;
    EXPECT_EQ(real_size(*found.face, 16_pt), 16_pt) << family;
  }
}

TEST(Library, our_own_name_is_exact_and_a_stranger_is_a_substitute) {
  EXPECT_EQ(our_faces()->find({"Krut Sarabun", false, false}).match, Match::exact);
  const FoundFace stranger = our_faces()->find({"Angsana New", false, true});
  EXPECT_EQ(stranger.match, Match::substitute);
  EXPECT_TRUE(program(*stranger.face)->is_italic);
}

TEST(Library, a_font_of_the_users_comes_before_ours) {
  const Folder folder("own");
  folder.write("deep/down/own.ttf", renamed(face_bytes("KrutSarabun.ttf"), "Krut Sarabun", "THSarabunPSK"));
  const auto library = load({folder.path(), KRUT_FONT_FOLDER});
  const FoundFace regular = library->find({"TH SarabunPSK", false, false});
  EXPECT_EQ(regular.match, Match::exact);
  EXPECT_EQ(program(*regular.face)->family, "THSarabunPSK");
  EXPECT_EQ(library->find({"TH Sarabun New", false, false}).match, Match::metric_compatible);
  EXPECT_EQ(program(*library->find({"TH Sarabun New", false, false}).face)->family, "THSarabunPSK");
  // A bold heading stays bold although the user gave the regular face only.
  const FoundFace bold = library->find({"TH SarabunPSK", true, false});
  EXPECT_EQ(bold.match, Match::substitute);
  EXPECT_TRUE(bold.lacks_style) << "and it is told that the user's font has no bold face";
  EXPECT_EQ(program(*bold.face)->full_name, "Krut Sarabun Bold");
}

TEST(Library, bold_of_another_family_beside_a_twin_with_a_regular_face_alone_is_a_substitute) {
  const Folder folder("twin");
  folder.write("new.ttf", renamed(face_bytes("KrutSarabun.ttf"), "Krut Sarabun", "THSarabunNew"));
  const auto library = load({folder.path(), KRUT_FONT_FOLDER});
  EXPECT_EQ(library->find({"TH SarabunPSK", false, false}).match, Match::metric_compatible);
  const FoundFace bold = library->find({"TH SarabunPSK", true, false});
  EXPECT_EQ(program(*bold.face)->full_name, "Krut Sarabun Bold");
  EXPECT_EQ(bold.match, Match::substitute);
  EXPECT_TRUE(bold.lacks_style);
  EXPECT_EQ(bold.twin, "THSarabunNew");
  folder.write("new-bold.ttf", renamed(face_bytes("KrutSarabun-Bold.ttf"), "Krut Sarabun", "THSarabunNew"));
  const auto whole = load({folder.path(), KRUT_FONT_FOLDER});
  EXPECT_EQ(whole->find({"TH SarabunPSK", true, false}).match, Match::metric_compatible);
  EXPECT_EQ(program(*whole->find({"TH SarabunPSK", true, false}).face)->full_name, "THSarabunNew Bold");
}

TEST(Library, a_font_that_changes_digits_never_stands_in_for_another) {
  const Folder folder("it9");
  folder.write("it9.ttf", renamed(face_bytes("KrutSarabun.ttf"), "Krut Sarabun", "THSarabunIT9"));
  const auto library = load({folder.path(), KRUT_FONT_FOLDER});
  EXPECT_EQ(library->find({"TH SarabunIT๙", false, false}).match, Match::exact);
  EXPECT_EQ(program(*library->find({"TH SarabunPSK", false, false}).face)->family, "Krut Sarabun");
}

TEST(Library, laksaman_itself_is_set_at_two_thirds_of_the_nominal_size) {
  const std::string folder = "/usr/share/fonts/truetype/tlwg";
  ASSERT_TRUE(fs::exists(folder)) << "Laksaman is not installed";
  Diagnostics diagnostics;
  const auto library = FontLibrary::load({folder}, diagnostics);
  for (const bool is_bold : {false, true}) {
    for (const char* family : {"Laksaman", "TH SarabunPSK"}) {
      const FoundFace found = library->find({family, is_bold, false});
      ASSERT_TRUE(found.face);
      EXPECT_EQ(program(*found.face)->family, "Laksaman");
      EXPECT_NEAR(real_size(*found.face, 16_pt).in_points(), 10.645, 0.001);
    }
    EXPECT_EQ(library->find({"TH SarabunPSK", is_bold, false}).match, Match::metric_compatible);
  }
}

TEST(Library, a_face_of_other_proportions_is_told_from_sarabun) {
  // Measured: Laksaman, and the Sarabun redrawn for the web, in thousandths of an em.
  const Likeness laksaman = {
      .ko_kai_advance = 580, .ko_kai_height = 602, .no_nen_advance = 816, .thai_zero_advance = 675};
  const Likeness web = {.ko_kai_advance = 605, .ko_kai_height = 586, .no_nen_advance = 850, .thai_zero_advance = 640};
  EXPECT_EQ(sarabun_adjustment(laksaman, false), (SizeAdjustment{1000, 1503}));
  EXPECT_EQ(sarabun_adjustment(web, false), std::nullopt);
  EXPECT_EQ(look_alike_adjustment("sarabun", web), (SizeAdjustment{65, 100}));
}

TEST(Library, a_broken_file_is_a_warning_that_names_it) {
  const Folder folder("broken");
  folder.write("broken.ttf", "this is not a font");
  folder.write("empty.otf", "");
  folder.write("readme.txt", "neither is this");
  folder.write("whole.ttf", face_bytes("KrutSarabun.ttf"));
  Diagnostics diagnostics;
  const auto library = FontLibrary::load({folder.path()}, diagnostics);
  EXPECT_EQ(listed(*library).size(), 1U);
  ASSERT_EQ(diagnostics.items().size(), 2U);
  EXPECT_EQ(diagnostics.items()[0].code, "font.not-a-font");
  EXPECT_EQ(diagnostics.items()[0].severity, Severity::warning);
  EXPECT_EQ(diagnostics.items()[0].where.file, folder.path() + "/broken.ttf");
  EXPECT_FALSE(diagnostics.items()[0].message.thai.empty());
}

TEST(Library, a_font_cut_short_anywhere_never_brings_the_program_down) {
  const std::string bytes = face_bytes("KrutSarabun.ttf");
  for (std::size_t size = 0; size < bytes.size(); size += bytes.size() / 40) {
    const Folder folder("cut");
    folder.write("cut.ttf", bytes.substr(0, size));
    Diagnostics diagnostics;
    const auto library = FontLibrary::load({folder.path()}, diagnostics);
    EXPECT_EQ(library->list(diagnostics).size() + diagnostics.items().size(), 1U);
  }
}

TEST(Library, a_face_that_is_damaged_is_told_by_name_and_others_are_used) {
  const Folder folder("damaged");
  std::string bytes = renamed(face_bytes("KrutSarabun.ttf"), "Krut Sarabun", "Another Font");
  const std::size_t entry = bytes.find("hmtx");
  ASSERT_LT(entry, 300U);
  bytes.replace(entry + 12, 4, std::string("\0\0\0\4", 4));
  folder.write("damaged.ttf", bytes);
  folder.write("whole.ttf", face_bytes("KrutSarabun.ttf"));
  Diagnostics diagnostics;
  const auto library = FontLibrary::load({folder.path()}, diagnostics);
  EXPECT_EQ(listed(*library).size(), 1U);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "font.damaged");
  EXPECT_EQ(diagnostics.items()[0].where.file, folder.path() + "/damaged.ttf");
  EXPECT_NE(diagnostics.items()[0].message.english.find("hmtx"), std::string::npos);
  EXPECT_TRUE(library->damage_of({"Another Font", false, false}));
  EXPECT_FALSE(library->damage_of({"Another Font", true, false}));
  EXPECT_FALSE(library->damage_of({"TH SarabunPSK", false, false}));
}

TEST(Library, a_folder_that_is_not_there_is_an_error) {
  Diagnostics diagnostics;
  try {
    (void)FontLibrary::load({"/no/such/folder"}, diagnostics);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::resource_missing);
    EXPECT_NE(error.diagnostic().message.english.find("/no/such/folder"), std::string::npos);
  }
}

TEST(Library, an_empty_library_finds_nothing_and_refuses_to_set) {
  const Folder folder("none");
  const auto library = load({folder.path()});
  EXPECT_FALSE(library->find({"TH SarabunPSK", false, false}).face);
  Setter setter(library);
  std::vector<MissingGlyph> missing;
  EXPECT_THROW((void)setter.prepare({span_of("ก")}, missing), Error);
}

TEST(Library, the_list_is_in_the_order_of_folders_and_names) {
  const auto faces = listed(*our_faces());
  for (std::size_t i = 1; i < faces.size(); ++i) EXPECT_LT(faces[i - 1].path, faces[i].path);
}

}  // namespace
}  // namespace krut::text
