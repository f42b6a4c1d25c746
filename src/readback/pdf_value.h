#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Values of a PDF file as they are read (ISO 32000-1, 7.3). The file is never trusted.
namespace krut::readback {

struct Name {
  std::string text;  ///< without the slash, #xx undone
};

struct Reference {
  std::uint32_t number = 0;
  std::uint32_t generation = 0;
};

class Value;
using Array = std::vector<Value>;
struct Entry;
using Entries = std::vector<Entry>;

/// One value; null when it was not there.
class Value {
 public:
  Value() = default;
  template <typename T>
  explicit Value(T content) : content_(std::move(content)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
  [[nodiscard]] const Reference* reference() const { return std::get_if<Reference>(&content_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&content_); }
  [[nodiscard]] const Entries* dictionary() const { return std::get_if<Entries>(&content_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&content_); }
  [[nodiscard]] bool is_name(std::string_view text) const;
  /// The whole number, or `otherwise` when this is none or a negative one.
  [[nodiscard]] std::size_t size(std::size_t otherwise) const;
  /// The value under `key` of a dictionary; null when there is none.
  [[nodiscard]] const Value& operator[](std::string_view key) const;

 private:
  /// A real is kept as nothing: no value that is looked for is one.
  std::variant<std::monostate, bool, std::int64_t, Name, std::string, Reference, Array, Entries> content_;
};

struct Entry {
  std::string key;
  Value value;
};

/// Reads values and words from a place in the bytes on. Every method leaves the place behind what it read, and throws
/// `Fault` when there is no such thing.
class Lexer {
 public:
  explicit Lexer(std::string_view bytes, std::size_t offset = 0) : bytes_(bytes), offset_(offset) {}

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] Value value();
  /// A whole number without sign.
  [[nodiscard]] std::size_t number();
  /// True, and behind it, when `word` is what comes next.
  [[nodiscard]] bool take(std::string_view word);
  /// The next `size` bytes behind white space, as they are.
  [[nodiscard]] std::string_view raw(std::size_t size);
  /// Behind the end of line that must follow the word `stream`.
  void skip_line_end();

 private:
  void skip_space();
  [[nodiscard]] bool is_at_end() const { return offset_ >= bytes_.size(); }
  [[nodiscard]] char peek() const { return is_at_end() ? '\0' : bytes_[offset_]; }
  [[nodiscard]] Value nested();
  [[nodiscard]] Array array();
  [[nodiscard]] Entries dictionary();
  [[nodiscard]] std::string name();
  [[nodiscard]] std::string literal_string();
  void escape(std::string& out);
  [[nodiscard]] std::string hexadecimal_string();
  [[nodiscard]] Value number_or_reference();
  [[nodiscard]] std::string_view word();

  std::string_view bytes_;
  std::size_t offset_;
  int depth_ = 0;
};

}  // namespace krut::readback
