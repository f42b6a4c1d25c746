#include "readback/pdf_stream.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>

#include "readback/faults.h"

namespace krut::readback {

namespace {

constexpr std::size_t least_room = 1U << 16;
constexpr std::size_t first_png_predictor = 10;
constexpr std::size_t most_columns = 1U << 16;

[[noreturn]] void fail() { fail_as_damaged("streams"); }

struct Free {
  void operator()(libdeflate_decompressor* inflater) const { libdeflate_free_decompressor(inflater); }
};

/// Tries with more and more room, because the stream cannot be believed where it says how much it needs.
std::string inflated(std::string_view packed, std::size_t most) {
  const std::unique_ptr<libdeflate_decompressor, Free> inflater(libdeflate_alloc_decompressor());
  if (inflater == nullptr) throw std::bad_alloc();
  std::string out;
  for (std::size_t room = std::min(most, std::max(least_room, packed.size() * 4));; room = std::min(most, room * 4)) {
    out.resize(room);
    std::size_t size = 0;
    const libdeflate_result result =
        libdeflate_zlib_decompress(inflater.get(), packed.data(), packed.size(), out.data(), room, &size);
    if (result == LIBDEFLATE_SUCCESS) {
      out.resize(size);
      return out;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) fail();
    if (room == most) fail_over_limit("unpacked_bytes");
  }
}

unsigned paeth(unsigned left, unsigned above, unsigned corner) {
  const int guess = static_cast<int>(left + above) - static_cast<int>(corner);
  const int to_left = std::abs(guess - static_cast<int>(left));
  const int to_above = std::abs(guess - static_cast<int>(above));
  const int to_corner = std::abs(guess - static_cast<int>(corner));
  if (to_left <= to_above && to_left <= to_corner) return left;
  return to_above <= to_corner ? above : corner;
}

/// Rows of one byte a column, each behind the number of its PNG filter.
std::string without_predictors(const std::string& rows, std::size_t columns) {
  if (columns == 0 || columns > most_columns) fail();
  std::string out;
  std::string above(columns, '\0');
  for (std::size_t begin = 0; begin + columns < rows.size(); begin += columns + 1) {
    std::string row = rows.substr(begin + 1, columns);
    for (std::size_t i = 0; i < columns; ++i) {
      const unsigned up = static_cast<unsigned char>(above[i]);
      const unsigned left = i == 0 ? 0U : static_cast<unsigned char>(row[i - 1]);
      const unsigned corner = i == 0 ? 0U : static_cast<unsigned char>(above[i - 1]);
      const std::array<unsigned, 5> guesses{0, left, up, (left + up) / 2, paeth(left, up, corner)};
      const auto filter = static_cast<std::size_t>(static_cast<unsigned char>(rows[begin]));
      if (filter >= guesses.size()) fail();
      row[i] = static_cast<char>(static_cast<unsigned char>(row[i]) + guesses[filter]);
    }
    out += row;
    above = std::move(row);
  }
  return out;
}

/// The only element of an array, or the value itself.
const Value& only(const Value& value) {
  const Array* array = value.array();
  if (array == nullptr) return value;
  static const Value none;
  if (array->size() > 1) fail();
  return array->empty() ? none : array->front();
}

}  // namespace

std::string unpacked(const Value& dictionary, std::string_view packed, std::size_t most) {
  const Value& filter = only(dictionary["Filter"]);
  if (filter.is_null()) {
    if (packed.size() > most) fail_over_limit("unpacked_bytes");
    return std::string(packed);
  }
  if (!filter.is_name("FlateDecode")) fail();
  const Value& parameters = only(dictionary["DecodeParms"]);
  const std::size_t predictor = parameters["Predictor"].size(1);
  std::string bytes = inflated(packed, most);
  if (predictor <= 1) return bytes;
  const bool is_plain = parameters["Colors"].size(1) == 1 && parameters["BitsPerComponent"].size(8) == 8;
  if (predictor < first_png_predictor || !is_plain) fail();
  return without_predictors(bytes, parameters["Columns"].size(1));
}

}  // namespace krut::readback
