#include "data/pattern_translator.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "data/pattern.h"

namespace krut::data {

namespace {

// What a class escape stands for inside [ ]: ECMA-262, 12th edition, 22.2.2.12. \d and \w are those of ASCII.
constexpr std::string_view digits = R"(0-9)";
constexpr std::string_view no_digits = R"(\x{0}-\x{2f}\x{3a}-\x{10ffff})";
constexpr std::string_view word = R"(0-9A-Z_a-z)";
constexpr std::string_view no_word = R"(\x{0}-\x{2f}\x{3a}-\x{40}\x{5b}-\x{5e}\x{60}\x{7b}-\x{10ffff})";
constexpr std::string_view spaces =
    R"(\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view no_spaces =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e})"
    R"(\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";
constexpr std::string_view not_line_end = R"([^\n\r\x{2028}\x{2029}])";
constexpr std::string_view anything = R"([\x{0}-\x{10ffff}])";
constexpr std::string_view nothing = R"([^\x{0}-\x{10ffff}])";

std::string_view class_named(char32_t letter) {
  switch (letter) {
    case U'd':
      return digits;
    case U'D':
      return no_digits;
    case U'w':
      return word;
    case U'W':
      return no_word;
    case U's':
      return spaces;
    case U'S':
      return no_spaces;
    default:
      return {};
  }
}

std::string literal(char32_t c) {
  const bool is_plain = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U' ';
  if (is_plain) return {static_cast<char>(c)};
  std::array<char, 8> hexadecimal{};
  const auto end =
      std::to_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), static_cast<std::uint32_t>(c), 16).ptr;
  return R"(\x{)" + std::string(hexadecimal.data(), end) + '}';
}

[[noreturn]] void refuse(const std::string& what, const Bilingual& name) {
  throw PatternFault{{"รูปแบบนี้มี " + what + " (" + name.thai + ") ซึ่งใช้ไม่ได้",
                      "this pattern has " + what + " (" + name.english + "), which cannot be used"},
                     {"เขียนรูปแบบโดยไม่ใช้ " + what, "write the pattern without " + what}};
}

/// What one place of a class holds: a character, or several.
struct Atom {
  std::optional<char32_t> character;
  std::string several;
};

class Translator {
 public:
  explicit Translator(std::string_view written) : written_(written) {}

