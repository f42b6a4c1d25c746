#include "base/page_sum.h"

#include <array>
#include <cstdint>
#include <cstring>

#include "base/hash.h"

namespace krut {

namespace {

enum Kind : unsigned char { plain, space, literal, hexadecimal_mark };

constexpr std::array<Kind, 256> kinds_of_bytes() {
  std::array<Kind, 256> kinds{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) kinds[static_cast<unsigned char>(c)] = space;
  kinds['('] = literal;
  kinds['<'] = hexadecimal_mark;
  return kinds;
}

/// The content with its strings as the bytes that they mean, and no white space between tokens.
class Solid {
 public:
  explicit Solid(std::string_view content) : content_(content), solid_(content.size(), '\0') {}

  std::string_view bytes() {
    static constexpr std::array<Kind, 256> kinds = kinds_of_bytes();
    while (at_ < content_.size()) {
      const char c = content_[at_++];
      const Kind kind = kinds[static_cast<unsigned char>(c)];
      if (kind == space) continue;
      const bool is_dictionary = kind == hexadecimal_mark && peek() == '<';
      if (kind == literal || (kind == hexadecimal_mark && !is_dictionary)) {
        put('(');
        kind == literal ? take_literal() : take_hexadecimal();
        continue;
      }
      put(c);
      if (is_dictionary) put(content_[at_++]);
    }
    return std::string_view(solid_).substr(0, size_);
  }

 private:
  [[nodiscard]] char peek() const { return at_ < content_.size() ? content_[at_] : '\0'; }

  /// Never more than was read.
  void put(char c) { solid_[size_++] = c; }

  void take_literal() {
    for (int open = 1; at_ < content_.size();) {
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
    int high = -1;
    while (at_ < content_.size()) {
      const char c = content_[at_++];
      if (c == '>') break;
      const std::size_t digit = std::string_view("0123456789ABCDEFabcdef").find(c);
      if (digit == std::string_view::npos) continue;
      const int value = static_cast<int>(digit < 16 ? digit : digit - 6);
      if (high >= 0) put(static_cast<char>(high * 16 + value));
      high = high >= 0 ? -1 : value;
    }
    if (high >= 0) put(static_cast<char>(high * 16));
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
