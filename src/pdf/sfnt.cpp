#include "pdf/sfnt.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "base/error.h"

namespace krut::pdf {
namespace {

constexpr std::size_t directory_head = 12;
constexpr std::size_t directory_entry = 16;
constexpr std::size_t glyph_head = 10;
constexpr std::uint32_t checksum_of_all = 0xB1B0AFBA;
constexpr std::size_t head_checksum_at = 8;
constexpr std::size_t head_loca_format_at = 50;

constexpr std::uint16_t arguments_are_words = 0x0001;
constexpr std::uint16_t arguments_are_offsets = 0x0002;
constexpr std::uint16_t has_scale = 0x0008;
constexpr std::uint16_t more_components = 0x0020;
constexpr std::uint16_t has_two_scales = 0x0040;
constexpr std::uint16_t has_matrix = 0x0080;

[[noreturn]] void fail() {
  throw Error(ErrorKind::internal, bad_tables,
              {"โครงสร้างของไฟล์ฟอนต์ไม่ถูกต้อง จึงฝังลงใน PDF ไม่ได้", "the font program is damaged and cannot be embedded"});
}

void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(static_cast<unsigned char>(value >> 8U));
  out += static_cast<char>(static_cast<unsigned char>(value));
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16U);
  append_u16(out, value & 0xFFFFU);
}

void put_u16(std::string& table, std::size_t offset, std::uint32_t value) {
  std::string bytes;
  append_u16(bytes, value);
  table.replace(offset, bytes.size(), bytes);
}

void put_u32(std::string& table, std::size_t offset, std::uint32_t value) {
  std::string bytes;
  append_u32(bytes, value);
  table.replace(offset, bytes.size(), bytes);
}

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (24 - 8 * (i % 4));
  }
  return sum;
}

/// The tables of a font program by tag; the views point into its bytes.
using FontTables = std::map<std::string, std::string_view>;

std::string_view table_of(const FontTables& tables, const std::string& tag) {
  const auto found = tables.find(tag);
  if (found == tables.end()) fail();
  return found->second;
}

/// Big-endian numbers out of a table. Reading past its end is damage.
std::uint16_t read_u16(std::string_view table, std::size_t offset) {
  if (offset + 2 > table.size()) fail();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(table[offset + i]); };
  return static_cast<std::uint16_t>(byte(0) << 8U | byte(1));
}

std::int16_t read_i16(std::string_view table, std::size_t offset) {
  return static_cast<std::int16_t>(read_u16(table, offset));
}

std::uint32_t read_u32(std::string_view table, std::size_t offset) {
  return static_cast<std::uint32_t>(read_u16(table, offset)) << 16U | read_u16(table, offset + 2);
}

FontTables read_tables(std::string_view font) {
  FontTables tables;
  const std::size_t count = read_u16(font, 4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory_head + directory_entry * i;
    const std::size_t offset = read_u32(font, entry + 8);
    const std::size_t size = read_u32(font, entry + 12);
    if (offset > font.size() || size > font.size() - offset) fail();
    tables[std::string(font.substr(entry, 4))] = font.substr(offset, size);
  }
  return tables;
}

/// Advance widths by glyph, in font units.
std::vector<std::uint16_t> read_advances(const FontTables& tables) {
  const std::size_t glyphs = read_u16(table_of(tables, "maxp"), 4);
  const std::size_t long_metrics = read_u16(table_of(tables, "hhea"), 34);
  const std::string_view hmtx = table_of(tables, "hmtx");
  if (long_metrics == 0) fail();
  std::vector<std::uint16_t> advances(glyphs);
  for (std::size_t i = 0; i < glyphs; ++i) advances[i] = read_u16(hmtx, 4 * std::min(i, long_metrics - 1));
  return advances;
}

struct Bounds {
  std::int32_t x_min = std::numeric_limits<std::int32_t>::max();
  std::int32_t y_min = std::numeric_limits<std::int32_t>::max();
  std::int32_t x_max = std::numeric_limits<std::int32_t>::min();
  std::int32_t y_max = std::numeric_limits<std::int32_t>::min();

  [[nodiscard]] bool is_empty() const { return x_min > x_max; }
};

/// What `maxp` wants to know of a glyph with all its parts.
struct Extent {
  std::uint32_t points = 0;
  std::uint32_t contours = 0;
  std::uint32_t depth = 0;  ///< 0 for a simple glyph
};

/// Glyphs, places and metrics of a font, growing by composites.
class GlyphTables {
 public:
  explicit GlyphTables(const FontTables& tables);
  void append(const Composite& composite);
  [[nodiscard]] std::map<std::string, std::string> finish() &&;

