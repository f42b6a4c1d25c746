#include "picture/inner_picture.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "base/limits.h"
#include "picture/png_scan.h"
#include "picture/svg_text.h"

namespace krut::picture {

namespace {

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

/// Pixels of a JPEG as its frame header tells; nothing when it is none or does not end. What it holds beside that is
/// looked at where it is drawn.
std::optional<std::uint64_t> pixels_of_jpeg(std::string_view bytes) {
  const auto number = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                      static_cast<unsigned char>(bytes[at + 1]));
  };
  if (bytes.substr(0, 3) != "\xFF\xD8\xFF" || bytes.rfind("\xFF\xD9") == std::string_view::npos) return std::nullopt;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    const auto mark = static_cast<unsigned char>(bytes[at + 1]);
    if (static_cast<unsigned char>(bytes[at]) != 0xFFU) return std::nullopt;
    if (mark == 0xFFU) {
      ++at;
      continue;
    }
    // Frame headers, but for those of other kinds between them (ITU-T T.81, table B.1).
    const bool is_frame = mark >= 0xC0U && mark <= 0xCFU && mark != 0xC4U && mark != 0xC8U && mark != 0xCCU;
    if (is_frame) {
      const std::uint32_t height = number(at + 5);
      const std::uint32_t width = number(at + 7);
      if (width == 0 || height == 0 || std::max(width, height) > limits::image_side) return std::nullopt;
      return std::uint64_t{width} * height;
    }
    if (mark == 0xDAU || number(at + 2) < 2) return std::nullopt;
    at += 2 + number(at + 2);
  }
  return std::nullopt;
}

SvgOffence broken(std::string_view address, const std::string& why) {
  return {Fault::Kind::damaged, shown(address.substr(0, address.find(','))) + ": " + why};
}

}  // namespace

std::variant<std::uint64_t, SvgOffence> look_at_inner_picture(std::string_view address) {
  constexpr std::string_view scheme = "data:";
  const std::size_t comma = address.find(',');
  const std::string head = folded(address.substr(0, std::min<std::size_t>(comma, 200)));
  const std::string type(
      trimmed(std::string_view(head).substr(std::min(scheme.size(), head.size()), head.find(';') - scheme.size())));
  const bool is_base64 = head.size() > 7 && trimmed(head).substr(trimmed(head).size() - 7) == ";base64";
  if ((type != "image/png" && type != "image/jpeg") || comma == std::string_view::npos || !is_base64) {
    return SvgOffence{Fault::Kind::not_allowed, shown(address)};
  }
  const auto bytes = from_base64(address.substr(comma + 1));
  if (!bytes) return broken(address, "base64");
  if (type == "image/jpeg") {
    const auto pixels = pixels_of_jpeg(*bytes);
    if (pixels && *pixels <= limits::image_pixels) return *pixels;
    if (pixels) return SvgOffence{Fault::Kind::over_limit, "image_pixels"};
    return broken(address, "JPEG");
  }
  if (!is_png(*bytes)) return broken(address, "PNG");
  const Verdict verdict = judge_png(*bytes);
  if (const auto* fault = std::get_if<Fault>(&verdict)) {
    return fault->kind == Fault::Kind::over_limit ? SvgOffence{Fault::Kind::over_limit, "image_pixels"}
                                                  : broken(address, fault->what.english);
  }
  const auto& facts = std::get<Facts>(verdict);
  return static_cast<std::uint64_t>(facts.width) * static_cast<std::uint64_t>(facts.height);
}

}  // namespace krut::picture
