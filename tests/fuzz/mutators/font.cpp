#include <algorithm>
#include <array>
#include <vector>

#include "mutation.h"
#include "packing.h"

namespace krut::fuzz {

namespace {

constexpr std::size_t most_tables = 64;
constexpr std::size_t entry_size = 16;
constexpr std::string_view collection_tag = "ttcf";

struct Table {
  std::string tag;
  std::string bytes;
};

struct Font {
  std::string version;
  std::vector<Table> tables;
};

/// The font whose directory stands at `offset` (ISO/IEC 14496-22, 4.5).
Font font_at(std::string_view bytes, std::size_t offset) {
  Font font;
  if (offset + 12 > bytes.size()) return font;
  font.version = bytes.substr(offset, 4);
  const std::size_t count = std::min<std::size_t>(big_endian(bytes, offset + 4, 2), most_tables);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = offset + 12 + i * entry_size;
    if (entry + entry_size > bytes.size()) break;
    const std::size_t begin = big_endian(bytes, entry + 8, 4);
    if (begin > bytes.size()) continue;
    font.tables.push_back(
        {std::string(bytes.substr(entry, 4)), std::string(bytes.substr(begin, big_endian(bytes, entry + 12, 4)))});
  }
  return font;
}

void change_numbers(std::string& bytes, Dice& dice) {
  const std::array<std::string_view, 6> extremes{
      std::string_view("\0\0", 2),   std::string_view("\0\1", 2), "\xFF\xFF", "\x7F\xFF",
      std::string_view("\x80\0", 2), std::string_view("\1\0", 2)};
  const std::size_t place = below(dice, bytes.size()) & ~std::size_t{1};
  bytes.replace(place, 2, extremes[below(dice, extremes.size())]);
}

void change(Font& font, Dice& dice) {
  const std::size_t chosen = below(dice, font.tables.size());
  std::string& bytes = font.tables[chosen].bytes;
  switch (below(dice, 8)) {
    case 0:
      font.tables.erase(font.tables.begin() + static_cast<std::ptrdiff_t>(chosen));
      break;
    case 1:
      bytes = font.tables[below(dice, font.tables.size())].bytes;
      break;
    case 2:
      bytes.resize(below(dice, bytes.size() + 8));
      break;
    case 3:
      bytes = changed_bytes(bytes);
      break;
    default:
      change_numbers(bytes, dice);
  }
}

/// `faces` directories over the same tables: more than one make a collection.
std::string font_of(const Font& font, std::size_t faces) {
  const std::size_t head = faces == 1 ? 0 : 12 + 4 * faces;
  const std::size_t directory = 12 + entry_size * font.tables.size();
  std::string out;
  if (faces > 1) {
    out = collection_tag;
    append_big_endian(out, 0x10000, 4);
    append_big_endian(out, static_cast<std::uint32_t>(faces), 4);
    for (std::size_t i = 0; i < faces; ++i) append_big_endian(out, static_cast<std::uint32_t>(head), 4);
  }
  out += font.version;
  append_big_endian(out, static_cast<std::uint32_t>(font.tables.size()), 2);
  out.append(6, '\0');
  std::string bodies;
  for (const Table& table : font.tables) {
    out += table.tag;
    append_big_endian(out, 0, 4);
    append_big_endian(out, static_cast<std::uint32_t>(head + directory + bodies.size()), 4);
    append_big_endian(out, static_cast<std::uint32_t>(table.bytes.size()), 4);
    bodies += table.bytes + std::string((4 - table.bytes.size() % 4) % 4, '\0');
  }
  return out + bodies;
}

}  // namespace

std::string changed_font(std::string_view bytes, Dice& dice) {
  const bool is_collection = bytes.substr(0, 4) == collection_tag && bytes.size() >= 16;
  Font font = font_at(bytes, is_collection ? big_endian(bytes, 12, 4) : 0);
  if (font.version.size() != 4) return {};
  for (std::size_t changes = 1 + below(dice, 3); changes > 0 && !font.tables.empty(); --changes) change(font, dice);
  constexpr std::size_t most_faces = 40;
  const bool becomes_collection = is_collection != one_in(dice, 8);
  return font_of(font, becomes_collection ? 2 + below(dice, most_faces) : 1);
}

}  // namespace krut::fuzz
