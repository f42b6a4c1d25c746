#include "base/page_sum.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "base/eight_bytes.h"
#include "base/hash.h"

namespace krut {

namespace {

enum Kind : unsigned char { plain, space, string_mark };

constexpr std::array<signed char, 256> values_of_digits() {
  std::array<signed char, 256> values{};
  for (signed char& value : values) value = -1;
  for (int digit = 0; digit < 10; ++digit)
    values[static_cast<std::size_t>('0' + digit)] = static_cast<signed char>(digit);
  for (int digit = 10; digit < 16; ++digit) {
    values[static_cast<std::size_t>('A' + digit - 10)] = static_cast<signed char>(digit);
    values[static_cast<std::size_t>('a' + digit - 10)] = static_cast<signed char>(digit);
  }
  return values;
}

constexpr std::array<Kind, 256> kinds_of_bytes() {
  std::array<Kind, 256> kinds{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) kinds[static_cast<unsigned char>(c)] = space;
  kinds['('] = kinds['<'] = string_mark;
  return kinds;
}

/// The content with its strings as the bytes that they mean, and no white space between tokens.
class Solid {
 public:
  explicit Solid(std::string_view content) : content_(content), solid_(content.size() + 1, '\0') {}

  std::string_view bytes() {
    while (take_plain()) {
      const char c = content_[at_++];
      const bool is_dictionary = c == '<' && peek() == '<';
      if (is_dictionary) {
        put(c);
        put(content_[at_++]);
        continue;
      }
      put('(');
      c == '(' ? take_literal() : take_hexadecimal();
    }
    return std::string_view(solid_).substr(0, size_);
  }

 private:
  [[nodiscard]] char peek() const { return at_ < content_.size() ? content_[at_] : '\0'; }

  /// Takes all before the next string or dictionary; false where none comes. Most bytes go this way.
  bool take_plain() {
    static constexpr std::array<Kind, 256> kinds = kinds_of_bytes();
    const char* in = content_.data() + at_;
    const char* const end = content_.data() + content_.size();
    char* out = solid_.data() + size_;
    for (; in != end; ++in) {
      const Kind kind = kinds[static_cast<unsigned char>(*in)];
      if (kind == string_mark) break;
      *out = *in;
      out += kind == plain ? 1 : 0;
    }
    at_ = static_cast<std::size_t>(in - content_.data());
    size_ = static_cast<std::size_t>(out - solid_.data());
    return in != end;
  }

  /// Never more than was read.
  void put(char c) { solid_[size_++] = c; }

  void take_literal() {
    for (int open = 1; at_ < content_.size();) {
      take_unmarked();
      const char c = content_[at_++];
      if (c == '\\') {
        take_escape();
        continue;
      }
      if (c == '(') ++open;
      if (c == ')' && --open == 0) return;
      put(c);
    }
  }

  /// Takes bytes of a literal string as long as eight together are only themselves, and then those before the first
  /// that is not.
  void take_unmarked() {
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (std::size_t taken = step; taken == step && content_.size() - at_ > step; at_ += taken, size_ += taken) {
      const std::uint64_t bytes = eight_bytes::load(content_.data() + at_);
      std::memcpy(solid_.data() + size_, content_.data() + at_, step);  // never ahead of what is read: there is room
      taken = eight_bytes::first_of(eight_bytes::any_equal(bytes, '(', 0x01) | eight_bytes::any_equal(bytes, '\\'));
    }
  }

  /// ISO 32000-1, table 3.
  void take_escape() {
    if (at_ == content_.size()) return;
    const char c = content_[at_++];
    constexpr std::string_view letters = "nrtbf";
    constexpr std::string_view meanings = "\n\r\t\b\f";
    if (const std::size_t letter = letters.find(c); letter != std::string_view::npos) return put(meanings[letter]);
    if (c == '\n') return;
    if (c < '0' || c > '7') return put(c);
    int code = c - '0';
    for (int more = 0; more < 2 && peek() >= '0' && peek() <= '7'; ++more) code = code * 8 + (content_[at_++] - '0');
    put(static_cast<char>(code & 0xFF));
  }

  void take_hexadecimal() {
    take_pairs();
    int high = -1;
    while (at_ < content_.size()) {
      const char c = content_[at_++];
      if (c == '>') break;
      const int value = value_of(c);
      if (value < 0) continue;
      if (high >= 0) put(static_cast<char>(high * 16 + value));
      high = high >= 0 ? -1 : value;
    }
    if (high >= 0) put(static_cast<char>(high * 16));
  }

  /// Takes digits as long as they stand in pairs: nearly all of a string.
  void take_pairs() {
    const char* in = content_.data() + at_;
    const char* const end = content_.data() + content_.size();
    char* out = solid_.data() + size_;
    for (; end - in >= 2; in += 2) {
      const int value = value_of(in[0]) * 16 | value_of(in[1]);
      if (value < 0) break;
      *out++ = static_cast<char>(value);
    }
    at_ = static_cast<std::size_t>(in - content_.data());
    size_ = static_cast<std::size_t>(out - solid_.data());
  }

  /// Negative for what is no digit.
  static int value_of(char c) {
    static constexpr std::array<signed char, 256> values = values_of_digits();
    return values[static_cast<unsigned char>(c)];
  }

  std::string_view content_;
  std::string solid_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
};

/// As `content_hash`, but eight bytes at a step: a document's pages are megabytes.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (; bytes.size() >= sizeof hash; bytes.remove_prefix(sizeof hash)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 32U;
  }
  return content_hash(bytes, hash);
}

}  // namespace

std::string page_sum(std::string_view content) { return hexadecimal(hash_of(Solid(content).bytes())); }

}  // namespace krut
