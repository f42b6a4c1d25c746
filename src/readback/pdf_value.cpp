#include "readback/pdf_value.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "readback/faults.h"

namespace krut::readback {

namespace {

constexpr int most_depth = 32;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

[[noreturn]] void fail() { fail_as_damaged("objects"); }

}  // namespace

bool Value::is_name(std::string_view text) const {
  const Name* name = std::get_if<Name>(&content_);
  return name != nullptr && name->text == text;
}

std::size_t Value::size(std::size_t otherwise) const {
  const std::int64_t* number = std::get_if<std::int64_t>(&content_);
  return number == nullptr || *number < 0 ? otherwise : static_cast<std::size_t>(*number);
}

const Value& Value::operator[](std::string_view key) const {
  static const Value none;
  const Entries* entries = dictionary();
  if (entries == nullptr) return none;
  const auto found =
      std::find_if(entries->begin(), entries->end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries->end() ? none : found->value;
}

void Lexer::skip_space() {
  while (!is_at_end()) {
    if (peek() == '%') {
      while (!is_at_end() && peek() != '\n' && peek() != '\r') ++offset_;
    } else if (is_space(peek())) {
      ++offset_;
    } else {
      return;
    }
  }
}

bool Lexer::take(std::string_view wanted) {
  skip_space();
  if (!bytes_.substr(std::min(offset_, bytes_.size())).starts_with(wanted)) return false;
  offset_ += wanted.size();
  return true;
}

std::string_view Lexer::raw(std::size_t size) {
  skip_space();
  if (size > bytes_.size() - offset_) fail();
  const std::string_view read = bytes_.substr(offset_, size);
  offset_ += size;
  return read;
}

void Lexer::skip_line_end() {
  if (peek() == '\r') ++offset_;
  if (peek() == '\n') ++offset_;
}

std::string_view Lexer::word() {
  skip_space();
  const std::size_t begin = offset_;
  while (!is_at_end() && !is_space(peek()) && !is_delimiter(peek())) ++offset_;
  return bytes_.substr(std::min(begin, bytes_.size()), offset_ - begin);
}

std::size_t Lexer::number() {
  const auto read = whole_number(word());
  if (!read || *read < 0) fail();
  return static_cast<std::size_t>(*read);
}

Value Lexer::value() {
  if (++depth_ > most_depth) fail();
  Value read = nested();
  --depth_;
  return read;
}

Value Lexer::nested() {
  if (take("<<")) return Value(dictionary());
  if (take("<")) return Value(hexadecimal_string());
  if (take("[")) return Value(array());
  if (take("(")) return Value(literal_string());
  if (take("/")) return Value(Name{name()});
  if (is_digit(peek()) || peek() == '-' || peek() == '+' || peek() == '.') return number_or_reference();
  const std::string_view read = word();
  if (read == "true" || read == "false") return Value(read == "true");
  if (read != "null") fail();
  return {};
}

Array Lexer::array() {
  Array values;
  while (!take("]")) values.push_back(value());
  return values;
}

Entries Lexer::dictionary() {
  Entries entries;
  while (!take(">>")) {
    if (!take("/")) fail();
    std::string key = name();
    entries.push_back({std::move(key), value()});
  }
  return entries;
}

std::string Lexer::name() {
  std::string text;
  while (!is_at_end() && !is_space(peek()) && !is_delimiter(peek())) {
    const bool is_escaped = peek() == '#' && offset_ + 2 < bytes_.size() && hexadecimal(bytes_[offset_ + 1]) >= 0 &&
                            hexadecimal(bytes_[offset_ + 2]) >= 0;
    if (is_escaped) {
      text += static_cast<char>(hexadecimal(bytes_[offset_ + 1]) * 16 + hexadecimal(bytes_[offset_ + 2]));
      offset_ += 3;
    } else {
      text += bytes_[offset_++];
    }
  }
  return text;
}

std::string Lexer::literal_string() {
  std::string text;
  for (int open = 1; !is_at_end();) {
    const char c = bytes_[offset_++];
    if (c == '\\') {
      escape(text);
      continue;
    }
    if (c == '(') ++open;
    if (c == ')' && --open == 0) return text;
    text += c;
  }
  fail();
}

void Lexer::escape(std::string& out) {
  if (is_at_end()) fail();
  const char c = bytes_[offset_++];
  constexpr std::string_view letters = "nrtbf";
  constexpr std::string_view meanings = "\n\r\t\b\f";
  if (const std::size_t letter = letters.find(c); letter != std::string_view::npos) {
    out += meanings[letter];
  } else if (c >= '0' && c <= '7') {
    int code = c - '0';
    for (int more = 0; more < 2 && peek() >= '0' && peek() <= '7'; ++more) code = code * 8 + (bytes_[offset_++] - '0');
    out += static_cast<char>(code & 0xFF);
  } else if (c == '\r') {  // a line end that is no part of the string
    if (peek() == '\n') ++offset_;
  } else if (c != '\n') {
    out += c;
  }
}

std::string Lexer::hexadecimal_string() {
  std::string text;
  int high = -1;
  while (!take(">")) {
    const int digit = hexadecimal(peek());
    if (digit < 0) fail();
    ++offset_;
    if (high < 0) {
      high = digit;
    } else {
      text += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) text += static_cast<char>(high * 16);
  return text;
}

Value Lexer::number_or_reference() {
  const auto first = whole_number(word());
  if (!first) return {};
  const std::size_t behind = offset_;
  const auto second = *first >= 0 && *first <= UINT32_MAX ? whole_number(word()) : std::nullopt;
  if (second && *second >= 0 && *second <= UINT16_MAX && word() == "R") {
    return Value(Reference{static_cast<std::uint32_t>(*first), static_cast<std::uint32_t>(*second)});
  }
  offset_ = behind;
  return Value(*first);
}

}  // namespace krut::readback
