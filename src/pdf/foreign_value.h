#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace krut::pdf {

/// A value of a PDF file that another program wrote.
struct ForeignValue {
  enum class Kind { plain, array, dictionary, reference };
  Kind kind = Kind::plain;
  std::string text;                 ///< of a plain value: as written
  std::uint32_t number = 0;         ///< of a reference
  std::vector<std::string> keys;    ///< of a dictionary, with their slash; `items` holds the values
  std::vector<ForeignValue> items;  ///< of an array or a dictionary

  /// The value of a key, or null.
  [[nodiscard]] const ForeignValue* find(std::string_view key) const;
};

/// An indirect object: its value, and its bytes as stored when it is a stream.
struct ForeignObject {
  ForeignValue value;
  bool is_stream = false;
  std::string_view bytes;
};

/// Reads a PDF file with a classical cross-reference table and without object streams (PDF 1.4), as cairo writes it.
/// Throws `Error` (internal) where the file is not like that.
class ForeignFile {
 public:
  /// The bytes must outlive the reader.
  explicit ForeignFile(std::string_view bytes);

  [[nodiscard]] ForeignObject object(std::uint32_t number) const;
  /// The value itself, or what it refers to.
  [[nodiscard]] ForeignValue resolved(const ForeignValue& value) const;
  /// The dictionary of the first page.
  [[nodiscard]] ForeignValue first_page() const;

 private:
  /// The value of an object without its stream; `after` is where it ends.
  [[nodiscard]] ForeignValue value_at(std::uint32_t number, std::size_t& after) const;

  std::string_view bytes_;
  std::vector<std::size_t> offsets_;  // by object number; 0: none
  ForeignValue trailer_;
};

}  // namespace krut::pdf
