#include "pdf/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/utf8.h"

namespace krut::pdf {
namespace {

constexpr std::int64_t thousandths_per_point = 1'000;
constexpr std::size_t longest_string = 32'767;  // bytes: ISO 19005-3, 6.1.13
constexpr double largest_real = 32'767;         // what every reader is bound to take
constexpr std::size_t longest_literal = 100;
const std::string byte_order_mark = "\xFE\xFF";
constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string checked(std::string bytes) {
  if (bytes.size() <= longest_string) return bytes;
  throw Error(ErrorKind::limit, "pdf.text-too-long",
              {"ข้อความชื่อเรื่องหรือคำบรรยายยาวเกินกว่าที่ PDF/A ยอมให้ (๓๒,๗๖๗ ไบต์)",
               "a title or description is longer than PDF/A allows (32,767 bytes)"},
              {"ย่อชื่อเรื่องหรือคำบรรยายภาพ", "shorten the title or the alternative text"});
}

void append_literal_string(std::string& out, const std::string& bytes) {
  out += '(';
  append_escaped(out, checked(bytes));
  out += ')';
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) { append_decimal(out, value, 0); }

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  std::array<char, 48> written{};
  char* at = written.data();
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  if (value < 0) {
    *at++ = '-';
    value = -value;
  }
  at = std::to_chars(at, written.data() + written.size(), value / scale).ptr;
  std::int64_t rest = value % scale;
  if (rest != 0) *at++ = '.';
  while (rest > 0) {
    scale /= 10;
    *at++ = static_cast<char>('0' + rest / scale);
    rest %= scale;
  }
  out.append(written.data(), static_cast<std::size_t>(at - written.data()));
}

void append_points(std::string& out, Length length) {
  append_decimal(out, length.in_units(thousandths_per_point, Length::emu_per_point), 3);
}

void append_real(std::string& out, double value, int decimals) {
  if (!std::isfinite(value) || std::abs(value) > largest_real) {
    throw Error(ErrorKind::internal, "pdf.bad-number",
                {"มีค่าตัวเลขที่เขียนลงในไฟล์ PDF ไม่ได้", "a number cannot be written into a PDF file"});
  }
  append_decimal(out, std::llround(value * std::pow(10.0, decimals)), decimals);
}

void append_reference(std::string& out, Reference reference) {
  append_integer(out, reference.number);
  out += " 0 R";
}

void append_hex_string(std::string& out, std::string_view bytes) {
  out += '<';
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += hex_digits[value >> 4U];
    out += hex_digits[value & 15U];
  }
  out += '>';
}

void append_escaped(std::string& out, std::string_view bytes) {
  for (const char byte : bytes) {
    if (byte == '\r') {  // a bare carriage return is read back as a line feed
      out += "\\r";
      continue;
    }
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    out += byte;
  }
}

void append_text_string(std::string& out, std::string_view utf8) {
  if (is_ascii(utf8) && utf8.size() <= longest_literal) {
    append_literal_string(out, std::string(utf8));
  } else {
    append_hex_string(out, checked(byte_order_mark + utf16(utf8)));
  }
}

void append_content_string(std::string& out, std::string_view utf8) {
  append_literal_string(out, is_ascii(utf8) ? std::string(utf8) : byte_order_mark + utf16(utf8));
}

std::string utf16(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto append_unit = [&out](char32_t unit) {
    out += static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    out += static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [character, size] = utf8::decode(text, offset);
    offset += size;
    if (character < 0x10000) {
      append_unit(character);
    } else {
      append_unit(0xD800 + ((character - 0x10000) >> 10U));
      append_unit(0xDC00 + ((character - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

}  // namespace krut::pdf
