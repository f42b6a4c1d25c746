#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace krut::picture {

/// What the first chunk of a PNG says.
struct PngHeader {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  unsigned depth = 0;   ///< bits of a sample
  unsigned colour = 0;  ///< colour type (ISO/IEC 15948, 11.2.2)
  bool is_interlaced = false;
};

/// Unpacks the rows of a PNG as their pieces come, and counts them. Keeps none.
class PngRows {
 public:
  explicit PngRows(const PngHeader& header);
  ~PngRows();
  PngRows(const PngRows&) = delete;
  PngRows& operator=(const PngRows&) = delete;

  /// Takes the inside of the next chunk of rows. What is wrong, or nothing.
  [[nodiscard]] std::optional<Bilingual> take(std::string_view packed);
  /// What is missing when the last chunk was taken, or nothing.
  [[nodiscard]] std::optional<Bilingual> finish() const;

 private:
  /// Rows of one size: a whole picture, or one of the seven passes of an interlaced one.
  struct Pass {
    std::uint64_t row_bytes = 0;  ///< with the byte that names the filter
    std::uint64_t rows = 0;
  };
  struct Unpacker;

  [[nodiscard]] std::optional<Bilingual> count(std::string_view rows);

  std::vector<Pass> passes_;
  std::size_t pass_ = 0;
  std::uint64_t row_ = 0;   // of the pass
  std::uint64_t byte_ = 0;  // of the row
  std::unique_ptr<Unpacker> unpacker_;
};

}  // namespace krut::picture