  std::string translate() {
    while (at_ < written_.size()) translate_next();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool stands(std::string_view text) const { return written_.substr(at_).starts_with(text); }

  char32_t take() {
    const utf8::Decoded decoded = utf8::decode(written_, at_);
    at_ += decoded.size;
    return decoded.character;
  }

  void translate_next() {
    const char32_t c = take();
    switch (c) {
      case U'\\':
        return translate_escape();
      case U'[':
        return translate_class();
      case U'(':
        return translate_group();
      case U'{':
        return translate_brace();
      case U'.':
        result_ += not_line_end;
        return;
      case U')':
      case U'|':
      case U'*':
      case U'+':
      case U'?':
      case U'^':
      case U'$':
        result_ += static_cast<char>(c);
        return;
      default:
        result_ += literal(c);
    }
  }

  /// What a group matched is of no interest, so that all become plain ones.
  void translate_group() {
    result_ += "(?:";
    if (!stands("?")) return;
    for (const std::string_view look : {"?=", "?!", "?<=", "?<!"}) {
      if (stands(look)) refuse('(' + std::string(look), {"มองไปข้างหน้าหรือข้างหลัง", "lookaround"});
    }
    if (stands("?:")) {
      at_ += 2;
      return;
    }
    const std::size_t end = stands("?<") ? written_.find('>', at_) : std::string_view::npos;
    if (end == std::string_view::npos) refuse("(?", {"กลุ่มแบบพิเศษ", "a special group"});
    at_ = end + 1;
  }

  /// A brace that begins no repetition is a character.
  void translate_brace() {
    std::size_t end = at_;
    bool has_digits = false;
    std::size_t commas = 0;
    for (; end < written_.size() && written_[end] != '}'; ++end) {
      const char c = written_[end];
      const bool is_digit = c >= '0' && c <= '9';
      if (c == ',' && has_digits) ++commas;
      if ((!is_digit && c != ',') || commas > 1 || (c == ',' && !has_digits)) break;
      has_digits = has_digits || is_digit;
    }
    const bool is_repetition = has_digits && end < written_.size() && written_[end] == '}';
    if (!is_repetition) {
      result_ += literal(U'{');
      return;
    }
    result_ += '{';
    result_ += written_.substr(at_, end + 1 - at_);
    at_ = end + 1;
  }

  void translate_escape() {
    if (at_ == written_.size()) {
      result_ += '\\';  // RE2 tells it
      return;
    }
    if (stands("b") || stands("B")) {
      result_ += '\\';
      result_ += written_[at_++];
      return;
    }
    const Atom atom = take_escape();
    result_ += atom.character ? literal(*atom.character) : '[' + atom.several + ']';
  }

  /// What stands behind a backslash, in a class or outside one.
  Atom take_escape() {
    const char32_t c = take();
    if (const std::string_view several = class_named(c); !several.empty()) return {{}, std::string(several)};
    switch (c) {
      case U't':
        return {U'\t', {}};
      case U'n':
        return {U'\n', {}};
      case U'v':
        return {U'\v', {}};
      case U'f':
        return {U'\f', {}};
      case U'r':
        return {U'\r', {}};
      case U'0':
        return {U'\0', {}};
      case U'x':
        return {take_hexadecimal(2), {}};
      case U'u':
        return {take_unicode(), {}};
      case U'c':
        return {take_control(), {}};
      case U'p':
      case U'P':
        return {{}, take_property(c)};
      case U'k':
        refuse("\\k", {"การอ้างกลับ", "a back reference"});
      default:
        break;
    }
    if (c >= U'1' && c <= U'9') refuse('\\' + utf8::encode(c), {"การอ้างกลับ", "a back reference"});
    const bool is_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (is_letter) refuse('\\' + utf8::encode(c), {"ไม่มีความหมาย", "an escape without meaning"});
    return {c, {}};
  }

  char32_t take_hexadecimal(std::size_t size) {
    const std::string_view written = written_.substr(at_, size);
    std::uint32_t number = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), number, 16);
    if (written.size() != size || read.ec != std::errc() || read.ptr != written.data() + size) {
      refuse(R"(\x, \u)", {"ไม่มีเลขฐานสิบหกครบ", "without its hexadecimal digits"});
    }
    at_ += size;
    return number;
  }

  /// Four digits, two such escapes for a character beyond U+FFFF, or any number of digits in braces.
  char32_t take_unicode() {
    constexpr char32_t last_character = 0x10FFFF;
    if (stands("{")) {
      const std::size_t end = written_.find('}', at_);
      if (end == std::string_view::npos) refuse("\\u{", {"ไม่มี } ปิด", "without its closing brace"});
      const std::size_t size = end - at_ - 1;
      ++at_;
      const char32_t c = take_hexadecimal(size);
      ++at_;
      if (c > last_character || is_surrogate(c)) refuse("\\u{ }", {"ไม่ใช่อักขระ", "no character"});
      return c;
    }
    const char32_t unit = take_hexadecimal(4);
    if (!is_surrogate(unit)) return unit;
    if (unit < 0xDC00 && stands("\\u")) {
      at_ += 2;
      const char32_t low = take_hexadecimal(4);
      if (low >= 0xDC00 && low <= 0xDFFF) return 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    }
    refuse("\\u", {"อักขระครึ่งตัว", "half a character"});
  }

  static bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

  char32_t take_control() {
    const char32_t letter = at_ < written_.size() ? take() : U'\0';
    const bool is_letter = (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z');
    if (!is_letter) refuse("\\c", {"ไม่มีตัวอักษรตามหลัง", "without its letter"});
    return letter % 32;
  }

  /// \p{Thai}, \p{Script=Thai}, \p{L}: names that RE2 does not know are told by it.
  std::string take_property(char32_t letter) {
    const std::size_t end = written_.find('}', at_);
    if (!stands("{") || end == std::string_view::npos) refuse("\\p", {"ไม่มี { } ตามหลัง", "without its braces"});
    std::string_view name = written_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) name.remove_prefix(equals + 1);
    return std::string("\\") + (letter == U'p' ? 'p' : 'P') + '{' + std::string(name) + '}';
  }

  /// In ECMAScript [] matches nothing, [^] everything, and no bracket but ] needs a backslash inside.
  void translate_class() {
    const bool is_negated = stands("^");
    if (is_negated) ++at_;
    if (stands("]")) {
      ++at_;
      result_ += is_negated ? anything : nothing;
      return;
    }
    result_ += is_negated ? "[^" : "[";
    while (at_ < written_.size() && !stands("]")) translate_class_part();
    if (at_ == written_.size()) return;  // RE2 tells it
    ++at_;
    result_ += ']';
  }

  /// One character, several, or a range.
  void translate_class_part() {
    const Atom first = take_class_atom();
    const bool is_range = first.character && stands("-") && at_ + 1 < written_.size() && written_[at_ + 1] != ']';
    if (!is_range) {
      result_ += written_form(first);
      return;
    }
    ++at_;
    const Atom last = take_class_atom();
    result_ += written_form(first) + (last.character ? "-" : literal(U'-')) + written_form(last);
  }

  Atom take_class_atom() {
    const char32_t c = take();
    if (c != U'\\' || at_ == written_.size()) return {c, {}};
    if (!stands("b")) return take_escape();
    ++at_;
    return {U'\b', {}};
  }

  static std::string written_form(const Atom& atom) { return atom.character ? literal(*atom.character) : atom.several; }

  std::string_view written_;
  std::size_t at_ = 0;
  std::string result_;
};

}  // namespace

std::string translated_pattern(std::string_view written) { return Translator(written).translate(); }

}  // namespace krut::data
