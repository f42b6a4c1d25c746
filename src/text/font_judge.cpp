#include "text/font_judge.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace krut::text {

namespace {

// Tables and offsets as in OpenType 1.9.

constexpr std::string_view collection_tag = "ttcf";
constexpr std::size_t directory_head = 12;
constexpr std::size_t directory_entry = 16;
constexpr std::uint32_t head_magic = 0x5F0F3CF5;
constexpr unsigned least_units_per_em = 16;
constexpr unsigned most_units_per_em = 16'384;
constexpr std::size_t glyph_head = 10;
constexpr int most_nested_glyphs = 16;

/// Thrown inside this file for the first thing that is wrong.
struct Damage {
  Bilingual what;
};

[[noreturn]] void fail(const std::string& table) {
  throw Damage{{"ตาราง " + table + " เสียหาย", "its table " + table + " is damaged"}};
}

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
  [[noreturn]] void fail() const { text::fail(name_); }

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

using Tables = std::map<std::string, Table>;

const Table& table_of(const Tables& tables, const std::string& tag) {
  const auto found = tables.find(tag);
  if (found == tables.end() || found->second.size() == 0) {
    throw Damage{{"ไม่มีตาราง " + tag, "it has no table " + tag}};
  }
  return found->second;
}

bool is_font_tag(std::string_view tag) {
  using namespace std::string_view_literals;
  return tag == "\0\1\0\0"sv || tag == "OTTO" || tag == "true";
}

Tables tables_of(std::string_view bytes, unsigned index) {
  const Table file(bytes, "directory");
  std::size_t at = 0;
  if (bytes.starts_with(collection_tag)) {
    if (index >= file.u32(8)) file.fail();
    at = file.u32(directory_head + 4 * std::size_t{index});
  }
  const Table directory = file.from(at);
  directory.want(directory_head);
  if (!is_font_tag(bytes.substr(at, 4))) directory.fail();
  Tables tables;
  const std::size_t count = directory.u16(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory_head + i * directory_entry;
    directory.want(entry + directory_entry);
    const std::string tag(bytes.substr(at + entry, 4));
    const std::size_t begin = directory.u32(entry + 8);
    const std::size_t size = directory.u32(entry + 12);
    if (begin > bytes.size() || size > bytes.size() - begin) fail(tag);
    tables.try_emplace(tag, bytes.substr(begin, size), tag);
  }
  return tables;
}

/// Of `maxp`.
std::size_t judge_measures(const Tables& tables) {
  const Table& head = table_of(tables, "head");
  head.want(54);
  const unsigned units_per_em = head.u16(18);
  if (head.u32(12) != head_magic || units_per_em < least_units_per_em || units_per_em > most_units_per_em) head.fail();
  const std::size_t glyphs = table_of(tables, "maxp").u16(4);
  if (glyphs == 0) fail("maxp");
  const Table& hhea = table_of(tables, "hhea");
  hhea.want(36);
  const std::size_t advances = hhea.u16(34);
  if (advances == 0) hhea.fail();
  table_of(tables, "hmtx").want(4 * advances + (glyphs > advances ? 2 * (glyphs - advances) : 0));
  return glyphs;
}

/// The outlines of TrueType: where each glyph stands, and which others it is made of.
class Outlines {
 public:
  Outlines(const Tables& tables, std::size_t glyphs)
      : glyf_(table_of(tables, "glyf")), loca_(table_of(tables, "loca")), glyphs_(glyphs), nesting_(glyphs, unknown) {
    is_long_ = table_of(tables, "head").i16(50) != 0;
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
      if (outline.i16(0) < 0) nesting = nesting_of_parts(outline, level);
      if (outline.i16(0) > 0) judge_points(outline);
    }
    nesting_[glyph] = nesting;
    return nesting;
  }

  int nesting_of_parts(const Table& outline, int level) {
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

void judge_characters(const Tables& tables) {
  const Table& cmap = table_of(tables, "cmap");
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

bool is_font_file(std::string_view file) {
  return is_font_tag(file.substr(0, 4)) || file.substr(0, 4) == collection_tag;
}

std::optional<Bilingual> font_damage(std::string_view file, unsigned index) {
  try {
    const Tables tables = tables_of(file, index);
    const std::size_t glyphs = judge_measures(tables);
    judge_characters(tables);
    if (tables.count("CFF ") == 0 && tables.count("CFF2") == 0) Outlines(tables, glyphs).judge();
    return std::nullopt;
  } catch (const Damage& damage) {
    return damage.what;
  }
}

}  // namespace krut::text
