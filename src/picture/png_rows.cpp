#include "picture/png_rows.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

namespace krut::picture {

namespace {

constexpr std::size_t piece = 32'768;  ///< bytes unpacked at a time
constexpr char last_filter = 4;        ///< ISO/IEC 15948, 9.2

/// One of the seven passes of Adam7: where it begins and how far its pixels are apart (ISO/IEC 15948, 8.2).
struct Step {
  std::uint32_t x, y, across, down;
};
constexpr std::array<Step, 7> adam7 = {
    {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};

unsigned samples_of(unsigned colour) {
  constexpr std::array<unsigned, 7> samples = {1, 0, 3, 1, 2, 0, 4};
  return samples[colour];
}

std::uint64_t count_of(std::uint32_t length, std::uint32_t begin, std::uint32_t apart) {
  return length <= begin ? 0 : (std::uint64_t{length} - begin + apart - 1) / apart;
}

std::uint64_t bytes_of_row(const PngHeader& header, std::uint64_t pixels) {
  constexpr unsigned bits_of_byte = 8;
  return 1 + (pixels * samples_of(header.colour) * header.depth + bits_of_byte - 1) / bits_of_byte;
}

Bilingual broken_rows() { return {"ข้อมูลจุดภาพใน PNG เสีย", "the pixels of the PNG are damaged"}; }
Bilingual too_many_rows() { return {"PNG มีจุดภาพเกินขนาดของภาพ", "the PNG holds more pixels than its size says"}; }

}  // namespace

/// zlib's state, ready for bytes or broken from the start for want of memory.
struct PngRows::Unpacker {
  z_stream stream{};
  bool has_ended = false;

  Unpacker() {
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
  }
  ~Unpacker() { inflateEnd(&stream); }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
};

PngRows::PngRows(const PngHeader& header) : unpacker_(std::make_unique<Unpacker>()) {
  if (!header.is_interlaced) {
    passes_.push_back({bytes_of_row(header, header.width), header.height});
    return;
  }
  for (const Step& step : adam7) {
    const std::uint64_t pixels = count_of(header.width, step.x, step.across);
    const std::uint64_t rows = count_of(header.height, step.y, step.down);
    if (pixels > 0 && rows > 0) passes_.push_back({bytes_of_row(header, pixels), rows});
  }
}

PngRows::~PngRows() = default;

std::optional<Bilingual> PngRows::take(std::string_view packed) {
  z_stream& stream = unpacker_->stream;
  stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, piece> rows{};
  for (;;) {
    if (unpacker_->has_ended) {
      if (stream.avail_in == 0) return std::nullopt;
      return Bilingual{"PNG มีข้อมูลเกินหลังจุดภาพ", "the PNG has bytes behind its pixels"};
    }
    stream.next_out = reinterpret_cast<Bytef*>(rows.data());
    stream.avail_out = static_cast<uInt>(rows.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t unpacked = rows.size() - stream.avail_out;
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return broken_rows();
    if (auto fault = count({rows.data(), unpacked})) return fault;
    unpacker_->has_ended = status == Z_STREAM_END;
    if (!unpacker_->has_ended && stream.avail_out > 0) return std::nullopt;  // it wants the next piece
  }
}

std::optional<Bilingual> PngRows::count(std::string_view rows) {
  while (!rows.empty()) {
    if (pass_ == passes_.size()) return too_many_rows();
    const Pass& pass = passes_[pass_];
    if (byte_ == 0 && (rows[0] < 0 || rows[0] > last_filter)) {
      return Bilingual{"PNG ใช้ตัวกรองแถวที่ไม่มีอยู่", "the PNG names a filter of a row that does not exist"};
    }
    const std::uint64_t taken = std::min<std::uint64_t>(rows.size(), pass.row_bytes - byte_);
    rows.remove_prefix(static_cast<std::size_t>(taken));
    byte_ += taken;
    if (byte_ < pass.row_bytes) continue;
    byte_ = 0;
    if (++row_ < pass.rows) continue;
    row_ = 0;
    ++pass_;
  }
  return std::nullopt;
}

std::optional<Bilingual> PngRows::finish() const {
  if (unpacker_->has_ended && pass_ == passes_.size()) return std::nullopt;
  return Bilingual{"PNG มีจุดภาพไม่ครบ ไฟล์อาจถูกตัด", "the PNG lacks pixels: it was cut short"};
}

}  // namespace krut::picture
