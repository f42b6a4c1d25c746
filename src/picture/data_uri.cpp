#include "picture/data_uri.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <utility>

#include "base/limits.h"

namespace krut::picture {

namespace {

constexpr std::string_view scheme = "data:";

int value_of_hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Six bits of base64, or -1.
int value_of_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

/// Takes white space out and %2B for '+'.
std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::isspace(static_cast<unsigned char>(text[i])) != 0) continue;
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && value_of_hex(text[i + 1]) >= 0 && value_of_hex(text[i + 2]) >= 0;
    out += is_escape ? static_cast<char>(value_of_hex(text[i + 1]) * 16 + value_of_hex(text[i + 2])) : text[i];
    if (is_escape) i += 2;
  }
  return out;
}

}  // namespace

std::optional<std::string> from_base64(std::string_view text) {
  std::string digits = plain(text);
  while (!digits.empty() && digits.back() == '=') digits.pop_back();
  std::string out;
  out.reserve(digits.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : digits) {
    const int value = value_of_digit(c);
    if (value < 0) return std::nullopt;
    bits = bits << 6U | static_cast<unsigned>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFFU);
  }
  return out;
}

namespace {

/// Small letters for ASCII's capitals.
std::string small(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  return out;
}

/// %41 becomes A (RFC 3986, 2.1).
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && value_of_hex(text[i + 1]) >= 0 && value_of_hex(text[i + 2]) >= 0;
    out += is_escape ? static_cast<char>(value_of_hex(text[i + 1]) * 16 + value_of_hex(text[i + 2])) : text[i];
    if (is_escape) i += 2;
  }
  return out;
}

Fault no_picture(Bilingual what) {
  return {Fault::Kind::damaged,
          std::move(what),
          {"เขียนอย่าง data:image/jpeg;base64, แล้วตามด้วยไฟล์ภาพเป็น base64",
           "write data:image/jpeg;base64, and behind it the file as base64"}};
}

}  // namespace

bool is_data_uri(std::string_view name) { return small(name.substr(0, scheme.size())) == scheme; }

std::variant<std::string, Fault> bytes_of_data_uri(std::string_view uri) {
  constexpr std::string_view base64_mark = ";base64";
  constexpr std::string_view wanted_type = "image/";
  constexpr std::size_t most_overhead = 3;  // of %41 over A, the longest way to write a byte
  const std::size_t comma = uri.find(',');
  if (comma == std::string_view::npos) {
    return no_picture({"URI แบบ data: ไม่มีจุลภาคก่อนข้อมูล", "the data: URI has no comma before its data"});
  }
  if (uri.size() > limits::image_bytes * most_overhead) {
    return Fault{Fault::Kind::over_limit,
                 {"ภาพใหญ่เกิน image_bytes", "the picture is larger than image_bytes"},
                 {"ใช้ภาพที่เล็กลง", "use a smaller picture"}};
  }
  const std::string head = small(uri.substr(scheme.size(), comma - scheme.size()));
  if (head.rfind(wanted_type, 0) != 0) {
    return no_picture({"URI แบบ data: ไม่ใช่ภาพ", "the data: URI is of no picture"});
  }
  const std::string_view data = uri.substr(comma + 1);
  const bool is_base64 =
      head.size() >= base64_mark.size() && head.substr(head.size() - base64_mark.size()) == base64_mark;
  if (!is_base64) return unescaped(data);
  if (auto bytes = from_base64(data)) return std::move(*bytes);
  return no_picture({"URI แบบ data: มีอักขระที่ไม่ใช่ base64", "the data: URI holds what is no base64"});
}

std::string shown_name(std::string_view name) {
  constexpr std::size_t most_shown = 40;
  if (!is_data_uri(name)) return std::string(name);
  return std::string(name.substr(0, std::min(name.find(','), most_shown))) + ",…";
}

}  // namespace krut::picture