 private:
  [[nodiscard]] std::string_view glyph(std::uint32_t id) const;
  [[nodiscard]] Extent extent_of(std::uint32_t id, unsigned depth) const;

  const FontTables& source_;
  std::string outlines_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint16_t> advances_;
  std::vector<std::int16_t> left_bearings_;
  Bounds bounds_;
  Extent largest_;
  std::uint32_t most_components_ = 0;
};

GlyphTables::GlyphTables(const FontTables& tables)
    : source_(tables), outlines_(table_of(tables, "glyf")), advances_(read_advances(tables)) {
  const std::string_view head = table_of(tables, "head");
  const std::string_view loca = table_of(tables, "loca");
  const std::string_view hmtx = table_of(tables, "hmtx");
  const bool is_long = read_i16(head, head_loca_format_at) != 0;
  const std::size_t long_metrics = read_u16(table_of(tables, "hhea"), 34);
  for (std::size_t i = 0; i <= advances_.size(); ++i) {
    places_.push_back(is_long ? read_u32(loca, 4 * i) : 2U * read_u16(loca, 2 * i));
    if (places_.back() > outlines_.size() || (i > 0 && places_[i] < places_[i - 1])) fail();
  }
  for (std::size_t i = 0; i < advances_.size(); ++i) {
    left_bearings_.push_back(i < long_metrics ? read_i16(hmtx, 4 * i + 2)
                                              : read_i16(hmtx, 4 * long_metrics + 2 * (i - long_metrics)));
  }
  bounds_ = {read_i16(head, 36), read_i16(head, 38), read_i16(head, 40), read_i16(head, 42)};
}

std::string_view GlyphTables::glyph(std::uint32_t id) const {
  if (id + 1 >= places_.size()) fail();
  return std::string_view(outlines_).substr(places_[id], places_[id + 1] - places_[id]);
}

Extent GlyphTables::extent_of(std::uint32_t id, unsigned depth) const {
  constexpr unsigned deepest = 8;
  const std::string_view data = glyph(id);
  if (data.empty()) return {};
  const std::int16_t contours = read_i16(data, 0);
  if (contours >= 0) {
    const auto count = static_cast<std::uint32_t>(contours);
    const std::uint32_t points = count == 0 ? 0 : read_u16(data, glyph_head + std::size_t{2} * (count - 1)) + 1U;
    return {points, count, 0};
  }
  if (depth >= deepest) fail();
  Extent extent;
  std::uint16_t flags = more_components;
  for (std::size_t at = glyph_head; (flags & more_components) != 0;) {
    flags = read_u16(data, at);
    const Extent part = extent_of(read_u16(data, at + 2), depth + 1);
    extent = {extent.points + part.points, extent.contours + part.contours, std::max(extent.depth, part.depth + 1)};
    at += (flags & arguments_are_words) != 0 ? 8U : 6U;
    if ((flags & has_scale) != 0) at += 2;
    if ((flags & has_two_scales) != 0) at += 4;
    if ((flags & has_matrix) != 0) at += 8;
  }
  return extent;
}

void GlyphTables::append(const Composite& composite) {
  std::string record;
  Bounds box;
  Extent extent;
  std::uint32_t components = 0;
  std::size_t flags_at = 0;
  for (const PlacedGlyph& part : composite.glyphs) {
    const std::string_view data = glyph(part.id);
    if (data.empty()) continue;
    // A rasterizer moves a glyph so that its left edge stands at its left bearing; inside a composite it does not.
    const std::int32_t x = part.x + left_bearings_[part.id] - read_i16(data, 2);
    flags_at = record.size();
    append_u16(record, arguments_are_words | arguments_are_offsets | more_components);
    append_u16(record, part.id);
    append_u16(record, static_cast<std::uint16_t>(x));
    append_u16(record, static_cast<std::uint16_t>(part.y));
    box.x_min = std::min(box.x_min, x + read_i16(data, 2));
    box.y_min = std::min(box.y_min, part.y + read_i16(data, 4));
    box.x_max = std::max(box.x_max, x + read_i16(data, 6));
    box.y_max = std::max(box.y_max, part.y + read_i16(data, 8));
    const Extent part_extent = extent_of(part.id, 0);
    extent = {extent.points + part_extent.points, extent.contours + part_extent.contours,
              std::max(extent.depth, part_extent.depth + 1)};
    ++components;
  }
  advances_.push_back(static_cast<std::uint16_t>(std::max(composite.advance, 0)));
  left_bearings_.push_back(box.is_empty() ? std::int16_t{0} : static_cast<std::int16_t>(box.x_min));
  if (!box.is_empty()) {
    put_u16(record, flags_at, arguments_are_words | arguments_are_offsets);
    append_u16(outlines_, 0xFFFF);  // -1 contours: a composite
    for (const std::int32_t edge : {box.x_min, box.y_min, box.x_max, box.y_max}) {
      append_u16(outlines_, static_cast<std::uint16_t>(edge));
    }
    outlines_ += record;
    outlines_.resize((outlines_.size() + 3) / 4 * 4);
    bounds_ = {std::min(bounds_.x_min, box.x_min), std::min(bounds_.y_min, box.y_min),
               std::max(bounds_.x_max, box.x_max), std::max(bounds_.y_max, box.y_max)};
    largest_ = {std::max(largest_.points, extent.points), std::max(largest_.contours, extent.contours),
                std::max(largest_.depth, extent.depth)};
    most_components_ = std::max(most_components_, components);
  }
  places_.push_back(static_cast<std::uint32_t>(outlines_.size()));
}

