#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

/// How the values of a PDF file are spelt (ISO 32000-1, 7.3). Every function appends to `out`.
namespace krut::pdf {

/// The number of an indirect object; the generation is always 0.
struct Reference {
  std::uint32_t number = 0;

  bool operator==(const Reference&) const = default;
};

void append_integer(std::string& out, std::int64_t value);

/// `value / 10^decimals`, without trailing zeros.
void append_decimal(std::string& out, std::int64_t value, int decimals);

/// A length in points, to the thousandth.
void append_points(std::string& out, Length length);

/// A real with up to `decimals` decimals. Throws `Error` (internal) when it is not finite or too large for a reader.
void append_real(std::string& out, double value, int decimals);

/// `12 0 R`.
void append_reference(std::string& out, Reference reference);

/// `<0A0B>`.
void append_hex_string(std::string& out, std::string_view bytes);

/// The inside of a literal string: bytes that would end it or be changed on reading are escaped.
void append_escaped(std::string& out, std::string_view bytes);

/// A text string: short ASCII in parentheses, anything else as UTF-16BE with a byte order mark in hexadecimal. (Poppler
/// 22 cuts long literal strings of files that have object streams.) Throws `Error` (limit) when it is longer than ISO
/// 19005-3 allows a string to be.
void append_text_string(std::string& out, std::string_view utf8);

/// The same for content streams, where every byte is written often: always in parentheses.
void append_content_string(std::string& out, std::string_view utf8);

/// UTF-16BE without a byte order mark.
[[nodiscard]] std::string utf16(std::string_view utf8);

}  // namespace krut::pdf
