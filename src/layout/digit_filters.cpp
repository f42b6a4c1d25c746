#include "layout/filter_sets.h"

#include <algorithm>

#include "base/utf8.h"

namespace krut::layout {

namespace {

using model::Digits;
using Text = std::optional<std::string>;

constexpr std::string_view thai_zero = "๐";

Text thai_digits(std::string_view text, std::string_view, Digits) { return prose_with_digits(text, Digits::thai); }
Text arabic_digits(std::string_view text, std::string_view, Digits) { return prose_with_digits(text, Digits::arabic); }
Text document_digits(std::string_view text, std::string_view, Digits digits) { return prose_with_digits(text, digits); }

Text upper(std::string_view text, std::string_view, Digits) {
  std::string result(text);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return result;
}

bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos ||
         token.find('@') != std::string_view::npos;
}

/// Thai digits count with ASCII ones here, so that a code written "O๔๒" is one piece too.
bool is_thai_letter(char32_t c) { return utf8::is_thai(c) && !utf8::is_thai_digit(c); }

/// One piece of writing without spaces: converted between its Thai letters, unless Latin letters make a code of it.
std::string converted_token(std::string_view token, Digits digits) {
  if (is_address(token)) return std::string(token);
  std::string result;
  std::size_t begin = 0;
  bool has_latin = false;
  const auto flush = [&](std::size_t end) {
    const std::string_view piece = token.substr(begin, end - begin);
    result += has_latin ? std::string(piece) : with_digits(piece, digits);
    begin = end;
    has_latin = false;
  };
  for (std::size_t at = 0; at < token.size();) {
    const utf8::Decoded decoded = utf8::decode(token, at);
    if (is_thai_letter(decoded.character)) flush(at);
    has_latin = has_latin || is_ascii_letter(decoded.character);
    at += decoded.size;
    if (is_thai_letter(decoded.character)) flush(at);
  }
  flush(token.size());
  return result;
}

}  // namespace

std::vector<Filter> text_filters() {
  return {
      {"upper", FilterInput::text, upper},
      {"thai-digits", FilterInput::text, thai_digits},
      {"arabic-digits", FilterInput::text, arabic_digits},
      {"document-digits", FilterInput::text, document_digits},
  };
}

std::string with_digits(std::string_view text, model::Digits digits) {
  if (digits == Digits::thai) return utf8::with_thai_digits(text);
  if (digits == Digits::as_is) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (utf8::is_thai_digit(decoded.character)) {
      result += static_cast<char>('0' + (decoded.character - utf8::decode(thai_zero, 0).character));
    } else {
      result += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
  return result;
}

std::string prose_with_digits(std::string_view text, model::Digits digits) {
  if (digits == Digits::as_is) return std::string(text);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find_first_of(" \r\n\t", at), text.size());
    result += converted_token(text.substr(at, space - at), digits);
    if (space < text.size()) result += text[space];
    at = space + 1;
  }
  return result;
}

}  // namespace krut::layout
