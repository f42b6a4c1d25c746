#include <gtest/gtest.h>

#include "base/limits.h"
#include "picture/drawer.h"
#include "picture/jpeg.h"
#include "picture/picture.h"
#include "unit/picture/jpeg_maker.h"

/// What is known of a JPEG without decoding it, and what the drawing program makes of one.
namespace krut::picture::test {

namespace {

/// "jpeg 3 x 5 turned 6", or why not.
std::string told_of(const std::string& bytes) {
  const Verdict verdict = judge(bytes);
  if (const auto* fault = std::get_if<Fault>(&verdict)) {
    EXPECT_FALSE(fault->hint.english.empty());
    EXPECT_FALSE(fault->what.thai.empty());
    return fault->what.english;
  }
  const auto& facts = std::get<Facts>(verdict);
  const std::string kind = facts.kind == Kind::jpeg ? "jpeg " : "other ";
  return kind + std::to_string(static_cast<int>(facts.width)) + " x " + std::to_string(static_cast<int>(facts.height)) +
         (facts.orientation == 1 ? "" : " turned " + std::to_string(facts.orientation));
}

std::string profile_of(const std::string& space) {
  std::string profile(132, '\0');
  profile[3] = '\x84';
  profile[8] = '\2';
  profile.replace(12, 8, "mntr" + space).replace(36, 4, "acsp");
  return profile;
}

std::string in_segment(const std::string& profile, char number = 1, char count = 1) {
  return segment('\xE2', std::string("ICC_PROFILE\0", 12) + number + count + profile);
}

std::string remade(const std::string& bytes, const PhotoWish& wish) {
  const auto result =
      Drawer(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture").remake(std::make_shared<const std::string>(bytes), wish);
  if (const auto* fault = std::get_if<Fault>(&result)) return fault->what.english;
  return *std::get<Remade>(result);
}

}  // namespace

TEST(Jpeg, is_known_by_its_size) {
  EXPECT_EQ(told_of(jpeg(400, 300, 3)), "jpeg 400 x 300");
  EXPECT_EQ(told_of(jpeg(9, 1, 1)), "jpeg 9 x 1");
  EXPECT_EQ(told_of(jpeg(16, 16, 4, adobe(0))), "jpeg 16 x 16");
}

TEST(Jpeg, may_be_progressive) {
  const std::string whole = start_of_image + tables() + frame(16, 16, 1, '\xC2') + scan(1, "\1", std::string(3, '\0')) +
                            '\0' + scan(1, "\1", std::string("\1\x3F\0", 3)) + '\0' + end_of_image;
  EXPECT_EQ(told_of(whole), "jpeg 16 x 16");
}

TEST(Jpeg, stands_as_its_camera_was_held) {
  EXPECT_EQ(told_of(jpeg(40, 30, 3, jfif + exif(6))), "jpeg 30 x 40 turned 6");
  EXPECT_EQ(told_of(jpeg(40, 30, 3, exif(8, false))), "jpeg 30 x 40 turned 8");
  EXPECT_EQ(told_of(jpeg(40, 30, 3, exif(3))), "jpeg 40 x 30 turned 3");
  EXPECT_EQ(told_of(jpeg(40, 30, 3, exif(1) + exif(6))), "jpeg 40 x 30");
  EXPECT_EQ(told_of(jpeg(40, 30, 3, exif(9))), "jpeg 40 x 30");
  for (std::size_t size = 0; size < 26; ++size) {  // notes that end anywhere turn nothing
    const std::string notes = exif(6).substr(10, size);
    EXPECT_EQ(told_of(jpeg(40, 30, 3, segment('\xE1', std::string("Exif\0\0", 6) + notes))).substr(0, 4), "jpeg");
  }
}

TEST(Jpeg, is_refused_with_the_reason) {
  const std::string whole = jpeg(64, 64, 3);
  EXPECT_EQ(told_of(whole.substr(0, whole.size() - 2)), "the JPEG is cut short");
  for (std::size_t size = 3; size < whole.size(); ++size)
    EXPECT_EQ(told_of(whole.substr(0, size)).substr(0, 4), "the ") << size;
  EXPECT_EQ(told_of(start_of_image + tables() + frame(640, 640, 1) + scan(1) + "\1\1" + end_of_image),
            "the JPEG is cut short");
  EXPECT_EQ(told_of(jpeg(8, 8, 2)), "the segment SOF of the JPEG is broken");
  EXPECT_EQ(told_of(start_of_image + tables() + frame(0, 8, 1) + end_of_image), "it has no size");
  EXPECT_EQ(told_of(start_of_image + tables() + frame(8, 8, 1, '\xC9') + scan(1) + end_of_image),
            "it is a JPEG with arithmetic coding");
  EXPECT_EQ(told_of(start_of_image + tables() + frame(8, 8, 1, '\xC3') + scan(1) + end_of_image),
            "it is a lossless JPEG");
  EXPECT_EQ(told_of(start_of_image + tables() + frame(8, 8, 1, '\xC1', 12) + scan(1) + end_of_image),
            "it is a JPEG of 12 bits");
  EXPECT_EQ(told_of(start_of_image + frame(8, 8, 1) + scan(1) + "\1" + end_of_image),
            "the JPEG lacks a table to decode it by");
  EXPECT_EQ(told_of(start_of_image + tables() + frame(8, 8, 1) + end_of_image), "the JPEG has no pixels");
}

TEST(Jpeg, has_limits) {
  EXPECT_EQ(told_of(start_of_image + tables() + frame(60'000, 60'000, 1) + scan(1) + end_of_image).substr(0, 35),
            "it has 60000 x 60000 pixels, more t");
  std::string scans;
  for (std::size_t i = 0; i <= limits::jpeg_scans; ++i) scans += scan(1, "\1", std::string("\0\0\1", 3)) + '\1';
  EXPECT_EQ(told_of(start_of_image + tables() + frame(8, 8, 1, '\xC2') + scans + end_of_image),
            "the JPEG has more scans than jpeg_scans 100");
}

TEST(Jpeg, leaves_the_notes_of_its_camera_behind) {
  const std::string plain = jpeg(16, 16, 3);
  const std::string noted =
      jpeg(16, 16, 3, jfif + exif(1) + segment('\xED', "Photoshop 3.0") + segment('\xFE', "13.75N"));
  EXPECT_EQ(without_notes(noted + "a moving picture"), plain);
  const std::string coloured = jpeg(16, 16, 3, jfif + in_segment(profile_of("RGB ")));
  EXPECT_EQ(without_notes(coloured), coloured);
}

TEST(Jpeg, tells_what_its_colours_mean) {
  EXPECT_FALSE(look_of_jpeg(jpeg(8, 8, 3)).is_inverted);
  EXPECT_TRUE(look_of_jpeg(jpeg(8, 8, 4, adobe(2))).is_inverted);
  EXPECT_FALSE(look_of_jpeg(jpeg(8, 8, 4, "")).is_inverted);
  EXPECT_TRUE(look_of_jpeg(jpeg(8, 8, 3, "", "RGB")).is_plain_rgb);
  EXPECT_FALSE(look_of_jpeg(jpeg(8, 8, 3, adobe(0), "RGB")).is_plain_rgb);
  const std::string profile = profile_of("RGB ");
  EXPECT_EQ(look_of_jpeg(jpeg(8, 8, 3, in_segment(profile))).profile, profile);
  const std::string parts = in_segment(profile.substr(70), 2, 2) + in_segment(profile.substr(0, 70), 1, 2);
  EXPECT_EQ(look_of_jpeg(jpeg(8, 8, 3, parts)).profile, profile);
  EXPECT_EQ(look_of_jpeg(jpeg(8, 8, 3, in_segment(profile, 1, 2))).profile, "");       // half of one
  EXPECT_EQ(look_of_jpeg(jpeg(8, 8, 3, in_segment(profile_of("CMYK")))).profile, "");  // of another picture
}

TEST(Jpeg, is_made_upright_without_loss_where_its_size_allows_it) {
  PhotoWish wish;
  wish.orientation = 6;
  EXPECT_EQ(told_of(remade(jpeg(40, 24, 3, ""), wish)), "jpeg 24 x 40");
  EXPECT_EQ(told_of(remade(jpeg(13, 9, 1), wish)), "jpeg 9 x 13");
}

/// The library warns of such a one, then gives up in the middle, and tells of the warning only.
TEST(Jpeg, that_breaks_off_behind_a_warning_is_made_anew_from_what_it_shows) {
  const std::string table = segment('\xDB', '\0' + std::string(64, '\1'));
  const std::string another = segment('\xDB', std::string("\0\1\2", 3) + std::string(62, '\1'));
  const std::string broken = start_of_image + table +
                             segment('\xC2', std::string("\x08\0\x10\0\x10\3\1\x22\0\2\x11\0\3\x11\0", 15)) +
                             segment('\xDA', std::string("\3\1\0\2\0\3\0\0\0\xBA", 10)) + another + end_of_image;
  ASSERT_EQ(told_of(broken), "jpeg 16 x 16");
  PhotoWish wish;
  wish.orientation = 6;
  EXPECT_EQ(told_of(remade(broken, wish)), "jpeg 16 x 16");
}

TEST(Jpeg, is_made_smaller_and_of_three_colours) {
  PhotoWish wish;
  wish.width = 5;
  wish.height = 4;
  wish.wants_rgb = true;
  const std::string made = remade(jpeg(40, 32, 4, adobe(0)), wish);
  EXPECT_EQ(told_of(made), "jpeg 5 x 4");
  EXPECT_EQ(look_of_jpeg(made).components, 3U);
}

TEST(Jpeg, keeps_its_profile_when_it_is_made_anew) {
  PhotoWish wish;
  wish.orientation = 3;
  const std::string profile = profile_of("RGB ");
  EXPECT_EQ(look_of_jpeg(remade(jpeg(16, 16, 3, jfif + in_segment(profile)), wish)).profile, profile);
}

TEST(Jpeg, is_made_anew_once_for_all_papers) {
  const Drawer drawer(KRUT_BUILD_FOLDER "/libexec/krut/krut-picture");
  const auto made = [&](const std::string& bytes, const PhotoWish& wish) {
    return std::get<Remade>(drawer.remake(std::make_shared<const std::string>(bytes), wish));
  };
  PhotoWish smaller;
  smaller.width = 20;
  smaller.height = 10;
  const Remade first = made(jpeg(400, 200, 3), smaller);
  EXPECT_EQ(made(jpeg(400, 200, 3), smaller), first) << "the very same";
  EXPECT_NE(made(jpeg(200, 100, 3), smaller), first);
  smaller.width = 21;
  EXPECT_NE(made(jpeg(400, 200, 3), smaller), first);
}

TEST(OtherKinds, are_told_by_name_with_a_way_out) {
  const std::string zeros(40, '\0');
  EXPECT_EQ(told_of("RIFF0000WEBPVP8 "), "it is a WebP file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of("GIF89a" + zeros), "it is a GIF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("II*\0", 4) + zeros), "it is a TIFF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("MM\0*", 4) + zeros), "it is a TIFF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of("BM1234" + zeros), "it is a BMP file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("\0\0\0\x18", 4) + "ftypheic" + zeros),
            "it is a HEIC file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("\0\0\0\x18", 4) + "ftypavif" + zeros),
            "it is an AVIF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("\0\0\1\0", 4) + zeros), "it is an ICO file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("II*\0\x10\0\0\0CR\2\0", 12) + zeros),
            "it is a CR2 (camera raw) file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("\1\0\0\0\x6C\0\0\0", 8) + std::string(32, '\0') + " EMF" + zeros),
            "it is an EMF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of("\xD7\xCD\xC6\x9A" + zeros), "it is a WMF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string("\1\0\x09\0\0\3", 6) + zeros), "it is a WMF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(std::string(40, 'w') + " EMF"), "it is neither a JPEG nor a PNG nor an SVG");
  EXPECT_EQ(told_of("%PDF-1.7"), "it is a PDF file; pictures are JPEG, PNG or SVG");
  EXPECT_EQ(told_of(""), "the file is empty");
  EXPECT_NE(told_of("BMW"), "it is a BMP file; pictures are JPEG, PNG or SVG");
}

}  // namespace krut::picture::test
