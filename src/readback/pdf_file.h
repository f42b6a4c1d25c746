#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "readback/pdf_value.h"

namespace krut::readback {

/// One object of a file; `packed` is what stands between `stream` and `endstream`, when there is such a thing.
struct Object {
  Value value;
  std::optional<std::string_view> packed;
};

/// Objects of a PDF, found through its cross-reference: tables and streams, every update that was appended
/// (signatures), linearised files, object streams (ISO 32000-1, 7.5.4 to 7.5.8). Files without a good cross-reference
/// are not mended.
///
/// The file may be hostile: how many objects are looked at, how long one is and how much is unpacked have fixed ends.
/// Methods throw `Fault` where the file is damaged and `Error` (limit) where it unpacks to too much.
class PdfFile {
 public:
  static constexpr std::size_t usual_objects = 128;

  /// `bytes` begin with `%PDF-` and outlive this; `most_objects` of them are looked at.
  explicit PdfFile(std::string_view bytes, Budget budget = {}, std::size_t most_objects = usual_objects);

  /// The newest trailer that names a root.
  [[nodiscard]] const Value& trailer() const { return trailer_; }
  /// What a value refers to, or the value itself. An object that is not there is null.
  [[nodiscard]] Object object(const Value& value);
  /// The bytes of a stream, unpacked; `most` of them at most.
  [[nodiscard]] std::string bytes_of(const Object& stream, std::size_t most);

 private:
  /// A run of entries of one cross-reference; `widths` is 0 for a table, which has lines of twenty bytes.
  struct Section {
    std::size_t first = 0;
    std::size_t count = 0;
    std::string_view entries;
    std::vector<std::size_t> widths;
  };
  struct Location {
    enum class Kind { free, in_file, in_stream } kind = Kind::free;
    std::size_t offset = 0;  ///< in the file, or the number of the object stream
    std::size_t index = 0;   ///< in the object stream
  };

  /// An object of an object stream, and where it begins behind the others' numbers.
  struct Packed {
    std::size_t number = 0;
    std::size_t offset = 0;
  };
  struct ObjectStream {
    std::string objects;
    std::vector<Packed> index;
  };

  [[nodiscard]] std::size_t last_cross_reference() const;
  void read_cross_references(std::size_t offset);
  [[nodiscard]] Value read_cross_reference(std::size_t offset);
  [[nodiscard]] Value read_table(Lexer& lexer);
  void read_stream(const Object& stream);
  [[nodiscard]] Location location(std::size_t number) const;
  [[nodiscard]] Object object_at(std::size_t offset, std::optional<std::size_t> number);
  [[nodiscard]] Object object_in(const Location& location, std::size_t number);
  [[nodiscard]] const ObjectStream& object_stream(std::size_t number);
  void add_section(Section section);
  [[nodiscard]] std::string_view packed_bytes(const Value& dictionary, std::size_t begin);
  [[nodiscard]] static std::vector<Packed> index_of(const Value& dictionary, const std::string& objects);
  void count_step();
  void count_read(std::size_t bytes);

  std::string_view bytes_;
  Budget budget_;
  Value trailer_;
  std::vector<Section> sections_;                        // the newest first
  std::vector<std::unique_ptr<const std::string>> own_;  // unpacked cross-references, which sections refer to
  std::map<std::size_t, ObjectStream> object_streams_;
  std::size_t most_steps_;
  std::size_t steps_ = 0;
  std::size_t read_ = 0;
  int lengths_within_ = 0;  // left as it is by a fault: the file is then damaged
  std::size_t unpacked_ = 0;
};

}  // namespace krut::readback
