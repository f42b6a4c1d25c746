#include "text/font_judge.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace krut::text {

namespace {

// Tables as in OpenType 1.9.

constexpr std::size_t glyph_head = 10;
constexpr int most_nested_glyphs = 16;
constexpr std::size_t most_parts = 4'096;  ///< that one glyph may come to when all inside it are counted

/// Big-endian numbers of a table; reading past its end is damage.
class Table {
 public:
  Table(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] std::uint32_t byte(std::size_t at) const { return number(at, 1); }
  [[nodiscard]] std::uint32_t u16(std::size_t at) const { return number(at, 2); }
  [[nodiscard]] std::int32_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const { return number(at, 4); }
  [[nodiscard]] Table part(std::size_t begin, std::size_t size) const {
    want(begin + size);
    return {bytes_.substr(begin, size), name_};
  }
  [[nodiscard]] Table from(std::size_t begin) const {
    want(begin);
    return {bytes_.substr(begin), name_};
  }
  void want(std::size_t size) const {
    if (size > bytes_.size()) fail();
  }
  [[noreturn]] void fail() const {
    throw FontDamage{{"ตาราง " + name_ + " เสียหาย", "its table " + name_ + " is damaged"}};
  }

 private:
  [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
    want(at + size);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[at + i]);
    return value;
  }

  std::string_view bytes_;
  std::string name_;
};

/// The outlines of TrueType: where each glyph stands, and which others it is made of.
class Outlines {
 public:
  Outlines(const Table& head, const Table& loca, const Table& glyf, std::size_t glyphs)
      : glyf_(glyf), loca_(loca), glyphs_(glyphs), nesting_(glyphs, unknown), parts_(glyphs, 1) {
    is_long_ = head.i16(50) != 0;
    loca_.want((glyphs + 1) * (is_long_ ? 4 : 2));
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
      if (begin_of(glyph) > begin_of(glyph + 1)) loca_.fail();
    }
    if (begin_of(glyphs) > glyf_.size()) loca_.fail();
  }

  void judge() {
    for (std::size_t glyph = 0; glyph < glyphs_; ++glyph) static_cast<void>(nesting_of(glyph, 0));
  }

 private:
  static constexpr int unknown = -1;

  [[nodiscard]] std::size_t begin_of(std::size_t glyph) const {
    return is_long_ ? loca_.u32(4 * glyph) : std::size_t{2} * loca_.u16(2 * glyph);
  }

  /// How many glyphs are inside one another, from this one on.
  int nesting_of(std::size_t glyph, int level) {
    if (level > most_nested_glyphs) glyf_.fail();
    if (nesting_[glyph] != unknown) {
      if (nesting_[glyph] + level > most_nested_glyphs) glyf_.fail();
      return nesting_[glyph];
    }
    const std::size_t begin = begin_of(glyph);
    const Table outline = glyf_.part(begin, begin_of(glyph + 1) - begin);
    int nesting = 0;
    if (outline.size() > 0) {
      outline.want(glyph_head);
      if (outline.i16(0) < 0) nesting = nesting_of_parts(outline, level, parts_[glyph]);
      if (outline.i16(0) > 0) judge_points(outline);
    }
    nesting_[glyph] = nesting;
    return nesting;
  }

  int nesting_of_parts(const Table& outline, int level, std::size_t& parts) {
    constexpr unsigned words = 0x0001;
    constexpr unsigned one_scale = 0x0008;
    constexpr unsigned more = 0x0020;
    constexpr unsigned two_scales = 0x0040;
    constexpr unsigned matrix = 0x0080;
    int nesting = 0;
    std::size_t at = glyph_head;
    for (unsigned flags = more; (flags & more) != 0;) {
      flags = outline.u16(at);
      const std::size_t part = outline.u16(at + 2);
      if (part >= glyphs_) glyf_.fail();
      nesting = std::max(nesting, 1 + nesting_of(part, level + 1));
      parts += parts_[part];
      if (parts > most_parts) glyf_.fail();
      at += 4 + ((flags & words) != 0 ? 4 : 2);
      if ((flags & one_scale) != 0) at += 2;
      if ((flags & two_scales) != 0) at += 4;
      if ((flags & matrix) != 0) at += 8;
    }
    return nesting;
  }

  /// The ends of the contours grow, and the flags and coordinates of all points have room.
  static void judge_points(const Table& outline) {
    const auto contours = static_cast<std::size_t>(outline.i16(0));
    std::size_t points = 0;
    for (std::size_t i = 0; i < contours; ++i) {
      const std::size_t end = outline.u16(glyph_head + 2 * i) + std::size_t{1};
      if (end <= points && i > 0) outline.fail();
      points = end;
    }
    std::size_t at = glyph_head + 2 * contours;
    at += 2 + outline.u16(at);  // instructions
    std::size_t coordinates = 0;
    for (std::size_t met = 0; met < points;) {
      const unsigned flags = outline.part(at, 1).byte(0);
      ++at;
      std::size_t repeats = 1;
      if ((flags & 0x08U) != 0) repeats += outline.part(at++, 1).byte(0);
      const std::size_t x = (flags & 0x02U) != 0 ? 1 : (flags & 0x10U) != 0 ? 0 : 2;
      const std::size_t y = (flags & 0x04U) != 0 ? 1 : (flags & 0x20U) != 0 ? 0 : 2;
      coordinates += repeats * (x + y);
      met += repeats;
    }
    outline.want(at + coordinates);
  }

  const Table& glyf_;
  const Table& loca_;
  std::size_t glyphs_;
  bool is_long_ = false;
  std::vector<int> nesting_;
  std::vector<std::size_t> parts_;  ///< of each glyph, itself and all inside it
};