std::map<std::string, std::string> GlyphTables::finish() && {
  std::map<std::string, std::string> out;
  for (const char* tag : {"cvt ", "fpgm", "prep"}) {
    if (const auto found = source_.find(tag); found != source_.end()) out[tag] = std::string(found->second);
  }
  const auto count = static_cast<std::uint32_t>(advances_.size());
  std::string loca;
  for (const std::uint32_t place : places_) append_u32(loca, place);
  std::string hmtx;
  for (std::size_t i = 0; i < advances_.size(); ++i) {
    append_u16(hmtx, advances_[i]);
    append_u16(hmtx, static_cast<std::uint16_t>(left_bearings_[i]));
  }
  std::string head(table_of(source_, "head"));
  put_u32(head, head_checksum_at, 0);
  put_u16(head, 36, static_cast<std::uint16_t>(bounds_.x_min));
  put_u16(head, 38, static_cast<std::uint16_t>(bounds_.y_min));
  put_u16(head, 40, static_cast<std::uint16_t>(bounds_.x_max));
  put_u16(head, 42, static_cast<std::uint16_t>(bounds_.y_max));
  put_u16(head, head_loca_format_at, 1);
  std::string hhea(table_of(source_, "hhea"));
  put_u16(hhea, 34, count);
  std::string maxp(table_of(source_, "maxp"));
  const auto raise_to = [&maxp](std::size_t at, std::uint32_t value) {
    put_u16(maxp, at, std::max<std::uint32_t>(read_u16(maxp, at), value));
  };
  put_u16(maxp, 4, count);
  raise_to(10, largest_.points);
  raise_to(12, largest_.contours);
  raise_to(28, most_components_);
  raise_to(30, largest_.depth);
  out["glyf"] = std::move(outlines_);
  out["loca"] = std::move(loca);
  out["hmtx"] = std::move(hmtx);
  out["head"] = std::move(head);
  out["hhea"] = std::move(hhea);
  out["maxp"] = std::move(maxp);
  return out;
}

std::string join(const std::map<std::string, std::string>& tables) {
  const auto count = static_cast<std::uint32_t>(tables.size());
  std::uint32_t power = 1;
  std::uint32_t exponent = 0;
  for (; power * 2 <= count; power *= 2) ++exponent;
  std::string out;
  append_u32(out, 0x00010000);
  append_u16(out, count);
  append_u16(out, power * directory_entry);
  append_u16(out, exponent);
  append_u16(out, (count - power) * directory_entry);
  auto offset = static_cast<std::uint32_t>(directory_head + directory_entry * count);
  std::string body;
  std::size_t head_at = 0;
  for (const auto& [tag, bytes] : tables) {
    if (tag == "head") head_at = offset + body.size();
    out += tag;
    append_u32(out, checksum(bytes));
    append_u32(out, offset + static_cast<std::uint32_t>(body.size()));
    append_u32(out, static_cast<std::uint32_t>(bytes.size()));
    body += bytes;
    body.resize((body.size() + 3) / 4 * 4);
  }
  out += body;
  put_u32(out, head_at + head_checksum_at, checksum_of_all - checksum(out));
  return out;
}

}  // namespace

std::string with_composites(std::string_view font, const std::vector<Composite>& composites) {
  const FontTables tables = read_tables(font);
  GlyphTables glyphs(tables);
  for (const Composite& composite : composites) glyphs.append(composite);
  return join(std::move(glyphs).finish());
}

}  // namespace krut::pdf
