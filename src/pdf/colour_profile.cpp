#include "pdf/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "pdf/syntax.h"

namespace krut::pdf {
namespace {

constexpr std::size_t header_bytes = 128;
constexpr std::size_t tag_entry_bytes = 12;
constexpr std::uint32_t version = 0x04200000;

void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value >> 8U & 0xFFU);
  out += static_cast<char>(value & 0xFFU);
}

void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16U);
  append_u16(out, value & 0xFFFFU);
}

/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
  append_u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65'536))));
}

std::string fixed_numbers(std::string_view type, const std::vector<double>& values) {
  std::string out(type);
  append_u32(out, 0);
  for (const double value : values) append_fixed(out, value);
  return out;
}

/// multiLocalizedUnicodeType with one English text.
std::string text(std::string_view ascii) {
  std::string out = "mluc";
  append_u32(out, 0);
  append_u32(out, 1);
  append_u32(out, tag_entry_bytes);
  out += "enUS";
  const std::string units = utf16(ascii);
  append_u32(out, static_cast<std::uint32_t>(units.size()));
  append_u32(out, 28);  // from the tag's start to the text
  return out + units;
}

/// ((R + 0.055) / 1.055) ^ 2.4, and R / 12.92 up to 0.04045: parametricCurveType, function 3.
std::string curve() {
  std::string out = "para";
  append_u32(out, 0);
  append_u16(out, 3);
  append_u16(out, 0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
  return out;
}

std::string header(std::size_t size) {
  std::string out;
  append_u32(out, static_cast<std::uint32_t>(size));
  append_u32(out, 0);
  append_u32(out, version);
  out += "mntrRGB XYZ ";
  for (const unsigned part : {2025U, 1U, 1U, 0U, 0U, 0U}) append_u16(out, part);  // when the profile was first made
  out += "acsp";
  out.resize(68, '\0');
  for (const double white : {0.9642, 1.0, 0.8249}) append_fixed(out, white);
  out.resize(header_bytes, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  // Bradford-adapted from D65 to D50, the white of the connection space.
  const std::string red = fixed_numbers("XYZ ", {0.43607, 0.22249, 0.01392});
  const std::string green = fixed_numbers("XYZ ", {0.38515, 0.71687, 0.09708});
  const std::string blue = fixed_numbers("XYZ ", {0.14307, 0.06061, 0.71410});
  const std::string white = fixed_numbers("XYZ ", {0.9642, 1.0, 0.8249});
  const std::string adaptation =
      fixed_numbers("sf32", {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168});
  const std::string response = curve();
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", text("sRGB")}, {"cprt", text("No rights reserved")},
      {"wtpt", white},        {"chad", adaptation},
      {"rXYZ", red},          {"gXYZ", green},
      {"bXYZ", blue},         {"rTRC", response},
      {"gTRC", response},     {"bTRC", response}};

  std::string table;
  append_u32(table, static_cast<std::uint32_t>(tags.size()));
  std::string body;
  const std::size_t body_at = header_bytes + 4 + tag_entry_bytes * tags.size();
  std::size_t last_at = 0;
  std::string_view last;
  for (const auto& [name, bytes] : tags) {
    if (bytes != last) {  // the three curves share one place
      last_at = body_at + body.size();
      body += bytes;
      body.resize((body.size() + 3) / 4 * 4, '\0');
    }
    last = bytes;
    table += name;
    append_u32(table, static_cast<std::uint32_t>(last_at));
    append_u32(table, static_cast<std::uint32_t>(bytes.size()));
  }
  return header(body_at + body.size()) + table + body;
}

}  // namespace krut::pdf