/// Segments of characters in their order, each behind the one before: else walking them takes the product of their
/// number and of the characters there are.
void judge_segments(const Table& map) {
  const std::size_t segments = map.u16(6) / 2;
  map.want(16 + 8 * segments);
  std::uint32_t behind = 0;
  for (std::size_t i = 0; i < segments; ++i) {
    const std::uint32_t end = map.u16(14 + 2 * i);
    const std::uint32_t begin = map.u16(16 + 2 * segments + 2 * i);
    if (begin > end || begin < behind) map.fail();
    behind = end + 1;
  }
}

void judge_groups(const Table& map) {
  const std::size_t groups = map.u32(12);
  if (groups > map.size() / 12) map.fail();
  map.want(16 + 12 * groups);
  std::uint64_t behind = 0;
  for (std::size_t i = 0; i < groups; ++i) {
    const std::uint32_t begin = map.u32(16 + 12 * i);
    const std::uint32_t end = map.u32(16 + 12 * i + 4);
    if (begin > end || begin < behind) map.fail();
    behind = std::uint64_t{end} + 1;
  }
}

void judge_characters(const Table& cmap) {
  std::set<std::size_t> seen;
  const std::size_t count = cmap.u16(2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = cmap.u32(4 + 8 * i + 4);
    if (!seen.insert(at).second) continue;
    const Table map = cmap.from(at);
    switch (map.u16(0)) {
      case 4:
        judge_segments(map);
        break;
      case 12:
      case 13:
        judge_groups(map);
        break;
      default:
        break;
    }
  }
  if (count == 0) cmap.fail();
}

}  // namespace

void judge_inside(const OutsideFace& face) {
  const std::string cmap = face.table("cmap");
  judge_characters({cmap, "cmap"});
  if (face.has_table("CFF ") || face.has_table("CFF2")) return;
  const std::string head = face.table("head");
  const std::string loca = face.table("loca");
  const std::string glyf = face.table("glyf");
  if (glyf.empty()) throw FontDamage{{"ไม่มีตาราง glyf", "it has no table glyf"}};
  const Table outlines(glyf, "glyf");
  const Table places(loca, "loca");
  Outlines({head, "head"}, places, outlines, face.glyph_count()).judge();
}

}  // namespace krut::text
