#include <gtest/gtest.h>

#include <random>

#include "base/error.h"
#include "base/limits.h"
#include "picture/bitmap.h"
#include "picture/verdicts.h"
#include "unit/picture/png_maker.h"

/// Pictures made of pixels: sound ones are taken, and each way to be damaged is told.
namespace krut::picture::test {

using namespace std::string_literals;

namespace {

std::string told_of(const std::string& bytes) {
  const Verdict verdict = judge(bytes);
  if (std::holds_alternative<Facts>(verdict)) return "sound";
  EXPECT_FALSE(std::get<Fault>(verdict).hint.empty());
  return std::get<Fault>(verdict).what.english;
}

/// Width to height of a picture made of these parts, or what is wrong with it.
std::string made_of(const std::string& head, const std::string& rows, const std::string& between = "",
                    const std::string& behind = "") {
  return told_of(signature + head + between + chunk("IDAT", stored(rows)) + behind + chunk("IEND", ""));
}

const std::string end = chunk("IEND", "");
const std::string palette = chunk("PLTE", "\1\2\3\4\5\6"s);

}  // namespace

TEST(Png, tells_its_size) {
  const Verdict verdict = judge(png(7, 300));
  ASSERT_TRUE(std::holds_alternative<Facts>(verdict));
  EXPECT_EQ(std::get<Facts>(verdict).width, 7);
  EXPECT_EQ(std::get<Facts>(verdict).height, 300);
}

TEST(Png, of_every_kind_of_pixels_is_taken) {
  EXPECT_EQ(made_of(header(9, 2, 1, 0), "\0ab\0ab"s), "sound");
  EXPECT_EQ(made_of(header(1, 1, 16, 6), "\0"s + "12345678"), "sound");
  EXPECT_EQ(made_of(header(3, 1, 4, 3), "\0ab"s, palette + chunk("tRNS", "\0"s)), "sound");
  EXPECT_EQ(made_of(header(2, 1, 8, 2), "\1abcdef"s, chunk("tRNS", "\0\0\0\0\0\0"s)), "sound");
  EXPECT_EQ(made_of(header(2, 1, 8, 4), "\4abcd"s, chunk("tEXt", "Author\0x"s), chunk("tIME", "1234567")), "sound");
}

TEST(Png, may_be_interlaced_or_move) {
  // 3 x 2 of grey: passes of 1, 1, 2, 3 pixels a row (Adam7).
  EXPECT_EQ(made_of(header(3, 2, 8, 0, 1), "\0a\0bb\0c\0ddd"s.substr(0, 2) + "\0b"s + "\0c"s + "\0ddd"s), "sound");
  EXPECT_EQ(made_of(header(3, 2, 8, 0, 1), "\0a\0b\0c\0dd"s), "the PNG lacks pixels: it was cut short");
  EXPECT_EQ(made_of(header(1, 1), "\0a"s, chunk("acTL", "\0\0\0\1\0\0\0\0"s), chunk("fdAT", "\0\0\0\2x"s)), "sound");
}

TEST(Png, may_come_in_many_pieces) {
  const std::string packed = stored(grey_rows(40, 40));
  std::string pieces;
  for (const char byte : packed) pieces += chunk("IDAT", std::string(1, byte));
  EXPECT_EQ(told_of(signature + header(40, 40) + pieces + end), "sound");
  EXPECT_EQ(
      told_of(signature + header(40, 40) + chunk("IDAT", packed) + chunk("tIME", "1234567") + chunk("IDAT", "") + end),
      "the chunk IDAT of the PNG is out of place or of a wrong size");
}

TEST(Png, that_is_cut_anywhere_is_told) {
  const std::string whole = png(30, 30);
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE(told_of(whole.substr(0, size)), "sound") << size;
  EXPECT_EQ(made_of(header(30, 30), grey_rows(30, 29)), "the PNG lacks pixels: it was cut short");
  EXPECT_EQ(told_of(signature + header(30, 30) + end), "the PNG has no pixels");
}

TEST(Png, with_any_byte_changed_is_told) {
  const std::string whole = png(5, 5);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_NE(told_of(damaged), "sound") << at;
  }
}

TEST(Png, with_something_too_much_is_told) {
  EXPECT_EQ(told_of(png(5, 5) + "x"), "something follows the end of the PNG");
  EXPECT_EQ(made_of(header(5, 5), grey_rows(5, 6)), "the PNG holds more pixels than its size says");
  EXPECT_EQ(told_of(signature + header(5, 5) + chunk("IDAT", stored(grey_rows(5, 5)) + "x") + end),
            "the PNG has bytes behind its pixels");
  EXPECT_EQ(made_of(header(5, 5) + header(5, 5), grey_rows(5, 5)),
            "the chunk IHDR of the PNG is out of place or of a wrong size");
  EXPECT_EQ(made_of(header(5, 5) + chunk("CgBI", "1234"), grey_rows(5, 5)),
            "the chunk CgBI of the PNG is out of place or of a wrong size");
}

TEST(Png, with_rows_that_cannot_be_is_told) {
  EXPECT_EQ(made_of(header(1, 1), "\5a"s), "the PNG names a filter of a row that does not exist");
  EXPECT_EQ(told_of(signature + header(1, 1) + chunk("IDAT", "nothing packed") + end),
            "the pixels of the PNG are damaged");
}

TEST(Png, with_a_header_that_cannot_be_is_told) {
  for (const std::string& head : {header(1, 1, 3), header(1, 1, 8, 5), header(1, 1, 16, 3), header(1, 1, 4, 2),
                                  header(1, 1, 8, 0, 2), chunk("IHDR", "1234"), chunk("gAMA", "1234")}) {
    EXPECT_EQ(made_of(head, "\0a"s), "the header of the PNG is broken");
  }
  EXPECT_EQ(made_of(header(0, 1), ""), "it has no size");
  EXPECT_EQ(made_of(header(0x80000000U, 1), ""), "it has no size");
}

TEST(Png, with_a_palette_that_cannot_be_is_told) {
  const std::string rows = "\0a"s;
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows), "the PNG has no palette");
  const std::string wrong_palette = "the chunk PLTE of the PNG is out of place or of a wrong size";
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows, chunk("PLTE", "")), wrong_palette);
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows, chunk("PLTE", "abcd")), wrong_palette);
  EXPECT_EQ(made_of(header(1, 1, 1, 3), rows, chunk("PLTE", "abcdefghi")), wrong_palette);
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows, palette + palette), wrong_palette);
  EXPECT_EQ(made_of(header(1, 1, 8, 0), rows, palette), wrong_palette);
  const std::string wrong_transparency = "the chunk tRNS of the PNG is out of place or of a wrong size";
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows, palette + chunk("tRNS", "abc")), wrong_transparency);
  EXPECT_EQ(made_of(header(1, 1, 8, 3), rows, chunk("tRNS", "a") + palette), wrong_transparency);
  EXPECT_EQ(made_of(header(1, 1, 8, 0), rows, chunk("tRNS", "a")), wrong_transparency);
}

TEST(Png, that_would_take_too_much_memory_is_told_by_its_header) {
  EXPECT_NE(told_of(signature + header(32'767, 32'767)).find("image_pixels 67108864"), std::string::npos);
  EXPECT_NE(told_of(signature + header(32'768, 1)).find("image_side 32767"), std::string::npos);
  EXPECT_NE(told_of(std::string(limits::image_bytes + 1, 'x')).find("image_bytes"), std::string::npos);
}

/// libpng is the other reader: what is found sound, it decodes.
TEST(Png, that_is_found_sound_can_be_decoded) {
  std::mt19937 random(7);
  const std::string seeds[] = {
      png(6, 5), signature + header(3, 2, 8, 0, 1) + chunk("IDAT", stored("\0a\0b\0c\0ddd"s)) + end,
      signature + header(3, 1, 4, 3) + palette + chunk("tRNS", "\0"s) + chunk("IDAT", stored("\0ab"s)) + end};
  int sound = 0;
  for (int round = 0; round < 30'000; ++round) {
    std::string bytes = seeds[random() % std::size(seeds)];
    const std::size_t changes = 1 + random() % 3;
    for (std::size_t i = 0; i < changes; ++i) bytes[8 + random() % (bytes.size() - 8)] = static_cast<char>(random());
    // The sums are put right again, so that what they guard is reached.
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
      const std::size_t size = static_cast<unsigned char>(bytes[at + 3]);
      if (at + 12 + size > bytes.size()) break;
      bytes.replace(at + 8 + size, 4, word(sum_of(std::string_view(bytes).substr(at + 4, 4 + size))));
      at += 12 + size;
    }
    if (told_of(bytes) != "sound") continue;
    ++sound;
    EXPECT_NO_THROW(static_cast<void>(decode_png(bytes))) << round;
  }
  EXPECT_GT(sound, 100);
}

TEST(Verdicts, are_kept_by_the_bytes_they_are_on) {
  const Verdicts verdicts;
  const Judged first = verdicts.on(png(5, 5));
  EXPECT_EQ(first.bytes, verdicts.on(png(5, 5)).bytes);
  EXPECT_NE(first.bytes, verdicts.on(png(5, 6)).bytes);
  EXPECT_TRUE(std::holds_alternative<Fault>(verdicts.on("x").verdict));
}

}  // namespace krut::picture::test
